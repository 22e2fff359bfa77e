import { isRouteErrorResponse } from '@remix-run/react'
import { paths } from '~/paths'
import { ButtonLink } from './button'
import { PublicShell } from './public-shell'

export type Problem = { title: string; sentence: string }

/** What a person reads in place of a page that could not be shown. */
export function problemOf(error: unknown): Problem {
  if (!isRouteErrorResponse(error)) return broken
  const known = (error.data?.prove ? prove : problems[error.status]) ?? broken
  // Refusals and conflicts bring their own sentence, written to be shown.
  const said = [403, 409, 422, 429].includes(error.status) && typeof error.data === 'string'
  return said && error.data ? { ...known, sentence: error.data } : known
}

export function ProblemPage({ problem }: { problem: Problem }) {
  return (
    <PublicShell>
      <h1>{problem.title}</h1>
      <p className="lead">{problem.sentence}</p>
      <div className="actions">
        <ButtonLink to={paths.home()} look="go" document>
          Go to the home page
        </ButtonLink>
        <ButtonLink to={paths.myHome()} document>
          Sign in or continue
        </ButtonLink>
      </div>
    </PublicShell>
  )
}

export const proveTitle = 'Please show that it is still you'

const prove: Problem = {
  title: proveTitle,
  sentence: 'What you are about to do cannot simply be undone, so we ask once more.',
}

const broken: Problem = {
  title: 'Something went wrong on our side',
  sentence:
    'The page could not be shown, and that is not your doing. Please go back and try once more. What you saved before is still there.',
}

const problems: Record<number, Problem> = {
  400: {
    title: 'We could not read that',
    sentence:
      'Something in the address or the form was not complete. Please go back and try again.',
  },
  401: {
    title: 'Please sign in again',
    sentence: 'Your session ended. Sign in, and open the page once more.',
  },
  403: {
    title: 'This page is for somebody else',
    sentence:
      'Your sign-in does not open it. If you think it should, ask your liaison or coordinator.',
  },
  404: {
    title: 'We could not find that page',
    sentence: 'It may have moved, or the address may have a slip in it. Nothing is lost.',
  },
  405: {
    title: 'That address takes no answers',
    sentence: 'Please go back to the page you came from and use its buttons.',
  },
  409: {
    title: 'Somebody was here first',
    sentence:
      'This changed while you had it open. Please go back, look at the new version, and try again.',
  },
  413: {
    title: 'That is too large for us to take',
    sentence: 'Please go back and choose a smaller file.',
  },
  422: {
    title: 'Something is still open',
    sentence: 'Please go back and look at the form again.',
  },
  429: {
    title: 'That was often in a short time',
    sentence: 'Please wait a few minutes and try again. Nothing is lost.',
  },
}
