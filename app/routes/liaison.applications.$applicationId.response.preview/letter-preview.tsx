import { Link } from '@remix-run/react'
import type { Preview } from '~/domain/feedback/studio.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { HiddenField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { LetterBody } from '~/ui/letter-body'
import { Notice } from '~/ui/notice'
import { countOf } from '~/words/en/format'

type LetterPreviewProps = { page: Preview; answer?: FormAnswer | undefined }

/** The letter exactly as the venue will read it, and the button that sends it. */
export function LetterPreview({ page, answer }: LetterPreviewProps) {
  const { applicationId, venue, letter, problems, hints } = page
  const studio = paths.response(applicationId)
  if (page.sent) {
    return (
      <>
        <h1>The letter to {venue} is sent</h1>
        {answer?.errors ? (
          <Notice tone="warning" live>
            {answer.errors['']}
          </Notice>
        ) : null}
        <p>
          <Link to={paths.reviewLetter(applicationId, page.sent)}>Read the letter</Link>
        </p>
      </>
    )
  }
  return (
    <>
      <p className="kicker">
        <Link to={studio}>Back to writing</Link>
      </p>
      <h1>As {venue} will read it</h1>
      {problems.length > 0 ? (
        <Notice tone="warning" title="Before it can go">
          <ul>
            {problems.map(({ field, sentence, place, about }) => (
              <li key={field}>
                <Link to={`${studio}${place}`}>
                  {about ? `${about}: ` : ''}
                  {sentence}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {hints > 0 ? (
        <p className="soft">
          The tone helper has {countOf(hints, 'suggestion', 'suggestions')}{' '}
          <Link to={studio}>beside what you wrote</Link>. You can take them or leave them.
        </p>
      ) : null}
      <LetterBody letter={{ ...letter, ready: letter.ready && problems.length === 0 }} />
      {problems.length === 0 || answer?.errors ? (
        <Form action={paths.sendResponse(applicationId)} answer={answer} label="Send the letter">
          <HiddenField name="revision" value={String(page.revision)} />
          <p>
            {letter.ready
              ? 'With this letter, everything is in place; the certificate is the next thing you do.'
              : page.amendment
                ? 'The venue gets it by email and here. Its accreditation goes on as it is.'
                : 'The venue gets it by email and here. Then it is their turn.'}
          </p>
          <div className="actions">
            <Button look="go" pending="Sending…">
              Send to {venue}
            </Button>
            <ButtonLink to={studio}>Go on writing</ButtonLink>
            <ButtonLink to={paths.desk()}>Hold it and read again later</ButtonLink>
          </div>
        </Form>
      ) : (
        <div className="actions">
          <ButtonLink to={studio} look="go">
            Go on writing
          </ButtonLink>
          <ButtonLink to={paths.desk()}>Hold it and read again later</ButtonLink>
        </div>
      )}
    </>
  )
}
