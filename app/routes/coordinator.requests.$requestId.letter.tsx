import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { JoinRequestId } from '~/domain/ids'
import { qrSquare } from '~/domain/qr-square'
import { shownClaimCode } from '~/domain/venues/claim-code'
import { joinLetter } from '~/domain/venues/letters.server'
import { mailJoinCode } from '~/domain/venues/mail-join-code.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { PrintedLetter } from '~/ui/printed-letter'
import { formatDay } from '~/words/en/format'
import { addressed } from '~/words/en/names'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Letter to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.requestId as JoinRequestId
  return load(async () => {
    const { code, program, from, writtenOn, person, venue, address, waiting } = await joinLetter(
      ctx,
      id,
    )
    // Whoever holds the code can be an owner of the venue.
    if (code) await requireProof(args, ctx)
    const { publicUrl } = args.context.env
    return {
      id,
      person,
      venue,
      address,
      waiting,
      code: code && shownClaimCode(code),
      square: code && qrSquare(publicUrl + paths.claim(code)),
      url: (publicUrl + paths.claim()).replace(/^https?:\/\//, ''),
      date: formatDay(writtenOn),
      from: addressed(from),
      program: {
        name: program.name,
        contactEmail: program.contactEmail,
        contactPhone: program.contactPhone,
      },
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.requestId as JoinRequestId
  await load(() => joinLetter(ctx, id))
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await mailJoinCode(form.ctx, id)
    return redirect(paths.joinLetter(id))
  })
}

export default function JoinLetter() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { person, venue, address, code, square } = page
  return (
    <div className="flow sheet-page">
      <h1>A letter to {venue}</h1>
      {page.waiting ? (
        <Notice>
          {code
            ? `Print this letter and send it to the venue. When ${person} types the code, they are confirmed.`
            : `The letter goes to the address of the venue. Whoever has it there hands the code to ${person}, who types it in.`}
        </Notice>
      ) : (
        <Notice>This request was answered, so no letter is needed any more.</Notice>
      )}
      {page.waiting || answer ? (
        <Form answer={answer} label="Write the letter">
          <div className="actions">
            <Button look={code ? 'quiet' : 'go'} pending="Writing…">
              {code ? 'Make a new code; the older one stops working' : 'Write the letter'}
            </Button>
            <ButtonLink to={paths.joinRequest(page.id)}>Back to the request</ButtonLink>
          </div>
        </Form>
      ) : (
        <ButtonLink to={paths.joinRequest(page.id)}>Back to the request</ButtonLink>
      )}
      {code && square ? (
        <PrintedLetter
          to={{ name: venue, address }}
          date={page.date}
          code={code}
          url={page.url}
          square={square}
          from={page.from}
          program={page.program}
        >
          <h2>Does {person} belong to your team?</h2>
          <p>
            {person} asked to join {page.program.name} in the name of {venue}. It is a voluntary
            accreditation for bars and restaurants, and nothing was shared with us so far.
          </p>
          <p>
            If this is right, please hand the code below to {person}. It works for them alone, and
            once. If you do not know them, please tell us, and do not pass the code on.
          </p>
        </PrintedLetter>
      ) : null}
    </div>
  )
}
