import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { PhraseForm } from '~/domain/feedback/colleague-forms'
import { forgetPhrase, ownPhrases } from '~/domain/feedback/keep-phrases.server'
import { parseForm } from '~/http/form.server'
import { requireLiaison } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { HiddenField } from '~/ui/fields'
import { Form } from '~/ui/form'
import { phrasePlaceNames } from '~/words/en/feedback'
import { countOf } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'Your phrases – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireLiaison(args)
  return load(async () => ({ phrases: await ownPhrases(ctx) }))
}

/** Forgets one of them. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireLiaison(args)
  const form = await parseForm(args, ctx, PhraseForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await forgetPhrase(form.ctx, form.data)
    return redirect(paths.phrases())
  })
}

export default function Phrases() {
  const { phrases } = useLoaderData<typeof loader>()
  const places = Object.keys(phrasePlaceNames).filter((place) =>
    phrases.some((phrase) => phrase.place === place),
  )
  return (
    <>
      <p className="kicker">
        <Link to={paths.desk()}>Your desk</Link>
      </p>
      <h1>Your phrases</h1>
      <p className="lead">
        What you send is kept here, and offered beside the field the next time. Nobody else sees it.
      </p>
      {places.length === 0 ? (
        <EmptyState title="Nothing is kept yet">
          After your first letter, its opening, its offers of help and its closing line are here.
        </EmptyState>
      ) : null}
      {places.map((place) => (
        <section className="flow" key={place}>
          <h2>{phrasePlaceNames[place]}</h2>
          <ul className="plain flow">
            {phrases
              .filter((phrase) => phrase.place === place)
              .map(({ words, kept }) => (
                <li key={words}>
                  <p>
                    {words} <span className="soft">In {countOf(kept, 'letter', 'letters')}.</span>
                  </p>
                  <Form label={`Forget “${words.slice(0, 60)}” (${phrasePlaceNames[place]})`}>
                    <HiddenField name="place" value={place} />
                    <HiddenField name="words" value={words} />
                    <Button small pending="Saving…">
                      Forget this one
                    </Button>
                  </Form>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
