import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  type SerializeFrom,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { ImportId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { undoLicenses } from '~/domain/venues/undo-licenses.server'
import { undoPlan } from '~/domain/venues/undo-plan.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { formatMoment, formatNumber } from '~/words/en/format'
import { undoWords } from '~/words/en/licenses'
import { standingNames } from '~/words/en/standings'

export const meta: MetaFunction = () => [{ title: 'Take a license list back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const { row, hindrance, staying, ...plan } = await undoPlan(
      ctx,
      args.params.importId as ImportId,
    )
    return {
      id: row.id,
      fileName: row.fileName,
      hindrance: hindrance && {
        is: hindrance.is,
        when: hindrance.is === 'undone' ? formatMoment(hindrance.at, timeZone) : '',
        by: hindrance.is === 'undone' ? hindrance.by : null,
        first:
          hindrance.is === 'not_newest'
            ? { to: paths.undoLicenseImport(hindrance.first.id), name: hindrance.first.fileName }
            : null,
      },
      lines: undoWords(plan),
      stays: plan.stays,
      staying: staying.map(({ id, name, address, standing, license, movedFrom }) => ({
        license,
        to: paths.coordinatorVenue(id),
        name,
        words: `${address} · ${movedFrom ? `Holds license ${license} since a merge` : standingNames[standing]}`,
      })),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const importId = args.params.importId as ImportId
    await undoLicenses(form.ctx, importId)
    return redirect(paths.licenseImport(importId))
  })
}

export default function UndoLicenseImport() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const back = paths.licenseImport(page.id)
  if (page.hindrance) return <Hindered {...page} hindrance={page.hindrance} />
  return (
    <>
      <h1>Take “{page.fileName}” back?</h1>
      <ul>
        {page.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {page.stays > 0 ? (
        <section className="flow">
          <h2>These venues stay, because something has happened with them</h2>
          <ul>
            {page.staying.map(({ license, to, name, words }) => (
              <li key={license}>
                <Link to={to}>{name}</Link>, {words}
              </li>
            ))}
          </ul>
          {page.stays > page.staying.length ? (
            <p>And {formatNumber(page.stays - page.staying.length)} more.</p>
          ) : null}
        </section>
      ) : null}
      <Form answer={answer} label="Take the list back">
        <div className="actions">
          <Button look="danger" pending="Taking it back…">
            Take the list back
          </Button>
          <ButtonLink to={back}>Keep it</ButtonLink>
        </div>
      </Form>
    </>
  )
}

type Page = SerializeFrom<typeof loader>
type Why = { id: Page['id']; fileName: string; hindrance: NonNullable<Page['hindrance']> }

function Hindered({ id, fileName, hindrance: { is, when, by, first } }: Why) {
  return (
    <>
      <h1>{is === 'undone' ? `“${fileName}” was taken back` : `“${fileName}” stays for now`}</h1>
      {is === 'undone' ? (
        <p>{`It was taken back on ${when}${by ? ` by ${by}` : ''}. There is nothing more to do.`}</p>
      ) : null}
      {is === 'not_done' ? (
        <p>This list was never imported, so there is nothing to take back.</p>
      ) : null}
      {is === 'too_old' ? (
        <p>
          It was imported before Lamplight kept what an import changes, so it cannot be taken back.
          Import a corrected list instead: it changes only what nobody has edited.
        </p>
      ) : null}
      {first ? (
        <p>
          A newer list was imported since, and it stands on this one. Take the newest back first:{' '}
          <Link to={first.to}>{first.name}</Link>.
        </p>
      ) : null}
      <div className="actions">
        <ButtonLink to={paths.licenseImport(id)}>Back to the report</ButtonLink>
      </div>
    </>
  )
}
