import '~/ui/styles/workspace.css'
import { Link, useParams } from '@remix-run/react'
import type { StandardPage } from '~/domain/applications/workspace-standard-page.server'
import { paths } from '~/paths'

type AnswerBoxProps = { answer: StandardPage['answer']; code: string; mayEdit: boolean }

/** The other ways: not applicable, another way, or with counsel. Each is as welcome as evidence. */
export function AnswerBox({ answer, code, mayEdit }: AnswerBoxProps) {
  const { venueId = '' } = useParams()
  const usual = answer.stance === 'with_evidence'
  if (usual && !mayEdit) return null
  return (
    <section className="flow">
      <h2>{usual ? 'It does not fit your venue?' : answer.name}</h2>
      {usual ? (
        <p>
          You can say why it does not apply, describe another way in which you reach the same end,
          or tell us that your counsel or insurer is reading it.
        </p>
      ) : (
        <>
          {answer.bare ? (
            <p>
              Saved without words yet. It counts, and goes along, once you say it in a sentence.
            </p>
          ) : (
            <p className="own-words">{answer.words}</p>
          )}
          <p className="soft">{answer.edited}</p>
          {answer.hearOnWords ? <p>You expect to hear by {answer.hearOnWords}.</p> : null}
        </>
      )}
      {mayEdit ? (
        <p>
          <Link to={paths.answerStandard(venueId, code)}>
            {usual ? 'Answer in another way' : 'Change this answer'}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
