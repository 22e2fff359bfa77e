import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { noteOnWalk } from '~/domain/contacts/note-on-walk.server'
import { NoteForm } from '~/domain/contacts/walk-forms'
import { itemOf } from '~/domain/contacts/walk-notes.server'
import { walkPage } from '~/domain/contacts/walk-page.server'
import type { WalkId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { savedHere } from '~/http/saved-here.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { WalkNote } from '~/ui/walk-note'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.item.title ?? 'A walk-through'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  return load(async () => {
    const { id, venue, checklist } = await walkPage(ctx, args.params.walkId as WalkId)
    return { id, venue, item: itemOf(checklist, args.params.item ?? '') }
  })
}

/** Leads back to the checklist; a note that saves itself asks for the answer where it is. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const walkId = args.params.walkId as WalkId
  const form = await parseForm(args, ctx, NoteForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const saved = await noteOnWalk(form.ctx, walkId, args.params.item ?? '', form.data)
    if (form.values.answer === 'here') return savedHere(ctx, saved)
    return redirect(`${paths.walk(walkId)}#checklist`)
  })
}

export default function OneThing() {
  const { id, venue, item } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.walk(id)}>Walk-through: {venue}</Link>
      </p>
      <h1>{item.title}</h1>
      <WalkNote key={answer?.theirs?.revision} walkId={id} item={item} answer={answer} />
    </>
  )
}
