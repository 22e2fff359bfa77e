import './pulse.css'
import { type Figure, type Figures, pulseItems } from '~/domain/feedback/pulse'
import { EmptyState } from '~/ui/empty-state'
import { formatNumber, formatTenth } from '~/words/en/format'
import { pulseWords } from '~/words/en/pulse'

const words = pulseWords.figures

type PulseGroupProps = {
  title: string
  side: 'venue' | 'liaison'
  figures: Figures | null
  about?: string
}

/** What one side says: a line for each sentence, with its mean as a bar and in words. */
export function PulseGroup({ title, side, figures, about }: PulseGroupProps) {
  return (
    <section className="flow" aria-labelledby={`pulse-${side}`}>
      <h2 id={`pulse-${side}`}>{title}</h2>
      {about ? <p className="soft">{about}</p> : null}
      {figures ? (
        <>
          <p>{words.answers(formatNumber(figures.answers))}</p>
          <ol className="pulse plain">
            {pulseItems[side].map((item, at) => (
              <li key={item}>
                <p>{pulseWords.itemTitles[item]}</p>
                <Said figure={figures.items[at] ?? null} />
              </li>
            ))}
          </ol>
        </>
      ) : (
        <EmptyState level={3} title={words.empty}>
          {words.emptyWords}
        </EmptyState>
      )}
    </section>
  )
}

/** A bar from 1 to 5; the words beside it carry the same. */
function Said({ figure }: { figure: Figure | null }) {
  if (!figure) return <p className="soft">{words.tooFew}</p>
  return (
    <>
      <svg aria-hidden="true" focusable="false">
        <rect className="full" width={`${((figure.mean - 1) / 4) * 100}%`} height="100%" />
      </svg>
      <p className="said">
        <b>{formatTenth(figure.mean)}</b> of 5, {words.spreads[apart(figure.spread)]}
      </p>
    </>
  )
}

/** How far the scores lie apart, by their standard deviation. */
function apart(spread: number): keyof typeof words.spreads {
  return spread < 0.75 ? 'close' : spread < 1.25 ? 'some' : 'far'
}
