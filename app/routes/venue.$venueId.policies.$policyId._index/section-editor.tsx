import '~/ui/styles/forms.css'
import '~/ui/styles/workspace.css'
import { type FormEvent, useContext, useId, useRef, useState } from 'react'
import type { PolicyPage } from '~/domain/applications/workspace-policies.server'
import { useAutosave } from '~/ui/autosave'
import { SubmissionSeed } from '~/ui/form-state'
import { Markdown } from '~/ui/markdown'
import { SaveTrouble, saveWords } from '~/ui/save-state'
import { sendDraft } from '~/ui/send-draft'
import { RichBox, useRichText } from './rich-box'

const route = 'routes/venue.$venueId.policies.$policyId.sections.$anchor'

type SectionEditorProps = { section: PolicyPage['sections'][number] }

/** One section: its question, an example to read, and the box. It saves itself where scripts run, and by its button everywhere. */
export function SectionEditor({ section }: SectionEditorProps) {
  const { anchor, heading, prompt, example, saveTo } = section
  const id = useId().replace(/[^A-Za-z0-9]/g, '')
  const form = useRef<HTMLFormElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const passing = useRef(false)
  const submission = `${useContext(SubmissionSeed)}.${id}`.replace(/[^A-Za-z0-9.-]/g, '')
  const [text, setText] = useState(section.body)
  const { state, revision, typed, left, asked } = useAutosave({
    read: () => area.current?.value,
    text: section.body,
    revision: String(section.revision),
    send: (body, from) =>
      sendDraft({ action: saveTo, route, fields: { body }, revision: from, shows: 'body' }),
  })

  const { rich, choose } = useRichText(area)
  const describedBy = prompt ? `${id}-hint free-text` : 'free-text'

  function onSubmit(event: FormEvent) {
    if (passing.current) return
    event.preventDefault()
    asked()
  }

  function postWhole() {
    passing.current = true
    form.current?.requestSubmit()
  }

  return (
    <section className={text ? 'section' : 'section unwritten'} id={anchor}>
      <form ref={form} method="post" action={saveTo} onSubmit={onSubmit} className="flow">
        <h2>
          {rich ? (
            <span id={`${id}-label`}>{heading}</span>
          ) : (
            <label htmlFor={`${id}-body`}>{heading}</label>
          )}
        </h2>
        {prompt ? (
          <p className="hint no-print" id={`${id}-hint`}>
            {prompt}
          </p>
        ) : null}
        {example ? (
          <details className="more no-print">
            <summary>
              An example<span className="sr"> for {heading}</span>
            </summary>
            <p>{example}</p>
          </details>
        ) : null}
        <input type="hidden" name="_submission" value={submission} autoComplete="off" />
        <input type="hidden" name="revision" value={revision} autoComplete="off" />
        <RichBox
          area={area}
          rich={rich}
          choose={choose}
          heading={heading}
          labelledBy={`${id}-label`}
          describedBy={describedBy}
          onLeave={left}
        >
          <textarea
            ref={area}
            className="box"
            id={`${id}-body`}
            name="body"
            rows={5}
            defaultValue={section.body}
            aria-describedby={describedBy}
            onInput={(event) => {
              setText(event.currentTarget.value)
              typed(event.currentTarget.value)
            }}
            onBlur={left}
          />
        </RichBox>
        <SaveTrouble state={state} onPost={postWhole} />
        <div className="save-line no-print">
          <button type="submit" className="btn quiet small">
            Save<span className="sr"> {heading}</span>
          </button>
          <p className="saved" role="status">
            {saveWords(state, section.saved)}
          </p>
        </div>
        <div className="print-only">
          <Markdown text={text} />
        </div>
      </form>
    </section>
  )
}
