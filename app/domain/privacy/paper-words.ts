import { formatMoment } from '~/words/en/format'
import type { Row, Rows } from './venue-data.server'

export type PaperFacts = {
  rows: Rows
  names: ReadonlyMap<string, string>
  timeZone: string
  named: (folder: string, words: string, extension: string) => string
}

export function of(rows: Rows, name: string): readonly Row[] {
  return rows.get(name) ?? []
}

export function moment(value: unknown): number {
  return value instanceof Date ? value.getTime() : 0
}

export function when({ timeZone }: PaperFacts, value: unknown): string {
  return value instanceof Date ? formatMoment(value, timeZone) : ''
}

export function who({ names }: PaperFacts, id: unknown): string {
  return names.get(String(id)) ?? 'somebody'
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function lines(parts: string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
