import '~/ui/styles/workspace.css'
import '~/ui/styles/comparison.css'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { moveToNewStandards } from '~/domain/applications/move-to-new-standards.server'
import type { FieldChange } from '~/domain/applications/standards-changes'
import { standardsChangesOf } from '~/domain/applications/standards-changes.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { standardsChangesWords as words } from '~/words/en/standards-changes'

export const meta: MetaFunction = () => [{ title: `${words.title} – Lamplight` }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => standardsChangesOf(ctx, venueId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await moveToNewStandards(form.ctx, venueId)
    return redirect(paths.application(venueId))
  })
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function StandardsChanges() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.application(venueId)}>Task list</Link>
      </p>
      <h1>{words.title}</h1>
      {page.changes ? (
        <Changes changes={page.changes} when={page.when} />
      ) : (
        <Notice title="Nothing has changed">You work with the newest standards.</Notice>
      )}
      {page.changes && page.mayMove ? (
        <section className="flow">
          <h2>When it suits you</h2>
          <p>
            Your answers and what you put beside the standards stay. What is gone from the list you
            find on this page afterwards.
          </p>
          <Form answer={answer}>
            <div className="actions">
              <Button look="go" pending="Moving…">
                Move to the new standards
              </Button>
              <ButtonLink to={paths.application(venueId)}>Not now</ButtonLink>
            </div>
          </Form>
        </section>
      ) : null}
      {page.changes && page.mayRenew ? (
        <section className="flow">
          <h2>When it suits you</h2>
          <p>{words.renew}</p>
          <div className="actions">
            <ButtonLink to={paths.startApplication(venueId)}>Begin your renewal</ButtonLink>
          </div>
        </section>
      ) : null}
      <Kept kept={page.kept} />
    </>
  )
}

function Changes({ changes, when }: { changes: NonNullable<Page['changes']>; when: string }) {
  const { changed, added, gone } = changes
  return (
    <>
      <p className="lead">{when}</p>
      {changed.map(({ code, title, fields }) => (
        <section key={code} className="flow">
          <h2>
            {title} <small className="soft">{code}</small>
          </h2>
          {fields.map((each) => (
            <SideBySide key={each.field} {...each} />
          ))}
        </section>
      ))}
      <Listed title="New standards" standards={added} />
      <Listed title="No longer asked" standards={gone} />
    </>
  )
}

function SideBySide({ field, before, after }: FieldChange) {
  return (
    <>
      <h3>{field}</h3>
      <div className="two-sides">
        <div>
          <p className="kicker">Until now</p>
          <p className="compared">
            {before.map(({ text, changed }, index) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in their order
              changed ? <del key={index}>{text}</del> : text,
            )}
          </p>
        </div>
        <div>
          <p className="kicker">New</p>
          <p className="compared">
            {after.map(({ text, changed }, index) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, in their order
              changed ? <ins key={index}>{text}</ins> : text,
            )}
          </p>
        </div>
      </div>
    </>
  )
}

type ListedProps = { title: string; standards: NonNullable<Page['changes']>['added'] }

function Listed({ title, standards }: ListedProps) {
  if (standards.length === 0) return null
  return (
    <section className="flow">
      <h2>{title}</h2>
      <ul>
        {standards.map((standard) => (
          <li key={standard.code}>
            <strong>{standard.title}</strong> ({standard.tier}). {standard.asked}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What stood beside standards that are gone. */
function Kept({ kept }: Pick<Page, 'kept'>) {
  if (kept.length === 0) return null
  return (
    <section className="flow" id="kept">
      <h2>What you had beside standards that are gone</h2>
      <p>It stays with you, also once nobody asks for it.</p>
      <ul>
        {kept.map(({ standard, words: said, to }) => (
          <li key={`${standard} ${said}`} className="own-words">
            {to ? <a href={to}>{said}</a> : said} <span className="soft">({standard})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
