import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { placesOf } from '~/domain/accounts/queries.server'
import { ReadinessForm } from '~/domain/standards/forms'
import { anyAnswered } from '~/domain/standards/readiness-answers'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { personOrNull } from '~/http/newcomer.server'
import { readinessCookieFor, readReadiness } from '~/http/readiness-cookie.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { TaskList } from '~/ui/task-list'

export const meta: MetaFunction = () => [{ title: 'Start with your answers – Lamplight' }]

type Args = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

export async function loader(args: LoaderFunctionArgs) {
  return load(async () => ({
    carried: (await readReadiness(args.request)) !== null,
    venues: await venuesOf(args),
  }))
}

/** The one place that sets the cookie with the answers, because somebody asked to take them along. */
export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args, visit(args), ReadinessForm)
  if (!form.ok) return form.answer
  if (!anyAnswered(form.data)) return redirect(paths.readiness())
  await load(() => spend(form.ctx, 'readiness'))
  const headers = { 'Set-Cookie': await readinessCookieFor(form.data) }
  const [venue, ...others] = await venuesOf(args)
  const straight = venue && others.length === 0
  return redirect(straight ? venue.to : paths.startFromReadiness(), { headers })
}

async function venuesOf(args: Args) {
  const person = await personOrNull(args)
  const places = person ? await placesOf(person.db, person.actor) : []
  return places.flatMap(({ venueId, venue }) =>
    venueId && venue
      ? [{ title: venue, to: paths.startApplication(venueId), status: 'Start here' }]
      : [],
  )
}

export default function StartFromReadiness() {
  const { carried, venues } = useLoaderData<typeof loader>()
  if (!carried) {
    return (
      <>
        <h1>There are no answers with you</h1>
        <p className="lead">
          Answers of the readiness check wait in a browser for two hours. You can answer it again,
          or begin without it.
        </p>
        <div className="actions">
          <ButtonLink to={paths.readiness()} look="go" document>
            Answer the readiness check
          </ButtonLink>
          <ButtonLink to={paths.join()} document>
            Join with your venue
          </ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <h1>Your answers come along</h1>
      <p className="lead">
        They wait in this browser for two hours. When you start your application, you are asked once
        more whether to take them along. Only your own team ever reads them.
      </p>
      {venues.length > 0 ? (
        <section className="flow">
          <h2>For which of your venues?</h2>
          <TaskList tasks={venues} label="Your venues" />
        </section>
      ) : (
        <>
          <div className="actions">
            <ButtonLink to={paths.join()} look="go" document>
              Join with your venue
            </ButtonLink>
            <ButtonLink to={paths.claim()} document>
              Use the code from your letter
            </ButtonLink>
          </div>
          <p>
            Have you been here before?{' '}
            <a href={paths.signIn(paths.startFromReadiness())}>Sign in</a>, and you come back here.
          </p>
        </>
      )}
    </>
  )
}
