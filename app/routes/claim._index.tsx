import { type ActionFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { refuseWhenSpent, spend } from '~/domain/accounts/limits.server'
import { Invalid } from '~/domain/errors'
import { codeOnFile } from '~/domain/venues/claim-code.server'
import { ClaimForm } from '~/domain/venues/forms'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Use the code from your letter – Lamplight' }]

/** Looks a code up and uses nothing: the page of the code says what it opens, and acts. */
export async function action(args: ActionFunctionArgs) {
  const form = await parseForm(args, visit(args), ClaimForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const { db, now } = form.ctx
    await refuseWhenSpent(form.ctx, 'claim')
    const found = await codeOnFile(db, form.data.code, now)
    if ('refused' in found) await spend(form.ctx, 'claim')
    if ('refused' in found && found.usedBy === null) throw new Invalid({ code: found.refused })
    return redirect(paths.claim(form.data.code))
  })
}

export default function Claim() {
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Use the code from your letter</h1>
      <p className="lead">
        The letter invites your venue. Looking around takes about ten minutes, and nothing is shared
        by doing so.
      </p>
      <Form document answer={answer} label="Use the code from your letter">
        <TextField
          name="code"
          label="The code in the letter"
          hint="12 letters and digits, like 7K3M-9XQD-22AB. Capitals and dashes do not matter."
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="m"
        />
        <Button look="go" pending="Looking…">
          Go on
        </Button>
      </Form>
      <p>
        No letter? <a href={paths.join()}>Ask to join with your venue</a>. Signed up before?{' '}
        <a href={paths.signIn()}>Sign in with your email address</a>.
      </p>
    </>
  )
}
