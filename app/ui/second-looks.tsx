import { lookWords } from '~/words/en/second-looks'

export type ShownLook = {
  id: string
  words: string
  askedBy: string
  askedOn: string
  lookedAtBy: string
  givenOn: string
  answer: string
  answeredOn: string
  withdrawnOn: string
}

/** One second look as both sides read it: what was asked, who looks at it, and the answer with its reasons. */
export function SecondLookWords({ look }: { look: ShownLook }) {
  return (
    <div className="flow">
      <p>{lookWords.asked(look.askedBy, look.askedOn)}</p>
      <p className="pre">{look.words}</p>
      <p>
        <b>{standingOf(look)}</b>
      </p>
      {look.answer ? <p className="pre">{look.answer}</p> : null}
    </div>
  )
}

function standingOf({ lookedAtBy, givenOn, answeredOn, withdrawnOn }: ShownLook): string {
  if (answeredOn) return lookWords.answered(lookedAtBy, answeredOn)
  if (withdrawnOn) return lookWords.withdrawn(withdrawnOn)
  return lookedAtBy ? lookWords.given(lookedAtBy, givenOn) : lookWords.waits
}
