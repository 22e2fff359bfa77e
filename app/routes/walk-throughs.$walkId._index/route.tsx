import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ChooseForm } from '~/domain/contacts/walk-forms'
import { walkPage } from '~/domain/contacts/walk-page.server'
import type { WalkId } from '~/domain/ids'
import { requireEitherSide } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { ChooseTime } from '~/ui/walk-fields'
import { WalkNote } from '~/ui/walk-note'
import { walkWords } from '~/words/en/walks'
import { Photos } from './photos'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Walk-through: ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  return load(() => walkPage(ctx, args.params.walkId as WalkId))
}

export default function WalkThrough() {
  const page = useLoaderData<typeof loader>()
  const { id, deeds, times } = page
  return (
    <>
      <p className="kicker">
        <Link to={page.back}>Contacts</Link>
      </p>
      <h1>Walk-through: {page.venue}</h1>
      <p className="lead">{page.standing}</p>
      <p>
        {page.address}. {walkWords.about}
      </p>
      {deeds.choose ? (
        <ChooseTime
          schema={ChooseForm}
          action={paths.chooseWalkTime(id)}
          otherTo={paths.proposeOtherTimes(id)}
          times={times}
          revision={page.revision}
        />
      ) : page.state === 'proposed' ? (
        <ul>
          {times.map(({ value, label }) => (
            <li key={value}>{label}</li>
          ))}
        </ul>
      ) : null}
      <div className="actions">
        {deeds.calendar ? (
          <ButtonLink to={paths.walkCalendarFile(id)} document>
            Put it in your calendar
          </ButtonLink>
        ) : null}
        {deeds.finish ? (
          <ButtonLink to={paths.finishWalk(id)} look="go">
            It took place
          </ButtonLink>
        ) : null}
        {deeds.callOff ? <ButtonLink to={paths.callOffWalk(id)}>Call it off</ButtonLink> : null}
      </div>
      {page.state === 'agreed' || page.state === 'done' ? (
        <>
          <section className="flow" id="checklist" aria-labelledby="checklist-title">
            <h2 id="checklist-title">What we look at</h2>
            <p>Both sides tick and write here, on a phone as you walk. It saves itself.</p>
            {page.checklist.map((item) => (
              <WalkNote key={item.item} walkId={id} item={item} />
            ))}
          </section>
          <Photos walkId={id} room={page.room} photos={page.photos} />
        </>
      ) : null}
    </>
  )
}
