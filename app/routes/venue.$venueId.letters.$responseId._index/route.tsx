import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { waysOn } from '~/domain/applications/ways-on.server'
import { workspaceOf } from '~/domain/applications/workspace.server'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { pulseToAnswer } from '~/domain/feedback/pulse-page.server'
import { seeResponse } from '~/domain/feedback/see-response.server'
import { lostOfLetter } from '~/domain/handbook/lost-on-paper.server'
import type { ResponseId } from '~/domain/ids'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { LetterBody } from '~/ui/letter-body'
import { LetterHelped } from '~/ui/letter-helped'
import { LetterPapers, LostOnPaper } from '~/ui/letter-papers'
import { Replies } from '~/ui/letter-replies'
import { PulseCard } from '~/ui/pulse'
import { Settled } from '~/ui/settled'
import { WaysOn } from '~/ui/ways-on'
import { letterWords } from '~/words/en/letter'
import { StepAnswers } from './step-answers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A letter from ${data?.letter.from ?? 'your liaison'} – ${data?.venue ?? 'Lamplight'}` },
]

/** The first time that somebody of the venue opens the letter is noted, so that the liaison knows it arrived. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const responseId = args.params.responseId as ResponseId
  return load(async () => {
    const page = await letterPage(ctx, responseId, { venueId })
    if (page.unseen) await seeResponse(ctx, responseId)
    const yourTurn = page.state === 'in_conversation'
    const ways = yourTurn ? await waysOn(ctx, await workspaceOf(ctx, venueId)) : null
    const pulse = await pulseToAnswer(ctx, { responseId }, 'venue')
    return { ...page, ways, pulse, lost: lostOfLetter(page) }
  })
}

export default function LetterToVenue() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  const yourTurn = page.state === 'in_conversation'
  const allAnswered = page.answers.every(({ standing }) => standing !== '')
  return (
    <>
      <p className="kicker no-print">
        <Link to={paths.venue(venueId)}>{page.venue}</Link> · Round {page.round}
      </p>
      <h1>{letterWords.title(page.venue)}</h1>
      <p className="soft no-print">
        For the people of your venue. Your liaison and the coordinators can read it too; nobody else
        can.
      </p>
      <LetterBody
        letter={page.letter}
        call={page.call}
        underStep={(step) => <StepAnswers step={step} page={page} />}
        footOf={(part) => <Settled page={page} part={part} />}
      />
      <Settled page={page} />
      <LetterHelped helped={page.helped} action={paths.letterHelped(venueId, page.id)} />
      {page.pulse ? (
        <PulseCard side="venue" venue={page.venue} to={paths.letterPulse(venueId, page.id)} />
      ) : null}
      <div className="actions no-print">
        {yourTurn ? (
          <ButtonLink to={paths.application(venueId)} look={allAnswered ? 'go' : 'quiet'}>
            Go on with your task list
          </ButtonLink>
        ) : null}
        {page.state === 'accredited' ? (
          <ButtonLink to={paths.venueCertificate(venueId)}>See your certificate</ButtonLink>
        ) : null}
        <LetterPapers pdf={paths.letterPdf(venueId, page.id)} />
      </div>
      <LostOnPaper lost={page.lost} />
      {page.ways ? <WaysOn ways={page.ways} /> : null}
      <Replies
        replies={page.replies}
        about={page.about}
        mayReply={page.mayReply}
        fileTo={(fileId) => paths.venueFile(venueId, fileId)}
        action={paths.replyToLetter(venueId, page.id)}
        to={page.letter.from}
      />
      {page.mayAnswer ? (
        <p className="soft no-print">
          <Link to={paths.secondLook(venueId)}>Ask for a second look</Link> by somebody who was not
          involved, at any time.
        </p>
      ) : null}
    </>
  )
}
