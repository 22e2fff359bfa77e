import { useEffect, useState } from 'react'
import type { Studio } from '~/domain/feedback/studio.server'
import { Button } from '~/ui/button'

type Item = NonNullable<Studio['draft']>['items'][number]
type BesideProps = {
  page: Studio
  /** The part that the field belongs to; null for the opening and the closing line. */
  item: Item | null
  field: Studio['suggestions'][number]['field']
  /** The field's own name in the form. */
  name: string
}

/** What stands beside a field: a colleague's words for it, and one's own phrases. */
export function Beside({ page, item, field, name }: BesideProps) {
  const given = page.suggestions.filter(
    (each) => each.field === field && each.itemKey === (item?.key ?? ''),
  )
  const place = item ? `${item.kind}.${field}` : `${field}`
  return (
    <>
      {given.map(({ id, words, by }) => (
        <div className="suggested flow" key={id}>
          <p>
            <b>{by} suggests:</b> <span className="pre">{words}</span>
          </p>
          <div className="actions inline">
            <Button small name="take" value={id} pending="Taking…" about={`from ${by}`}>
              Take these words
            </Button>
            <Button small name="leave" value={id} pending="Saving…" about={`from ${by}`}>
              Leave them
            </Button>
          </div>
        </div>
      ))}
      <Phrases phrases={page.phrases[place] ?? []} name={name} />
    </>
  )
}

/** One's own phrases for this place: with a tap where scripts run, to read where none do. */
function Phrases({ phrases, name }: { phrases: string[]; name: string }) {
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  if (phrases.length === 0) return null
  return (
    <details className="more">
      <summary>Phrases you kept before</summary>
      <ul className="plain flow">
        {phrases.map((words) => (
          <li key={words}>
            {alive ? (
              <Button type="button" small onClick={() => put(name, words)}>
                {words}
              </Button>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Puts a phrase at the end of what stands in the field, as if it were typed. */
function put(name: string, words: string) {
  const field = document.querySelector<HTMLTextAreaElement>(
    `form#studio textarea[name="${CSS.escape(name)}"]`,
  )
  if (!field) return
  const before = field.value.trimEnd()
  field.value = before ? `${before} ${words}` : words
  field.focus()
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
