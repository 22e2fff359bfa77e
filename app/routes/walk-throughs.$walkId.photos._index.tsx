import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { walkPage } from '~/domain/contacts/walk-page.server'
import { addWalkPhoto } from '~/domain/contacts/walk-photos.server'
import { walkFor } from '~/domain/contacts/walk-queries.server'
import { ButtonForm } from '~/domain/forms'
import type { WalkId } from '~/domain/ids'
import { takeFiles } from '~/files/take-files.server'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, refuse, refuseTooOften } from '~/http/respond.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { OnePhoto } from '~/ui/one-photo'
import { photoWords } from '~/words/en/walks'

export const handle = { uploads: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A photo: ${data?.venue ?? 'a walk-through'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  return load(async () => {
    const { id, venue, room } = await walkPage(ctx, args.params.walkId as WalkId)
    return { id, venue, room }
  })
}

/** One photo to a request, so that what is said to be saved is saved. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const walkId = args.params.walkId as WalkId
  const { venue } = await load(() => walkFor(ctx.db, ctx.actor, walkId))
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  const who = { person: ctx.actor.person.id, venue: venue.id }
  const limited = await refuseTooOften(form, () => spend(ctx, 'upload', who))
  if (limited) return limited
  const chosen = form.files.get('file') ?? []
  if (chosen.length > 1) return refuse(form.values, { file: photoWords.one }, 422)
  const taken = await takeFiles(chosen, 'photo')
  if (!taken.ok) return refuse(form.values, { file: taken.sentence }, 422)
  return respondWithFiles(form, [taken.file], async () => {
    const id = await addWalkPhoto(form.ctx, walkId, taken.file)
    if (form.values.answer === 'here') return json({ saved: id })
    return redirect(`${paths.walk(walkId)}#photos`)
  })
}

export default function AddPhoto() {
  const { id, venue, room } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.walk(id)}>Walk-through: {venue}</Link>
      </p>
      <h1>Add a photo</h1>
      <OnePhoto walkId={id} room={room} answer={answer} />
    </>
  )
}
