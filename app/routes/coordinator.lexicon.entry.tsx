import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { saveLexiconEntry } from '~/domain/standards/change-lexicon.server'
import { LexiconEntryForm } from '~/domain/standards/lexicon-forms'
import { lexiconEntryPage } from '~/domain/standards/lexicon-page.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { FreeTextNotice, HiddenField, Select, TextArea, TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { toneKindNames } from '~/words/en/lexicon'

export const meta: MetaFunction = () => [{ title: 'Words to avoid – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const at = new URL(args.request.url).searchParams.get('at')
  return load(() => lexiconEntryPage(ctx, at && /^\d{1,4}$/.test(at) ? Number(at) : null))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, LexiconEntryForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await saveLexiconEntry(form.ctx, form.data)
    return redirect(paths.lexicon({ done: 'saved' }))
  })
}

export default function Entry() {
  const { version, at, entry } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const values = entry
    ? {
        avoid: entry.avoid.join('\n'),
        first: entry.try[0] ?? '',
        second: entry.try[1] ?? '',
        except: (entry.except ?? []).join('\n'),
        kind: entry.kind,
        reason: entry.reason,
        ofTheirs: entry.ofTheirs ? 'yes' : '',
        leaveOut: entry.try.length === 0 ? 'yes' : '',
      }
    : {}
  return (
    <>
      <p className="kicker">
        <Link to={paths.lexicon()}>Words of the tone helper</Link>
      </p>
      <h1>{entry ? `“${entry.avoid[0]}”` : 'Add words to avoid'}</h1>
      <Form answer={answer} values={values} label="Words to avoid">
        <FreeTextNotice />
        <HiddenField name="version" value={String(version)} />
        <HiddenField name="at" value={at === null ? '' : String(at)} />
        <TextArea
          notice="in form"
          name="avoid"
          label="Words to avoid"
          hint="One phrase a line. Other forms of each word are found too. “[team]” stands for the staff, the managers, each bartender and so on; “[paper]” for the plan, the log, a policy."
          rows={6}
        />
        <TextField
          notice="in form"
          name="first"
          label="What could stand there instead"
          hint="As it fits into the sentence, in lower case. Advice to read stands in parentheses."
          optional
          width="full"
        />
        <TextField notice="in form" name="second" label="Another one" optional width="full" />
        <Checkbox name="leaveOut" label="The words are best left out" />
        <Select
          name="kind"
          label="What kind of words these are"
          prompt="Choose one"
          choices={Object.entries(toneKindNames).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          notice="in form"
          name="reason"
          label="Why"
          hint="One sentence that a sergeant would accept."
          width="full"
        />
        <TextArea
          notice="in form"
          name="except"
          label="Where they mean something else"
          hint="One phrase a line, such as “expired card”."
          rows={4}
          optional
        />
        <Checkbox
          name="ofTheirs"
          label="Only about what a venue shared, or its team"
          hint="A street may be badly lit without offense to anybody."
        />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save as a new version
          </Button>
          <ButtonLink to={paths.lexicon()}>Leave without saving</ButtonLink>
          {at !== null ? (
            <ButtonLink to={paths.takeOutOfLexicon({ at: String(at) })}>
              Take these words out
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </>
  )
}
