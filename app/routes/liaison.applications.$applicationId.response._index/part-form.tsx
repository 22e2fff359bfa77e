import type { Studio } from '~/domain/feedback/studio.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { FreeTextNotice, HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { ItemFields } from './item-fields'
import { OwnCounts, valuesOf } from './response-form'
import { Theirs } from './theirs'
import type { Keeping } from './use-keeping'
import { type Tone, toneTaken } from './use-tone'

type PartFormProps = {
  page: Studio
  part: NonNullable<Studio['part']>
  draft: NonNullable<Studio['draft']>
  answer: FormAnswer | undefined
  keeping: Keeping
  tone: Tone
}

/** A part of somebody else's letter while it is written: strengths first, then questions and steps. */
export function PartForm({ page, part, draft, answer, keeping, tone }: PartFormProps) {
  return (
    <section id="response" className="studio-pane flow" aria-labelledby="response-title">
      <h2 id="response-title">Your part</h2>
      {part.askedWords ? (
        <Notice title={`A word from ${part.askedBy}`}>
          <p className="pre">{part.askedWords}</p>
        </Notice>
      ) : null}
      {part.handedOn ? (
        <Notice tone="success">
          You handed it over on {part.handedOn}. Until {part.askedBy} takes it into the letter you
          can still change it.
        </Notice>
      ) : null}
      <Theirs
        theirs={answer?.theirs ?? keeping.theirs}
        sentence={keeping.problem}
        titles={page.titles}
        items={draft.items}
      />
      <Form id="studio" answer={answer} values={valuesOf(draft)} action={paths.part(part.id)}>
        <FreeTextNotice more={`Yours alone until you hand it to ${part.askedBy}.`} />
        <HiddenField name="revision" value={keeping.revision} />
        <input type="hidden" name={toneTaken} defaultValue="0" />
        <textarea name="addQuote" hidden aria-hidden="true" tabIndex={-1} />
        <textarea name="addAnchor" hidden aria-hidden="true" tabIndex={-1} />
        {draft.items.length === 0 ? (
          <p className="soft">
            Nothing is noted yet. Under each piece that they shared there is a button: begin with a
            strength.
          </p>
        ) : null}
        {draft.items.map((item, index) => (
          <ItemFields key={item.key} item={item} index={index} page={page} tone={tone} />
        ))}
        <div className="studio-actions">
          <div className="actions">
            <Button look="go" name="next" value="hand_over" pending="Handing over…">
              Hand it over
            </Button>
            <Button pending="Saving…">Save</Button>
          </div>
          <p className="saved" role="status">
            {keeping.words}
          </p>
          <OwnCounts counts={page.toneCounts} />
        </div>
      </Form>
    </section>
  )
}
