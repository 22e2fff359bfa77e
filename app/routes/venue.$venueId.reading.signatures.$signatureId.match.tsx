import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import type { SignatureId, StaffId } from '~/domain/ids'
import { MatchForm } from '~/domain/readings/forms'
import { matchSignature } from '~/domain/readings/match-signature.server'
import { signaturePage } from '~/domain/readings/reading-page.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction = () => [{ title: 'Whose signature is this? – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => signaturePage(ctx, venueId, args.params.signatureId as SignatureId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.signatureId as SignatureId
  const form = await parseForm(args, ctx, MatchForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await matchSignature(form.ctx, venueId, id, form.data.staffId as StaffId)
    return redirect(`${paths.reading(venueId)}#signed`)
  })
}

export default function MatchSignature() {
  const { name, words, isAside, likely, people } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.reading(venueId)}>Read by your team</Link>
      </p>
      <h1>Whose signature is “{name}”?</h1>
      <p className="lead">{words}</p>
      {isAside ? (
        <Notice>This signature was set aside, so it counts for nobody.</Notice>
      ) : people.length === 0 ? (
        <Notice title="Your staff list is empty">
          <p>
            <Link to={paths.newStaff(venueId)}>Add the person</Link> first, and choose them here.
          </p>
        </Notice>
      ) : (
        <Form schema={MatchForm} answer={answer} values={{ staffId: likely }}>
          <Select
            name="staffId"
            label="Who of your team is it?"
            hint="Somebody new? Add them to your team first, and come back."
            choices={[{ value: '', label: 'Choose a person' }, ...people]}
          />
          <div className="actions">
            <Button look="go" pending="Saving…">
              It is this person
            </Button>
            <ButtonLink to={paths.newStaff(venueId)}>Add a person</ButtonLink>
          </div>
        </Form>
      )}
    </>
  )
}
