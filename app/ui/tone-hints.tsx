import './styles/tone-hints.css'

type Hint = { start: number; words: string; kind: string; reason: string; alternatives: string[] }

type ToneHintsProps<H extends Hint> = {
  hints: H[]
  /** Puts an alternative in place; absent where no script runs, and then the words are there to read. */
  onUse?: ((hint: H, alternative: string) => void) | undefined
}

/** What the tone helper suggests beside a field. It never keeps anybody from going on. */
export function ToneHints<H extends Hint>({ hints, onUse }: ToneHintsProps<H>) {
  return (
    <div className="tone" role="status">
      {hints.length > 0 ? (
        <ul className="plain" aria-label="Suggestions for the tone">
          {hints.map((hint) => (
            <li key={`${hint.start} ${hint.words} ${hint.kind}`}>
              <Suggestion hint={hint} onUse={onUse} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

type SuggestionProps<H extends Hint> = { hint: H; onUse: ToneHintsProps<H>['onUse'] }

function Suggestion<H extends Hint>({ hint, onUse }: SuggestionProps<H>) {
  const { words, reason, alternatives } = hint
  return (
    <>
      <p>
        {words && words.length < 60 ? <b>“{words}”</b> : null} {reason}
      </p>
      <p className="actions inline">
        {alternatives.map((alternative, index) =>
          isAdvice(alternative) ? (
            <span key={alternative}>{alternative.slice(1, -1)}.</span>
          ) : onUse ? (
            <button
              key={alternative}
              type="button"
              className="btn quiet small"
              aria-keyshortcuts={index === 0 ? 'F2' : undefined}
              onClick={() => onUse(hint, alternative)}
            >
              {alternative ? `Use “${alternative}”` : 'Leave it out'}
            </button>
          ) : (
            <span key={alternative}>
              {alternative ? `Perhaps: “${alternative}”.` : 'Perhaps leave it out.'}
            </span>
          ),
        )}
      </p>
    </>
  )
}

/** Advice in parentheses is to read, and not to put into the text. */
export function isAdvice(alternative: string): boolean {
  return alternative.startsWith('(') && alternative.endsWith(')')
}
