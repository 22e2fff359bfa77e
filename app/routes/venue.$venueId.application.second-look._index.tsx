import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { askSecondLook } from '~/domain/second-looks/ask-second-look.server'
import { AskSecondLookForm, wordsLimit } from '~/domain/second-looks/forms'
import { secondLookPage } from '~/domain/second-looks/pages.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SecondLookWords } from '~/ui/second-looks'

export const meta: MetaFunction = () => [{ title: 'A second look – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => secondLookPage(ctx, venueId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, AskSecondLookForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await askSecondLook(form.ctx, venueId, form.data)
    return redirect(paths.secondLook(venueId))
  })
}

export default function SecondLook() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>A second look</h1>
      <p className="lead">
        Somebody of the program who was not involved reads everything that you shared again, with
        the letters and replies, and writes their reasons to you in plain words.
      </p>
      <p>
        You can ask at any time, and asking leaves no mark. Nothing else waits for it: you can go on
        meanwhile. You see who looks, and they see your application only until they have answered.
      </p>
      {page.open ? (
        <section className="card flow">
          <h2>Your second look</h2>
          <SecondLookWords look={page.open} />
          {page.mayWithdraw ? (
            <p>
              <ButtonLink to={paths.withdrawSecondLook(venueId)}>Take the question back</ButtonLink>
            </p>
          ) : null}
        </section>
      ) : null}
      {page.hindrance ? <Notice>{page.hindrance}</Notice> : null}
      {page.mayAsk ? (
        <Form answer={answer} schema={AskSecondLookForm} label="Ask for a second look">
          <TextArea
            name="words"
            label="What would you like somebody to look at?"
            hint="A decision, a letter, or a step that you see differently. Your coordinators, your liaison and whoever takes the second look read this."
            limit={wordsLimit}
            width="full"
          />
          <div className="actions">
            <Button look="go" pending="Asking…">
              Ask for a second look
            </Button>
            <ButtonLink to={paths.application(venueId)}>Back to your task list</ButtonLink>
          </div>
        </Form>
      ) : null}
      {page.earlier.length > 0 ? (
        <section className="flow">
          <h2>Earlier second looks</h2>
          {page.earlier.map((look) => (
            <article key={look.id} className="card">
              <SecondLookWords look={look} />
            </article>
          ))}
        </section>
      ) : null}
    </>
  )
}
