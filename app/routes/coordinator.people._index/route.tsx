import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { openInvitations } from '~/domain/accounts/invitations.server'
import { programPeople } from '~/domain/accounts/program-people.server'
import { programRoles, signsInAsStaff } from '~/domain/accounts/program-places'
import type { Reading } from '~/domain/context'
import type { PersonId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Select, TextField } from '~/ui/fields'
import { InvitationList, type InvitationRow } from '~/ui/invitation-list'
import { Notice } from '~/ui/notice'
import { Pagination } from '~/ui/pagination'
import { TaskList } from '~/ui/task-list'
import { countOf, formatDayOf } from '~/words/en/format'
import { addressed, roleNames } from '~/words/en/names'
import {
  awayWords,
  isDone,
  peopleDone,
  programPlacesWords,
  signInWords,
  stateTag,
} from '~/words/en/people'
import { invitationStandings, offerWords } from '~/words/en/places'

export const meta: MetaFunction = () => [{ title: 'People of the program – Lamplight' }]

const filters = [...programRoles, 'away'] as const
type Filter = (typeof filters)[number]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const words = (asked.get('words') ?? '').slice(0, 200)
  const role = filters.find((each) => each === asked.get('role')) ?? null
  const after = asked.get('after') as PersonId | null
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const page = await programPeople(ctx, { words, role, after })
    const filter = { words, role: role ?? '' }
    const whole = !words && !role && !after
    return {
      filter,
      all: page.all,
      fitting: page.fitting,
      later: after !== null,
      done: isDone(asked.get('done'))
        ? peopleDone[asked.get('done') as keyof typeof peopleDone]
        : '',
      invitations: whole ? await invitationRows(ctx, timeZone) : [],
      next: page.next && paths.programPeople({ ...filter, after: page.next }),
      people: page.people.map((person) => {
        const { id, places, awayUntil, signIn } = person
        const state = {
          setUp: signIn.setUp,
          locked: signIn.lockedAt !== null,
          lastHere: signIn.lastHereAt && formatDayOf(signIn.lastHereAt, timeZone),
          staff: signsInAsStaff(person),
        }
        const away = awayUntil && awayWords(awayUntil)
        return {
          id,
          title: addressed(person),
          to: paths.programPerson(id),
          detail: [programPlacesWords(places), away, signInWords(state)]
            .filter(Boolean)
            .join(' · '),
          ...stateTag({ ...state, away: awayUntil !== null }),
        }
      }),
    }
  })
}

async function invitationRows(ctx: Reading, timeZone: string): Promise<InvitationRow[]> {
  const rows = await openInvitations(ctx, null)
  return rows.map(({ invitation, inviter, district, standing }) => ({
    id: invitation.id,
    name: addressed(invitation),
    email: invitation.email,
    what: offerWords({ ...invitation, venue: null, district }),
    by: addressed(inviter),
    standing,
    words: invitationStandings[standing],
    sent: formatDayOf(invitation.sentAt, timeZone),
    until: formatDayOf(invitation.expiresAt, timeZone),
    links:
      standing === 'withdrawn'
        ? null
        : {
            again: paths.renewPlaceInvitation(invitation.id),
            back: paths.withdrawPlaceInvitation(invitation.id),
          },
  }))
}

const filterNames: Record<Filter, string> = { ...roleNames, away: 'On leave' }

export default function People() {
  const page = useLoaderData<typeof loader>()
  const { filter, people, invitations, fitting, all, next } = page
  const invite = (
    <ButtonLink to={paths.inviteToProgram()} look="go">
      Invite somebody
    </ButtonLink>
  )
  return (
    <>
      <h1>People of the program</h1>
      <p className="lead">
        Who runs the program, who looks after venues, and who reads its figures. The people of a
        venue are looked after by its owner, and are not here.
      </p>
      {page.done ? (
        <Notice tone="success" live>
          {page.done}
        </Notice>
      ) : null}
      <div className="actions">{invite}</div>
      {all > 10 || filter.words || filter.role ? (
        <Form className="filter" role="search" key={JSON.stringify(filter)}>
          <TextField
            name="words"
            type="search"
            label="Name or email address"
            width="full"
            defaultValue={filter.words}
          />
          <Select
            name="role"
            label="What they are"
            width="full"
            prompt="Everybody"
            choices={filters.map((value) => ({ value, label: filterNames[value] }))}
            defaultValue={filter.role}
          />
          <Button>Show</Button>
        </Form>
      ) : null}
      {fitting > 0 ? (
        <>
          <p>
            {countOf(fitting, 'person', 'people')}, by name.{' '}
            {invitations.length > 0 ? (
              <a href="#invitations">
                {countOf(invitations.length, 'invitation', 'invitations')} below.
              </a>
            ) : null}
            {page.later ? <a href={paths.programPeople(filter)}>Back to the first page</a> : null}
          </p>
          <TaskList tasks={people} label="People of the program" />
          <Pagination label="People" next={next} />
        </>
      ) : (
        <EmptyState
          title="Nobody fits"
          action={
            <>
              <ButtonLink to={paths.programPeople()}>Show everybody</ButtonLink>
              <ButtonLink to={paths.inviteToProgram()}>Invite somebody</ButtonLink>
            </>
          }
        >
          Try fewer words, or another role. People are found by their name and their email address.
        </EmptyState>
      )}
      {invitations.length > 0 ? <InvitationList invitations={invitations} /> : null}
    </>
  )
}
