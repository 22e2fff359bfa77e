import type { Studio } from '~/domain/feedback/studio.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { FreeTextNotice, HiddenField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { countOf, formatNumber, listOf } from '~/words/en/format'
import { Beside } from './beside'
import { Colleagues, GivenParts, SentEarly } from './colleagues'
import { ItemFields } from './item-fields'
import { Theirs } from './theirs'
import type { Keeping } from './use-keeping'
import { FieldHints, type Tone, toneTaken } from './use-tone'

type ResponseFormProps = {
  page: Studio
  draft: NonNullable<Studio['draft']>
  answer: FormAnswer | undefined
  keeping: Keeping
  tone: Tone
}

/** The response while it is written: opening, strengths first, then the rest, and the closing line. */
export function ResponseForm({ page, draft, answer, keeping, tone }: ResponseFormProps) {
  const own = draft.items.filter(({ kind }) => kind === 'next_step').length
  const steps = own + page.stepsBefore
  return (
    <section id="response" className="studio-pane flow" aria-labelledby="response-title">
      <h2 id="response-title">Your response</h2>
      {page.begunBy ? (
        <Notice>{page.begunBy} wrote here last. You both write in the same response.</Notice>
      ) : null}
      {page.heldUntil ? (
        <Notice>
          You put it aside until {page.heldUntil}. Nothing is sent before you send it.
        </Notice>
      ) : null}
      <SentEarly page={page} />
      <Colleagues page={page} />
      <GivenParts page={page} />
      <Theirs
        theirs={answer?.theirs ?? keeping.theirs}
        sentence={keeping.problem}
        titles={page.titles}
        items={draft.items}
      />
      <Form
        id="studio"
        answer={answer}
        values={valuesOf(draft)}
        action={paths.response(page.applicationId)}
      >
        <FreeTextNotice more="Private to the liaisons of this district until it is sent." />
        <HiddenField name="revision" value={keeping.revision} />
        <input type="hidden" name={toneTaken} defaultValue="0" />
        <textarea name="addQuote" hidden aria-hidden="true" tabIndex={-1} />
        <textarea name="addAnchor" hidden aria-hidden="true" tabIndex={-1} />
        <TextArea
          name="opening"
          notice="in form"
          label="Opening"
          hint="A line or two, from person to person."
          rows={3}
          width="full"
        />
        <FieldHints tone={tone} part="opening" field="words" />
        <Beside page={page} item={null} field="opening" name="opening" />
        {draft.items.length === 0 ? (
          <p className="soft">
            Nothing is noted yet. Under each piece that they shared there is a button: begin with a
            strength.
          </p>
        ) : null}
        {draft.items.map((item, index) => (
          <ItemFields key={item.key} item={item} index={index} page={page} tone={tone} />
        ))}
        <Outcome steps={steps} stillOpen={page.stillOpen} amendment={page.amendment} />
        <TextArea
          name="closing"
          notice="in form"
          label="Closing line"
          hint="It says that the venue decides."
          rows={2}
          width="full"
        />
        <FieldHints tone={tone} part="closing" field="words" />
        <Beside page={page} item={null} field="closing" name="closing" />
        <div className="studio-actions">
          <div className="actions">
            <Button look="go" name="next" value="preview" pending="Saving…">
              Preview the letter
            </Button>
            <Button pending="Saving…">Save</Button>
          </div>
          <div className="actions inline">
            <Button small name="next" value="hold" pending="Saving…">
              Hold until tomorrow
            </Button>
            {page.amendment ? null : (
              <Button small name="next" value="early" pending="Saving…">
                Send one area early
              </Button>
            )}
            <Button small name="next" value="part" pending="Saving…">
              Ask for a part
            </Button>
            <Button small name="next" value="ask" pending="Saving…">
              Ask a colleague to read this first
            </Button>
            <Button small name="next" value="desk" pending="Saving…">
              Save and go to the desk
            </Button>
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

/** For nobody but whoever writes here. */
export function OwnCounts({ counts: { taken, left } }: { counts: Studio['toneCounts'] }) {
  if (taken + left === 0) return null
  return (
    <p className="soft">
      So far you took {countOf(taken, 'suggestion', 'suggestions')} on tone and left{' '}
      {formatNumber(left)} as they were. Only you can see this.
    </p>
  )
}

type OutcomeProps = { steps: number; stillOpen: string[]; amendment: boolean }

/** What the response will say as it stands: another round, or "everything is in place". */
function Outcome({ steps, stillOpen, amendment }: OutcomeProps) {
  if (steps > 3) {
    return (
      <Notice tone="warning">
        There are {steps} next steps in this round. Keep the three that help most; the others can
        wait.
      </Notice>
    )
  }
  if (amendment) {
    return <Notice>The venue is accredited and stays so, whatever this letter says.</Notice>
  }
  if (steps > 0) return null
  return stillOpen.length > 0 ? (
    <Notice>
      Without a next step the letter would say that everything is in place. Still open:{' '}
      {listOf(stillOpen)}.
    </Notice>
  ) : (
    <Notice tone="success">
      Every essential is in place. Without a next step, this letter says so, and the certificate is
      next.
    </Notice>
  )
}

export function valuesOf({ opening, closing, items }: ResponseFormProps['draft']) {
  const values: Record<string, string> = { opening, closing }
  items.forEach((item, index) => {
    const { words, quote, why, help, proposedOn, lawSource, roundEvidenceId, law } = item
    const fields = { words, quote, why, help, proposedOn, lawSource }
    for (const [field, value] of Object.entries(fields)) values[`items.${index}.${field}`] = value
    values[`items.${index}.roundEvidenceId`] = roundEvidenceId ?? ''
    values[`items.${index}.law`] = law ? 'yes' : ''
  })
  return values
}
