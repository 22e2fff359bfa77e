import { pulseWords } from '~/words/en/pulse'
import { Button, ButtonLink } from './button'
import { Form, type FormAnswer } from './form'
import { Notice } from './notice'
import { Scale } from './scale'

type PulseCardProps = { side: 'venue' | 'liaison'; venue: string; to: string }

/** A small, kind question after a letter. Nothing waits for it. */
export function PulseCard({ side, venue, to }: PulseCardProps) {
  const { card } = pulseWords
  return (
    <section className="card flow no-print">
      <h2>{card.title}</h2>
      <p>
        {side === 'venue' ? card.venue : card.liaison(venue)}
        {card.fine}
      </p>
      <div className="actions">
        <ButtonLink to={to}>{card.answer}</ButtonLink>
      </div>
    </section>
  )
}

type PulseProps = {
  side: 'venue' | 'liaison'
  /** Why there is nothing to answer; null where there is. */
  closed: 'waits' | 'over' | null
  items: readonly (keyof typeof pulseWords.itemTitles)[]
  /** Where whoever does not answer now goes on. */
  back: string
  backWords: string
  answer?: FormAnswer | undefined
}

/** The questions of one side, with how nobody learns who said what; or why there is nothing to answer. */
export function Pulse({ side, closed, items, back, backWords, answer }: PulseProps) {
  if (closed) {
    const { title, words } = pulseWords.closed[closed]
    return (
      <>
        <h1>{title}</h1>
        <p className="lead">{words}</p>
        <div className="actions">
          <ButtonLink to={back}>{backWords}</ButtonLink>
        </div>
      </>
    )
  }
  const { low, high, open } = pulseWords
  return (
    <>
      <h1>{pulseWords.title}</h1>
      <p className="lead">{pulseWords.leads[side]}</p>
      <Notice tone="private" title={pulseWords.promiseTitle}>
        <ul>
          {pulseWords.promise[side].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
      <Form answer={answer}>
        {items.map((item) => (
          <Scale
            key={item}
            name={`scores.${item}`}
            legend={pulseWords.itemTitles[item]}
            {...{ low, high, open }}
          />
        ))}
        <div className="actions">
          <Button look="go" pending="Sending…">
            {pulseWords.send}
          </Button>
          <ButtonLink to={back}>{pulseWords.notNow}</ButtonLink>
        </div>
      </Form>
    </>
  )
}
