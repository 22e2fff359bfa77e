import { paths } from '~/paths'
import { settledWords } from '~/words/en/feedback'
import { Button } from './button'
import { HiddenField } from './fields'
import { Form } from './form'
import { Tag } from './tag'

type SettledProps = {
  page: { id: string; settledOn: Record<string, string>; mayReply: boolean }
  /** A question or a step; without it, the whole letter. */
  part?: { id: string; title: string }
}

/** A quiet tag where something is settled, and the button by which either side settles or reopens it. */
export function Settled({ page, part = { id: '', title: settledWords.whole } }: SettledProps) {
  const on = page.settledOn[part.id]
  if (!on && !page.mayReply) return null
  const words = on ? settledWords.reopen : settledWords.settle
  const action = on ? paths.reopenLetter(page.id) : paths.settleLetter(page.id)
  return (
    <div className="actions inline no-print" id={part.id || 'settled'}>
      {on ? <Tag>{settledWords.on(on)}</Tag> : null}
      {page.mayReply ? (
        <Form action={action} className="one-button" label={`${words}: ${part.title}`}>
          <HiddenField name="about" value={part.id} />
          <Button small about={part.title}>
            {words}
          </Button>
        </Form>
      ) : null}
    </div>
  )
}
