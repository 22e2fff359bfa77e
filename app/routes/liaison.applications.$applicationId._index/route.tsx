import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { handsOf } from '~/domain/applications/hands-page.server'
import { seeNames } from '~/domain/applications/see-names.server'
import { notesOn } from '~/domain/feedback/notes.server'
import { recordOf } from '~/domain/feedback/record.server'
import type { ApplicationId } from '~/domain/ids'
import { looksOnRecord } from '~/domain/second-looks/pages.server'
import { requireReviewer } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SharedStandards } from '~/ui/shared-evidence'
import { SeenNames, seenNamesOf } from '~/ui/shown-names'
import { StaffNotes } from '~/ui/staff-notes'
import { roundWords } from '~/words/en/feedback'
import { AddedSince } from './added-since'
import { InWhoseHands } from './hands'
import { SecondLooks, YourSecondLook } from './looks'
import { Changes, Rounds } from './rounds'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.venue ?? 'Application'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const id = args.params.applicationId as ApplicationId
  return load(async () => {
    const record = await recordOf(ctx, id)
    const looks = await looksOnRecord(ctx, id)
    const [hands, names] = [await handsOf(ctx, id), await seeNames(ctx, id)]
    return { ...record, hands, names, looks, noted: await notesOn(ctx, id) }
  })
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function ApplicationRecord() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.desk()}>Your desk</Link>
      </p>
      <h1>{page.venue}</h1>
      <p className="lead">
        {page.state}
        {page.hearBy ? `. They were told that they will hear by ${page.hearBy}.` : '.'}
      </p>
      <p className="soft">
        Liaisons of the district and coordinators can see this page, and the venue knows that.
      </p>
      {page.contactsTo ? (
        <p>
          <Link to={page.contactsTo}>Contacts with {page.venue}, and a new one in three taps</Link>
        </p>
      ) : null}
      {page.amended ? (
        <Notice title={roundWords.amended}>
          Its accreditation goes on meanwhile, and your letter changes nothing about it.
        </Notice>
      ) : null}
      <YourSecondLook looks={page.looks} applicationId={page.applicationId} />
      <WhatNext page={page} />
      {page.words ? (
        <Notice title="From the venue, with this round">
          <p className="pre">{page.words}</p>
        </Notice>
      ) : null}
      {page.ruler ? (
        <Notice title="Their ruler, which they chose to share">{page.ruler}</Notice>
      ) : null}
      <Changes changes={page.changes} applicationId={page.applicationId} />
      <AddedSince added={page.added} />
      {page.givenBack ? (
        <Notice title={`The venue gave its certificate back on ${page.givenBack.on}`}>
          <p className="pre">
            {page.givenBack.reason ?? 'It did not say why, and it does not have to.'}
          </p>
        </Notice>
      ) : null}
      <section className="flow">
        <h2>Rounds and letters</h2>
        <Rounds rounds={page.rounds} />
      </section>
      <InWhoseHands hands={page.hands} applicationId={page.applicationId} />
      <SecondLooks looks={page.looks} />
      {page.noted ? (
        <StaffNotes
          {...page.noted}
          action={paths.notes(page.applicationId)}
          removeAt={(noteId) => paths.takeNoteBack(page.applicationId, noteId)}
        />
      ) : null}
      <section className="flow">
        <h2>
          {page.whole ? 'What the venue shared, newest round' : 'What the venue shared so far'}
        </h2>
        <p className="soft">
          As it stood when it was shared. People of the team appear by role and number; their names
          stay with the venue.
        </p>
        <SeenNames names={page.names} />
        <SharedStandards
          standards={page.standards}
          fileTo={(fileId) => paths.reviewFile(page.applicationId, fileId)}
          pageTo={(fileId, number) => paths.reviewFilePage(page.applicationId, fileId, number)}
          names={seenNamesOf(page.names)}
        />
      </section>
    </>
  )
}

/** The one thing to do next, if it is with the liaison. */
function WhatNext({ page }: { page: Page }) {
  const { applicationId, writing, begunBy, hindrance } = page
  if (page.mayIssue) {
    return (
      <div className="actions">
        <ButtonLink to={paths.issueCertificate(applicationId)} look="go">
          Issue the certificate
        </ButtonLink>
      </div>
    )
  }
  if (page.second) return <Notice title="It waits for a second person">{page.second}</Notice>
  if (page.readsFirst) {
    return (
      <div className="actions">
        <ButtonLink to={paths.peerRead(applicationId)} look="go">
          Read the draft first, as you were asked
        </ButtonLink>
      </div>
    )
  }
  if (writing === 'none') return null
  if (hindrance) return <Notice>{hindrance}</Notice>
  return (
    <div className="flow">
      {begunBy ? (
        <p>{begunBy} wrote in this response last. You both write in the same one.</p>
      ) : null}
      <div className="actions">
        {writing === 'start' ? (
          <Form action={paths.startResponse(applicationId)} label="Begin a response">
            <Button look="go" pending="Opening…">
              Read and write a response
            </Button>
          </Form>
        ) : (
          <ButtonLink to={paths.response(applicationId)} look="go">
            Go on with the response
          </ButtonLink>
        )}
      </div>
    </div>
  )
}
