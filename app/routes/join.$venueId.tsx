import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import type { VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { askedPath, askToJoin } from '~/domain/venues/ask-to-join.server'
import { AskAsNewcomerForm, AskForm } from '~/domain/venues/forms'
import { ownRequest, venueToJoin } from '~/domain/venues/join-page.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { confirmByEmail, personOrNull } from '~/http/newcomer.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { NewcomerFields } from '~/ui/newcomer-fields'
import { Notice } from '~/ui/notice'
import { formatDayOf } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Ask to join – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = visit(args)
  const person = await personOrNull(args)
  return load(async () => {
    const venue = await venueToJoin(db, args.params.venueId as VenueId)
    if (!person) return { ...venue, as: null, request: null }
    const { request, place } = await ownRequest(person, venue.id)
    if (place?.confirmed) throw redirect(paths.venue(venue.id))
    const { timeZone } = await programOf(db)
    return {
      ...venue,
      as: person.actor.person.name,
      request: request && {
        state: request.state,
        reason: request.reason,
        on: formatDayOf(request.createdAt, timeZone),
        open: place !== null,
      },
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const venueId = args.params.venueId as VenueId
  const visiting = visit(args)
  await load(() => venueToJoin(visiting.db, venueId))
  const person = await personOrNull(args)
  if (person) {
    const form = await parseForm(args, person, AskForm)
    if (!form.ok) return form.answer
    return respond(form, async () => {
      await spend(form.ctx, 'join', { person: person.actor.person.id })
      return redirect(askedPath(await askToJoin(form.ctx, venueId, form.data.words)))
    })
  }
  const form = await parseForm(args, visiting, AskAsNewcomerForm)
  if (!form.ok) return form.answer
  const { words, ...newcomer } = form.data
  const what = { kind: 'ask' as const, venueId, words }
  return respond(form, () => confirmByEmail(args.request, form.ctx, { ...newcomer, what }))
}

export default function JoinVenue() {
  const { id, name, address, as, request } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  if (request?.state === 'waiting' && !answer) {
    return (
      <>
        <h1>We have your request</h1>
        <p className="lead">
          You asked to join with {name} on {request.on}.
        </p>
        <p>
          A coordinator confirms that you belong there, by the venue’s public phone or by a letter
          with a code. We write to you as soon as that is done.
        </p>
        {request.open ? (
          <ButtonLink to={paths.venue(id)} look="go">
            Start writing meanwhile
          </ButtonLink>
        ) : (
          <Notice>
            Somebody asked before you, or has joined with {name} already. So that nobody reads what
            is private to them, the venue’s page opens to you once you are confirmed.
          </Notice>
        )}
        <p>
          Did a letter come? <a href={paths.claim()}>Use its code</a>.
        </p>
      </>
    )
  }
  return (
    <>
      <h1>Ask to join with {name}</h1>
      <p className="lead">{address}</p>
      {request?.state === 'set_aside' ? (
        <Notice title={`Your request of ${request.on} was set aside`}>{request.reason}</Notice>
      ) : null}
      <p>
        A coordinator confirms that you belong to this venue, by the phone number that the public
        can find or by a letter with a code. Until then you can write drafts; you cannot share them.
      </p>
      <Form document answer={answer} label={`Ask to join with ${name}`}>
        {as ? <p>You ask as {as}.</p> : <NewcomerFields />}
        <TextArea
          name="words"
          label="What you do at the venue"
          hint="A sentence is enough, such as: I have owned the place since 2019."
          optional
          rows={3}
          limit={500}
        />
        <Button look="go" pending="Sending…">
          {as ? 'Ask to join' : 'Send me a code by email'}
        </Button>
      </Form>
      <p>
        Not your venue? <a href={paths.join()}>Look for it again</a>.
      </p>
    </>
  )
}
