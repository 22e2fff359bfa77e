import './styleguide.css'
import { type ActionFunctionArgs, json, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useSearchParams } from '@remix-run/react'
import { readForm } from '~/http/read-form.server'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { DemoForm, DemoFormSchema, knownAddress } from './demo-form'
import { Maps } from './maps'
import { Actions, Lists, Notices, Swatches, Type } from './parts'
import { FieldStates, LetterParts } from './states'

export const meta: MetaFunction = () => [{ title: 'Style guide – Lamplight' }]

/** Takes the demonstration form, checks it, and stores nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const fields = new Map(await readForm(request))
  const values: Record<string, string> = Object.fromEntries(
    ['name', 'email', 'about', 'day', 'district', 'contact', 'agree'].flatMap((name) => {
      const value = fields.get(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
  const checked = DemoFormSchema.safeParse(values)
  const errors: Record<string, string> = {}
  for (const { path, message } of checked.error?.issues ?? []) errors[path.join('.')] ??= message
  if (values.email === knownAddress) errors.email = 'Somebody uses this address. Type another one.'
  if (Object.keys(errors).length) return json({ errors, values }, { status: 422 })
  return redirect(`${paths.styleguide()}?taken=yes#form`)
}

export default function Styleguide() {
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  return (
    <>
      <h1>Style guide</h1>
      <p className="lead">
        Every part that the pages of Lamplight are made of, in each of its states. The venues,
        people and dates here are made up.
      </p>
      <Type />
      <Swatches />
      <Actions />
      <Notices />
      <Lists />
      <LetterParts />
      <Maps />
      <FieldStates />
      <section id="form" className="flow">
        <h2>A whole form</h2>
        <p>
          It is checked in the browser and again on the server, with the same sentences. It works
          without JavaScript too. Nothing is stored.
        </p>
        {search.get('taken') && !answer ? (
          <Notice tone="success" live>
            The form was complete. Nothing was stored.
          </Notice>
        ) : null}
        <DemoForm answer={answer} />
      </section>
    </>
  )
}
