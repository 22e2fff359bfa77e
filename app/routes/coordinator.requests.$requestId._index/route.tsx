import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { districtsOf } from '~/domain/districts/queries.server'
import type { JoinRequestId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { confirmJoin } from '~/domain/venues/confirm-join.server'
import { ConfirmForm } from '~/domain/venues/forms'
import { joinRequestFor } from '~/domain/venues/join-requests.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import { formatDayOf, listOf } from '~/words/en/format'
import { joinStateNames } from '~/words/en/standings'
import { Answering } from './answering'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.person}, for ${data.venue}` : 'Request to join'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.requestId as JoinRequestId
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const { request, venue, district, person, license, own, team, others } = await joinRequestFor(
      ctx,
      id,
    )
    const { state, words, reason, confirmedHow, createdAt, decidedAt, codeHash } = request
    return {
      id,
      state,
      words,
      reason,
      confirmedHow,
      own,
      person: person.name,
      email: person.email,
      venueId: venue.id,
      venue: venue.name,
      address: venue.address,
      phone: venue.phone,
      license,
      district,
      districts: district
        ? []
        : (await districtsOf(ctx.db)).map(({ id, name }) => ({ value: id, label: name })),
      team: team.map(({ name }) => name),
      others,
      letter: codeHash !== null,
      askedOn: formatDayOf(createdAt, timeZone),
      decidedOn: decidedAt && formatDayOf(decidedAt, timeZone),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.requestId as JoinRequestId
  await load(() => joinRequestFor(ctx, id))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ConfirmForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await confirmJoin(form.ctx, id, form.data)
    return redirect(paths.joinRequest(id))
  })
}

const ways = {
  phone: 'by a call to the public phone',
  mailed_code: 'by the code from a letter',
  claim_code: 'by the code from a letter',
}

export default function JoinRequest() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const how = page.confirmedHow ? `, ${ways[page.confirmedHow]}` : ''
  return (
    <>
      <h1>
        {page.person}, for {page.venue}
      </h1>
      <p className="lead">
        {page.decidedOn
          ? `${joinStateNames[page.state]} on ${page.decidedOn}${how}.`
          : `Asked to join on ${page.askedOn}.`}
      </p>
      {page.others.length > 0 ? (
        <Notice tone="warning">
          {`${listOf(page.others.map(({ name }) => name))} asked to join with this venue as well. Only people you confirm can see what the venue writes.`}
        </Notice>
      ) : null}
      {page.team.length > 0 && page.state === 'waiting' ? (
        <Notice>
          {`${listOf(page.team)} joined with this venue already. Ask them first: they know who belongs to their team.`}
        </Notice>
      ) : null}
      <SummaryList
        rows={[
          { term: 'Person', detail: `${page.person}, ${page.email} (address confirmed by a code)` },
          {
            term: 'Venue',
            detail: `${page.venue}, ${page.address}`,
            change: { to: paths.coordinatorVenue(page.venueId), label: 'Open' },
          },
          {
            term: 'License',
            detail: page.license ?? 'Typed in; it may stand on the list under another name',
          },
          { term: 'Public phone', detail: page.phone ?? 'Not noted yet' },
          { term: 'In their words', detail: page.words ?? 'Nothing written' },
          ...(page.reason ? [{ term: 'Why it was set aside', detail: page.reason }] : []),
        ]}
      />
      {page.own ? (
        <Notice>This is your own request. Another coordinator answers it.</Notice>
      ) : page.state === 'waiting' || answer ? (
        <Answering page={page} answer={answer} />
      ) : null}
    </>
  )
}
