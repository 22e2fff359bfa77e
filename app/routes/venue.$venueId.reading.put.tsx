import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { canSpeakForVenue } from '~/domain/permissions/venue'
import { PutForm } from '~/domain/readings/forms'
import { putPage } from '~/domain/readings/put-page.server'
import { putToTeam } from '~/domain/readings/put-to-team.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { forbidden, load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { CheckboxGroup, RadioGroup } from '~/ui/choices'
import { TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What your team reads – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const permission = canSpeakForVenue(ctx.actor, venueId)
  if (!permission.allowed) throw forbidden(permission.reason)
  return load(() => putPage(ctx, venueId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, PutForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const { policies, again, words } = form.data
    await putToTeam(form.ctx, venueId, { policies, asksAgain: again === 'yes', words })
    return redirect(paths.reading(venueId))
  })
}

export default function PutToTheTeam() {
  const { choices, chosen, isFirst, daysToSign } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.reading(venueId)}>Read by your team</Link>
      </p>
      <h1>What your team reads</h1>
      {choices.length === 0 ? (
        <Notice title="There is nothing to read yet">
          <p>
            Write or upload a policy first, and it stands here.{' '}
            <Link to={paths.policies(venueId)}>Your policies</Link>
          </p>
        </Notice>
      ) : (
        <Form schema={PutForm} answer={answer} values={{ policies: chosen, again: 'yes' }}>
          <CheckboxGroup
            name="policies"
            legend="Which policies?"
            hint="They are shown as they read now. What you change later stays with you until you put it here again."
            choices={choices}
          />
          {isFirst ? null : (
            <>
              <TextArea
                name="words"
                label="What changed, for your team"
                hint="They read it above the policies."
                rows={3}
                limit={500}
                optional
                notice="here"
              />
              <RadioGroup
                name="again"
                legend="Should those who signed before sign again?"
                choices={[
                  {
                    value: 'yes',
                    label: 'Yes, something they do has changed',
                    hint: `What they signed still counts for ${daysToSign} days, so that nobody is caught short.`,
                  },
                  { value: 'no', label: 'No, it was a typo or the like' },
                ]}
              />
            </>
          )}
          <div className="actions">
            <Button look="go" pending="Putting it to them…">
              Put it to my team
            </Button>
            <ButtonLink to={paths.reading(venueId)}>Not now</ButtonLink>
          </div>
        </Form>
      )}
    </>
  )
}
