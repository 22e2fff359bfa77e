import { paths } from '~/paths'
import { settledWords } from '~/words/en/feedback'
import { Button } from './button'
import { HiddenField } from './fields'
import { Form } from './form'
import { Tag } from './tag'

type SettledProps = {
  page: { id: string; settledOn: Record<string, string>; mayReply: boolean }
  /** A question or a step; without it, the whole letter. */
  part?: { id: string; title: string; words?: string }
}

/** A quiet tag where something is settled, and the button by which either side settles or reopens it. */
export function Settled({ page, part = { id: '', title: settledWords.whole } }: SettledProps) {
  const on = page.settledOn[part.id]
  if (!on && !page.mayReply) return null
  const words = on ? settledWords.reopen : settledWords.settle
  // Two parts can speak of one standard: a reader who hears the buttons alone tells them apart by their words.
  const about = part.words ? `“${part.words.slice(0, 60)}”` : part.title
  const action = on ? paths.reopenLetter(page.id) : paths.settleLetter(page.id)
  return (
    <div className="actions inline no-print" id={part.id || 'settled'}>
      {on ? <Tag>{settledWords.on(on)}</Tag> : null}
      {page.mayReply ? (
        <Form action={action} className="one-button" label={`${words}: ${about}`}>
          <HiddenField name="about" value={part.id} />
          <Button small about={about}>
            {words}
          </Button>
        </Form>
      ) : null}
    </div>
  )
}
