import { tierNames } from '~/words/en/names'
import { standardFields } from '~/words/en/standards-changes'
import { type Difference, differences } from '../policies/differences'
import type { Standard, StandardSet } from '../standards/standard-set'

type Side = { text: string; changed: boolean }[]
export type FieldChange = { field: string; before: Side; after: Side }

/** What differs between two sets of standards: word by word where one stayed, and which came and went. */
export function changesOfStandards(from: StandardSet, to: StandardSet) {
  const before = new Map(from.standards.map((standard) => [standard.code, standard]))
  const stays = new Set(to.standards.map(({ code }) => code))
  return {
    changed: to.standards.flatMap((standard) => {
      const earlier = before.get(standard.code)
      const fields = earlier ? fieldChanges(earlier, standard) : []
      return fields.length > 0 ? [{ code: standard.code, title: standard.title, fields }] : []
    }),
    added: to.standards.filter(({ code }) => !before.has(code)).map(inShort),
    gone: from.standards.filter(({ code }) => !stays.has(code)).map(inShort),
  }
}

function inShort({ code, title, tier, why, asked }: Standard) {
  return { code, title, tier: tierNames[tier], why, asked }
}

function fieldChanges(earlier: Standard, standard: Standard): FieldChange[] {
  const [was, is] = [textsOf(earlier), textsOf(standard)]
  return Object.entries(standardFields).flatMap(([key, field]) => {
    const name = key as keyof typeof standardFields
    if (was[name] === is[name]) return []
    const parts = differences(was[name], is[name])
    return [{ field, before: sideOf(parts, 'removed'), after: sideOf(parts, 'added') }]
  })
}

/** All that a venue reads of a standard, as text. */
function textsOf(standard: Standard): Record<keyof typeof standardFields, string> {
  const { title, tier, why, asked, evidence, goodPractice, example, help } = standard
  return {
    ...{ title, why, asked, example, help },
    tier: tierNames[tier],
    evidence: evidence
      .map(({ ask, statement }) => (statement ? `${ask}: “${statement}”` : ask))
      .join('\n'),
    goodPractice: goodPractice.join('\n'),
  }
}

function sideOf(parts: readonly Difference[], own: 'added' | 'removed'): Side {
  return parts
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }) => ({ text, changed: kind === own }))
}
