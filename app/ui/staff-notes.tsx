import { noteWords } from '~/words/en/notes'
import { Button, ButtonLink } from './button'
import { TextArea } from './fields'
import { Form, type FormAnswer } from './form'

type Note = { id: string; who: string; when: string; words: string; own: boolean }

type StaffNotesProps = {
  district: string
  notes: Note[]
  action: string
  removeAt: (noteId: string) => string
}

/** What the staff noted among themselves, with who reads it, and a box for one more. */
export function StaffNotes({ district, notes, action, removeAt }: StaffNotesProps) {
  return (
    <section className="flow" id="notes">
      <h2>{noteWords.title}</h2>
      <p className="soft">{noteWords.readers(district)}</p>
      {notes.length > 0 ? (
        <ul className="plain flow">
          {notes.map(({ id, who, when, words, own }) => (
            <li key={id} id={id} className="notice flow">
              <p className="soft">
                {who}, {when}
              </p>
              <p className="pre">{words}</p>
              {own ? (
                <ButtonLink to={removeAt(id)} small about={`of ${when}`}>
                  {noteWords.remove}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{noteWords.none}</p>
      )}
      <NoteBox action={action} />
    </section>
  )
}

/** A note may be asked for one day, and what does not belong in it stands beside the box. */
export function NoteBox({ action, answer }: { action: string; answer?: FormAnswer | undefined }) {
  return (
    <Form action={action} answer={answer} label={noteWords.write}>
      <TextArea
        name="words"
        label={noteWords.label}
        hint={noteWords.records}
        limit={2_000}
        rows={3}
      />
      <Button pending={noteWords.writing}>{noteWords.write}</Button>
    </Form>
  )
}
