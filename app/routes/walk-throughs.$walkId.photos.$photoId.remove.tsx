import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  mayRemovePhoto,
  notYours,
  removeWalkPhoto,
  walkPhotoFor,
} from '~/domain/contacts/walk-photos.server'
import { ButtonForm } from '~/domain/forms'
import type { WalkId, WalkPhotoId } from '~/domain/ids'
import { forgetUnheld } from '~/domain/venues/erase-files.server'
import { forgetFile } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { AskFirst, NothingToDo } from '~/ui/ask-first'
import type { FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take a photo away – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireEitherSide(args)
  const [walkId, photoId] = idsOf(args)
  return load(async () => {
    const found = await walkPhotoFor(db, actor, walkId, photoId)
    const why = mayRemovePhoto(actor, found) ? null : notYours
    return { name: found.file.name, why, back: paths.walk(walkId) }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const [walkId, photoId] = idsOf(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await forgetUnheld(ctx.db, await removeWalkPhoto(form.ctx, walkId, photoId), forgetFile)
    return redirect(`${paths.walk(walkId)}#photos`)
  })
}

function idsOf({ params }: Pick<LoaderFunctionArgs, 'params'>): [WalkId, WalkPhotoId] {
  return [params.walkId as WalkId, params.photoId as WalkPhotoId]
}

export default function RemovePhoto() {
  const { name, why, back: to } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = { to, label: 'Back to the walk-through' }
  if (why) return <NothingToDo title={name} why={why} back={back} />
  return (
    <AskFirst
      question="Take this photo away?"
      about={name}
      answer={answer}
      button="Take it away"
      pending="One moment…"
      back={back}
    >
      <li>It is erased for good, for both sides.</li>
    </AskFirst>
  )
}
