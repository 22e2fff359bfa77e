import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { setRuler } from '~/domain/applications/answer-self-check.server'
import { rulerPageOf } from '~/domain/applications/ruler.server'
import { RulerForm } from '~/domain/applications/self-check-forms'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { selfCheckWords } from '~/words/en/self-check'
import { Scale } from './scale'

export const meta: MetaFunction = () => [{ title: 'Your ruler – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => rulerPageOf(ctx, venueId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, RulerForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await setRuler(form.ctx, venueId, form.data)
    return redirect(`${paths.selfCheck(venueId)}#ruler`)
  })
}

export default function Ruler() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.selfCheck(venueId)}>{selfCheckWords.title}</Link>
      </p>
      <h1>Your ruler</h1>
      <p className="lead">
        Two numbers, for yourselves. There is no right one, and it may change from week to week.
      </p>
      <PrivateNotice>
        Only the people of your venue read this. When you share your application, a box asks whether
        your liaison may read it too; it is empty until you tick it.
      </PrivateNotice>
      {page.started ? (
        <Form answer={answer} schema={RulerForm} values={page.values}>
          <Scale
            name="importance"
            legend="How important is this to us?"
            low="0: not at all"
            high="10: very"
          />
          <Scale
            name="confidence"
            legend="How confident are we that we can do it?"
            low="0: not at all"
            high="10: very"
          />
          <div className="actions">
            <Button look="go" pending="Saving…">
              Save our ruler
            </Button>
            <ButtonLink to={paths.selfCheck(venueId)}>Back to your check</ButtonLink>
          </div>
        </Form>
      ) : (
        <p>
          Your ruler is kept in your application, a private draft.{' '}
          <Link to={paths.startApplication(venueId)}>Start your application</Link> first.
        </p>
      )}
    </>
  )
}
