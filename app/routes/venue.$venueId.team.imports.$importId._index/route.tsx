import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ImportId } from '~/domain/ids'
import { rosterImportFor } from '~/domain/training/preview-roster.server'
import { ImportRosterForm } from '~/domain/training/roster-forms'
import { readKept } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import type { FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { carryOut } from './carry-out.server'
import { answersFrom, importPage } from './import-page.server'
import { Preview } from './preview'
import { Report } from './report'
import { SpokenProgress, UnderWay, useProgress } from './under-way'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.fileName ?? 'Import'}, staff list – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { searchParams } = new URL(args.request.url)
  return load(() => importPage(ctx, venueId, args.params.importId as ImportId, searchParams))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ImportRosterForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const importId = args.params.importId as ImportId
    const { seen, ...answered } = form.data
    const { fileKey } = await rosterImportFor(ctx.db, ctx.actor, venueId, importId)
    const bytes = await readKept(fileKey)
    await carryOut(form.ctx, { venueId, importId, bytes, answers: answersFrom(answered), seen })
    return redirect(paths.rosterImport(venueId, importId))
  })
}

export default function RosterImport() {
  const page = useLoaderData<typeof loader>()
  const progress = useProgress(page)
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.team(page.venueId)}>Team and training</Link>
      </p>
      <SpokenProgress
        end={page.failure ? 'The list was not imported.' : 'The list is imported.'}
        progress={progress}
      />
      <NotCarriedOut {...page} />
      {page.preview ? (
        <Preview {...page} preview={page.preview} answer={answer} />
      ) : (
        <>
          {answer?.errors?.[''] ? <Notice tone="warning">{answer.errors['']}</Notice> : null}
          <Stage page={page} progress={progress} />
        </>
      )}
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** Where an import stands that can be confirmed no more, or not now. */
function Stage({ page, progress }: { page: Page; progress: Page['progress'] }) {
  if (page.state === 'running') return <UnderWay {...page} progress={progress} />
  if (page.state === 'done' || page.state === 'undone') return <Report {...page} />
  return <Gone {...page} />
}

function NotCarriedOut({ failure, state, at }: Page) {
  if (!failure || state !== 'previewed') return null
  return (
    <Notice tone="warning" title="This list was not imported">
      <p>
        It was begun {at.started} and did not come to its end. Nothing on your staff list was
        changed. {failure}
      </p>
    </Notice>
  )
}

function Gone({ venueId, state, failure }: Page) {
  return (
    <>
      <h1>{state === 'gone' ? 'This upload is gone' : 'This list cannot be shown'}</h1>
      <p>
        {state === 'gone'
          ? 'An uploaded list is kept for a day only, because it can hold more about people than the program needs.'
          : failure}{' '}
        Nothing of it was written.
      </p>
      <div className="actions">
        <ButtonLink to={paths.importRoster(venueId)} look="go">
          Choose {state === 'gone' ? 'the file again' : 'another file'}
        </ButtonLink>
      </div>
    </>
  )
}
