import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { programPersonPage } from '~/domain/accounts/program-person.server'
import { hasAnythingToChange, placesAs, signsInAsStaff } from '~/domain/accounts/program-places'
import { ownTrainingsOf } from '~/domain/applications/own-trainings.server'
import { dayOf } from '~/domain/dates'
import type { PersonId } from '~/domain/ids'
import { canRecoverStaff, canRemovePerson } from '~/domain/permissions/staff'
import { programOf } from '~/domain/standards/program.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import '~/ui/styles/workspace.css'
import { countOf, formatDayOf, formatMoment } from '~/words/en/format'
import { addressed, placesWords } from '~/words/en/names'
import { awayWords, isDone, peopleDone, programPlaceWords, signInWords } from '~/words/en/people'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'A person'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.personId as PersonId
  const done = new URL(args.request.url).searchParams.get('done')
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const person = await programPersonPage(ctx, id)
    const { places, signIn, awayUntil, link } = person
    const staff = signsInAsStaff(person)
    const answers = [...person.answers.values()].reduce((sum, count) => sum + count, 0)
    return {
      id,
      name: addressed(person),
      email: person.email,
      done: isDone(done) ? peopleDone[done] : '',
      places: places.map((place) => ({
        id: place.id,
        words: programPlaceWords(place),
        change: hasAnythingToChange(place),
      })),
      atVenues: placesWords(person.atVenues.map((place) => ({ ...place, district: null }))),
      signIn: signInWords({
        setUp: signIn.setUp,
        locked: signIn.lockedAt !== null,
        lastHere: signIn.lastHereAt && formatMoment(signIn.lastHereAt, timeZone),
        staff,
      }),
      locked: signIn.lockedAt && formatMoment(signIn.lockedAt, timeZone),
      away: awayUntil && awayWords(awayUntil),
      link: link && {
        recovery: link.recovery,
        until: formatDayOf(link.expiresAt, timeZone),
      },
      answers,
      trainings: await ownTrainingsOf(ctx.db, id, dayOf(ctx.now, timeZone)),
      liaison: placesAs('liaison', places).length > 0,
      mayRecover: staff && canRecoverStaff(ctx.actor, id).allowed,
      mayRemove: canRemovePerson(ctx.actor, id).allowed,
    }
  })
}

export default function Person() {
  const page = useLoaderData<typeof loader>()
  const { id, name } = page
  return (
    <>
      <h1>{name}</h1>
      {page.done ? (
        <Notice tone="success" live>
          {page.done}
        </Notice>
      ) : null}
      {page.locked ? (
        <Notice tone="warning" title="This account is locked">
          <p>
            Since {page.locked}, after five failures. Ask {name} by phone whether it was them. A
            passkey, or a browser that they have used before, still opens it.
          </p>
          {page.mayRecover ? (
            <p>
              <ButtonLink to={paths.unlockStaff(id)}>Release the account</ButtonLink>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {page.away ? (
        <Notice title={page.away}>
          <p>
            The districts are kept for {name}. With one tap they have them back; colleagues keep
            what they took over.
          </p>
          <p>
            <ButtonLink to={paths.liaisonBack(id)} look="go">
              {name} is back
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      <SummaryList
        rows={[
          { term: 'Email', detail: page.email },
          { term: 'Sign-in', detail: page.signIn },
          ...(page.link ? [linkRow(id, page.link, page.mayRecover)] : []),
          ...(page.atVenues ? [{ term: 'At venues', detail: page.atVenues }] : []),
        ]}
      />
      <section className="section flow">
        <h2>What they are to the program</h2>
        {page.places.length > 0 ? (
          <ul className="given">
            {page.places.map((place) => (
              <li key={place.id}>
                <b>{place.words}</b>
                <span className="links">
                  {place.change ? (
                    <Link to={paths.changeProgramPlace(id, place.id)}>
                      Change<span className="sr"> {place.words}</span>
                    </Link>
                  ) : null}
                  <Link to={paths.endProgramPlace(id, place.id)}>
                    End<span className="sr"> {place.words}</span>
                  </Link>
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">Nothing at the moment.</p>
        )}
        {page.answers > 0 ? (
          <p>{countOf(page.answers, 'application is', 'applications are')} in their hands.</p>
        ) : null}
      </section>
      {page.trainings.length > 0 ? <Trainings trainings={page.trainings} /> : null}
      <section className="section flow">
        <h2>When something changes</h2>
        <div className="actions">
          {page.liaison ? (
            <ButtonLink to={paths.liaisonLeaves(id)}>Hand over their venues</ButtonLink>
          ) : null}
          {page.mayRecover ? (
            <ButtonLink to={paths.recoverStaff(id)}>Give them a new sign-in</ButtonLink>
          ) : null}
          {page.mayRemove ? (
            <ButtonLink to={paths.removePerson(id)}>Take them out of the program</ButtonLink>
          ) : null}
          <ButtonLink to={paths.programPeople()}>Back to everybody</ButtonLink>
        </div>
      </section>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** What they learned for reviewing, as they wrote it down themselves. */
function Trainings({ trainings }: Pick<Page, 'trainings'>) {
  return (
    <section className="section flow">
      <h2>Their trainings</h2>
      <ul>
        {trainings.map(({ id, name, completedOn, ends }) => (
          <li key={id}>
            <b>{name}</b>, completed on {completedOn}. {ends}.
          </li>
        ))}
      </ul>
    </section>
  )
}

function linkRow(id: string, link: { recovery: boolean; until: string }, mayWithdraw: boolean) {
  return {
    term: 'Open link',
    detail: `${link.recovery ? 'To a new sign-in' : 'To set up a sign-in'}, until ${link.until}`,
    ...(link.recovery && mayWithdraw
      ? { change: { to: paths.withdrawRecovery(id), label: 'Take back' } }
      : {}),
  }
}
