import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { InvitationId } from '~/domain/ids'
import { qrSquare } from '~/domain/qr-square'
import { shownClaimCode } from '~/domain/venues/claim-code'
import { invitationLetter } from '~/domain/venues/letters.server'
import { requireCoordinator, requireProof } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PrintedLetter } from '~/ui/printed-letter'
import { formatDay } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { invitationStandingNames } from '~/words/en/standings'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Invitation to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.invitationId as InvitationId
  return load(async () => {
    const { code, program, from, until, writtenOn, ...letter } = await invitationLetter(ctx, id)
    // Whoever holds the code can be an owner of the venue.
    if (code) await requireProof(args, ctx)
    const { publicUrl } = args.context.env
    return {
      ...letter,
      id,
      code: code && shownClaimCode(code),
      square: code && qrSquare(publicUrl + paths.claim(code)),
      url: (publicUrl + paths.claim()).replace(/^https?:\/\//, ''),
      date: formatDay(writtenOn),
      until: until && formatDay(until),
      from: addressed(from),
      program: {
        name: program.name,
        place: program.place,
        contactEmail: program.contactEmail,
        contactPhone: program.contactPhone,
      },
    }
  })
}

const closed = {
  over: 'Its code has run out. A new letter brings a new code.',
  used: 'Somebody of the venue has joined with its code. Nothing is left to do here.',
  withdrawn: 'Its code does not work any more.',
}

export default function InvitationLetter() {
  const page = useLoaderData<typeof loader>()
  const { venue, address, code, square, standing } = page
  return (
    <div className="flow sheet-page">
      <h1>Invitation to {venue}</h1>
      <p className="lead">{invitationStandingNames[standing]}</p>
      {standing === 'open' ? (
        <Notice>
          {page.email
            ? `Print this letter and send it to the venue. The same goes to ${page.email} by email.`
            : 'Print this letter and send it to the venue. No email goes out, as no address was given.'}
        </Notice>
      ) : (
        <Notice tone="warning">{closed[standing]}</Notice>
      )}
      <div className="actions">
        {standing === 'open' ? (
          <ButtonLink to={paths.withdrawInvitation(page.id)}>Take it back</ButtonLink>
        ) : null}
        {standing === 'used' ? null : (
          <ButtonLink to={paths.invite(page.venueId)}>Write a new letter</ButtonLink>
        )}
        <ButtonLink to={paths.coordinatorVenue(page.venueId)}>Back to the venue</ButtonLink>
      </div>
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
          <h2>{venue} is invited</h2>
          <p>
            {page.program.name} is a voluntary accreditation for bars and restaurants in{' '}
            {page.program.place}. You write down how your team keeps guests and staff safe; we read
            it with you, and say first what you already do well.
          </p>
          <p>
            It is your choice: your words, your pace, your dates. What you write is private to your
            team until you share it. You can pause or leave at any time, without a mark.
          </p>
          <p>
            To look around takes about ten minutes, and nothing is shared by doing so. The code
            works once, until {page.until}.
          </p>
        </PrintedLetter>
      ) : null}
    </div>
  )
}
