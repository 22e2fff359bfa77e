import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { LetterStep } from '~/domain/feedback/letter'
import { type LetterPage, letterPage } from '~/domain/feedback/letter-page.server'
import { lostOfLetter } from '~/domain/handbook/lost-on-paper.server'
import type { ApplicationId, ResponseId } from '~/domain/ids'
import { requireReviewer } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { LetterBody } from '~/ui/letter-body'
import { LetterPapers, LostOnPaper } from '~/ui/letter-papers'
import { LateAnswer, Replies, StepHistory } from '~/ui/letter-replies'
import { Settled } from '~/ui/settled'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Letter to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const applicationId = args.params.applicationId as ApplicationId
  return load(async () => {
    const page = await letterPage(ctx, args.params.responseId as ResponseId, { applicationId })
    return { ...page, applicationId, lost: lostOfLetter(page) }
  })
}

export default function SentLetter() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <p className="kicker no-print">
        <Link to={paths.review(page.applicationId)}>{page.venue}</Link> · Round {page.round}
      </p>
      <h1>The letter to {page.venue}</h1>
      <p className="soft no-print">{page.seenWords}</p>
      <LetterBody
        letter={page.letter}
        call={page.call}
        underStep={(step) => <Standing step={step} answers={page.answers} />}
        footOf={(part) => <Settled page={page} part={part} />}
      />
      <Settled page={page} />
      {page.helpedWords ? <p className="no-print">{page.helpedWords}</p> : null}
      <div className="actions no-print">
        <LetterPapers pdf={paths.reviewLetterPdf(page.applicationId, page.id)} />
      </div>
      <LostOnPaper lost={page.lost} />
      <Replies
        replies={page.replies}
        about={page.about}
        mayReply={page.mayReply}
        fileTo={(fileId) => paths.reviewFile(page.applicationId, fileId)}
        action={paths.reviewReply(page.applicationId, page.id)}
        to={page.venue}
      />
    </>
  )
}

type StandingProps = { step: LetterStep; answers: LetterPage['answers'] }

function Standing({ step, answers }: StandingProps) {
  const given = answers.find(({ itemId }) => itemId === step.id)
  return (
    <div className="flow">
      <p>
        <b>{given?.standing || 'The venue has not answered this step yet.'}</b>
      </p>
      {given ? <LateAnswer history={given.history} /> : null}
      {given ? <StepHistory history={given.history} /> : null}
    </div>
  )
}
