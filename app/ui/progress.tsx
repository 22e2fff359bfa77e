import './styles/records.css'
import { progressWords } from '~/words/en/format'

export type ProgressParts = {
  /** "essentials" */
  noun: string
  total: number
  inPlace: number
  started: number
}

/** How far along, as a bar and in words. The words carry it; the bar repeats them. */
export function Progress(parts: ProgressParts) {
  const { total, inPlace, started } = parts
  const width = (count: number) => `${total ? (100 * count) / total : 0}%`
  return (
    <div className="meter">
      <svg aria-hidden="true" focusable="false">
        <rect className="full" width={width(inPlace)} height="100%" />
        <rect className="part" x={width(inPlace)} width={width(started)} height="100%" />
      </svg>
      <p className="soft">{progressWords(parts)}</p>
    </div>
  )
}
