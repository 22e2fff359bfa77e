import './styles/comparison.css'
import { countOf } from '~/words/en/format'

type Part = { kind: 'same' | 'added' | 'removed' | 'folded'; text: string }
type Section = {
  anchor: string
  heading: string
  was: string | null
  change: 'same' | 'new' | 'gone' | 'changed'
  parts: Part[]
}
type ComparisonProps = {
  comparison: {
    title: { before: string; after: string } | null
    file: { before: string | null; after: string | null; replaced: boolean } | null
    /** Files that cannot be opened, each in a sentence. */
    waits: string[]
    /** Whether sections that both have stand in another order. */
    moved: boolean
    sections: Section[]
    added: number
    removed: number
  }
}

type FileChange = NonNullable<ComparisonProps['comparison']['file']>

/** Two versions of a policy in one text. What came and what went is said in words too, not by its look alone. */
export function Comparison({ comparison }: ComparisonProps) {
  const { title, file, sections, added, removed, waits, moved } = comparison
  const same = sections.filter(({ change }) => change === 'same')
  const nothing = !title && !file && !moved && same.length === sections.length
  return (
    <>
      <p>
        <strong>{nothing ? 'Both are the same.' : countWords(added, removed)}</strong>
      </p>
      {title ? (
        <p>
          The name was “{title.before}” and is “{title.after}”.
        </p>
      ) : null}
      {file ? <p>{fileWords(file)}</p> : null}
      {waits.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {moved ? <p>The sections stand in another order.</p> : null}
      {sections
        .filter(({ change }) => change !== 'same')
        .map(({ anchor, heading, was, change, parts }) => (
          <section key={anchor} className="flow">
            <h2>
              {heading}
              {change === 'new' ? ' (new section)' : ''}
              {change === 'gone' ? ' (section taken out)' : ''}
            </h2>
            {was ? <p>This section was called “{was}”.</p> : null}
            <Parts parts={parts} />
          </section>
        ))}
      {same.length > 0 && !nothing ? (
        <p className="soft">Unchanged: {same.map(({ heading }) => heading).join('; ')}.</p>
      ) : null}
    </>
  )
}

function fileWords({ before, after, replaced }: FileChange): string {
  if (replaced) return `The file “${after}” was replaced by another of the same name.`
  if (!before) return `The file “${after}” was added.`
  if (!after) return `The file “${before}” was taken off.`
  return `The file was “${before}” and is “${after}”.`
}

function countWords(added: number, removed: number): string {
  return `${countOf(added, 'word', 'words')} added, ${countOf(removed, 'word', 'words')} taken out.`
}

function Parts({ parts }: { parts: Part[] }) {
  let at = 0
  return (
    <div className="compared">
      {parts.map(({ kind, text }) => {
        at += text.length
        return <PartOf key={`${kind} ${at}`} kind={kind} text={text} />
      })}
    </div>
  )
}

function PartOf({ kind, text }: Part) {
  if (kind === 'same') return <>{text}</>
  if (kind === 'folded') {
    return (
      <details>
        <summary>
          {countOf(text.trim().split(/\s+/).length, 'unchanged word', 'unchanged words')}
        </summary>
        {text}
      </details>
    )
  }
  const Element = kind === 'added' ? 'ins' : 'del'
  return (
    <Element>
      <span className="sr">{kind === 'added' ? ' [added: ' : ' [taken out: '}</span>
      {text}
      <span className="sr">] </span>
    </Element>
  )
}

type Choice = { value: string; label: string }
type ChoiceProps = { choices: Choice[]; from: string; to: string; action: string; label?: string }

/** Chooses the two that are compared, by a plain form that asks for a page. */
export function CompareForm({
  choices,
  from,
  to,
  action,
  children,
}: ChoiceProps & { children?: React.ReactNode }) {
  return (
    <form method="get" action={action} className="form no-print">
      {children}
      <VersionSelect name="from" label="Compare" choices={choices} value={from} />
      <VersionSelect name="to" label="with" choices={choices} value={to} />
      <div className="actions">
        <button type="submit" className="btn quiet">
          Show what differs
        </button>
      </div>
    </form>
  )
}

type SelectProps = { name: string; label: string; choices: Choice[]; value: string }

export function VersionSelect({ name, label, choices, value }: SelectProps) {
  return (
    <div className="field">
      <label htmlFor={`compare-${name}`}>{label}</label>
      <select id={`compare-${name}`} name={name} className="box" defaultValue={value} key={value}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
