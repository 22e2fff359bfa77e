import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refuseWhenSpent, spend } from '~/domain/accounts/limits.server'
import { normalizedCode } from '~/domain/accounts/typed-code'
import { ButtonForm } from '~/domain/forms'
import { codeOnFile } from '~/domain/venues/claim-code.server'
import { claimVenue } from '~/domain/venues/claim-venue.server'
import { NewcomerForm } from '~/domain/venues/forms'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { confirmByEmail, personOrNull } from '~/http/newcomer.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { NewcomerFields } from '~/ui/newcomer-fields'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction = () => [{ title: 'Join with your venue – Lamplight' }]

/** Shows what a code opens. Only the button uses it, for mail programs open links too. */
export async function loader(args: LoaderFunctionArgs) {
  const visiting = visit(args)
  const person = await personOrNull(args)
  const found = await load(async () => {
    await refuseWhenSpent(visiting, 'claim')
    const code = normalizedCode(args.params.code ?? '')
    const onFile = await codeOnFile(visiting.db, code, visiting.now)
    if ('refused' in onFile) await spend(visiting, 'claim')
    return onFile
  })
  if ('refused' in found) {
    const own = person && found.usedBy === person.actor.person.id
    if (own && found.venueId) throw redirect(paths.venue(found.venueId))
    return json({ refused: found.refused, opens: null }, { status: 404 })
  }
  const { venue, address } = found
  return json({ refused: null, opens: { venue, address, as: person?.actor.person.name ?? null } })
}

export async function action(args: ActionFunctionArgs) {
  const code = normalizedCode(args.params.code ?? '')
  const person = await personOrNull(args)
  if (person) {
    const form = await parseForm(args, person, ButtonForm)
    if (!form.ok) return form.answer
    return respond(form, async () => {
      await spend(form.ctx, 'join', { person: person.actor.person.id })
      return redirect(paths.venue(await claimVenue(form.ctx, code)))
    })
  }
  const form = await parseForm(args, visit(args), NewcomerForm)
  if (!form.ok) return form.answer
  const what = { kind: 'claim' as const, code }
  return respond(form, () => confirmByEmail(args.request, form.ctx, { ...form.data, what }))
}

export default function ClaimCode() {
  const { refused, opens } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (!opens) {
    return (
      <>
        <h1>This code opens nothing now</h1>
        <Notice tone="warning">{answer?.errors?.code ?? refused ?? ''}</Notice>
        <div className="actions">
          <ButtonLink to={paths.claim()} look="go" document>
            Type a code
          </ButtonLink>
          <ButtonLink to={paths.signIn()} document>
            Sign in
          </ButtonLink>
          <ButtonLink to={paths.join()} document>
            Ask to join
          </ButtonLink>
        </div>
      </>
    )
  }
  const { venue, address, as } = opens
  return (
    <>
      <h1>Welcome, {venue}</h1>
      <p className="lead">{address}</p>
      <p>
        With this code you join as an owner of {venue}. The code then works no more. What you write
        is private to your team until you share it, and you can leave at any time.
      </p>
      <Form document answer={answer} label={`Join with ${venue}`}>
        {as ? null : <NewcomerFields />}
        <Button look="go" pending={as ? 'Joining…' : 'Sending…'}>
          {as ? `Join as ${as}` : 'Send me a code by email'}
        </Button>
      </Form>
      <p>
        Not your venue? Please leave the code unused, and <a href={paths.join()}>ask to join</a>{' '}
        with your own.
      </p>
    </>
  )
}
