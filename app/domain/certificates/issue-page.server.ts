import { eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { countOf, formatDay, formatDayOf, listOf } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { certificates, people } from '~db/schema'
import type { ApplicationState } from '~db/vocabulary'
import { type Application, applicationFor } from '../applications/queries.server'
import type { Reading } from '../context'
import type { ApplicationId } from '../ids'
import { canIssueCertificate, canReadShared } from '../permissions/application'
import { canComplete } from '../permissions/certificate'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'
import { venueRecipients } from '../venues/queries.server'
import { printable } from './certificate-pdf-type.server'
import { showCheckCode } from './check-code'
import { certificateDraft } from './draft.server'
import { openSentence } from './issue-rules'

/** What the issuing page shows: the facts to check first, or the certificate once it is issued. */
export async function issuingPage(reading: Reading, id: ApplicationId) {
  const { db, actor } = reading
  const application = await applicationFor(db, actor, id)
  permit(canReadShared(actor, application))
  const head = { venue: application.venueName, record: paths.review(id) }
  const issued = await issuedOn(reading, application)
  if (issued) return { ...head, step: 'issued' as const, ...issued }
  if (application.state !== 'ready') {
    return { ...head, step: 'not_yet' as const, why: notYet(application.state) }
  }
  return { ...head, step: 'check' as const, ...(await toCheck(reading, application)) }
}

async function toCheck({ db, actor, now }: Reading, application: Application) {
  const draft = await certificateDraft(db, application, now)
  const { facts, settings, set, enhanced } = draft
  const refusal = [
    canIssueCertificate(actor, application),
    canComplete(actor, draft.foundReadyBy, settings.accreditedBy),
  ].find(({ allowed }) => !allowed)
  const told = await venueRecipients(db, application.venueId)
  return {
    refusal:
      refusal && !refusal.allowed
        ? refusal.reason
        : draft.open.length > 0
          ? openSentence(draft.open)
          : null,
    printedName: differs(facts.venueName),
    printedAddress: differs(facts.address),
    told:
      told.length > 0
        ? countOf(
            told.length,
            'person at the venue gets an email when you issue it',
            'people at the venue get an email when you issue it',
          )
        : null,
    rows: [
      { term: 'Venue', detail: facts.venueName },
      { term: 'Address', detail: facts.address },
      { term: 'Accredited on', detail: `${formatDay(facts.issuedOn)}, today` },
      { term: 'Valid until', detail: formatDay(facts.expiresOn) },
      { term: 'Distinction', detail: distinction(enhanced, set.distinction, facts) },
      {
        term: 'Standards',
        detail: `Version ${facts.standardSetVersion}, every essential in place`,
      },
      { term: 'Shared as', detail: draft.reference },
      { term: 'Issued by', detail: `${facts.issuer}, ${facts.place}` },
      {
        term: 'Signed by',
        detail: listOf(facts.signatories.map(({ name, title }) => `${name} (${title})`)),
      },
    ],
  }
}

function distinction(
  enhanced: readonly { title: string }[],
  asked: number,
  { withDistinction }: { withDistinction: boolean },
): string {
  const have = countOf(enhanced.length, 'enhanced standard is', 'enhanced standards are')
  return withDistinction
    ? `With distinction: ${have} in place, and ${asked} are asked.`
    : `Without: ${have} in place, and ${asked} are asked for a distinction.`
}

/** How a text reads on the paper where its typefaces lack a letter or a sign; null where it reads the same. */
function differs(text: string): string | null {
  const printed = printable(text)
  return printed === text.normalize('NFC') ? null : printed
}

async function issuedOn({ db }: Reading, { id }: Application) {
  const [row] = await db
    .select({
      number: certificates.number,
      checkCode: certificates.checkCode,
      expiresOn: certificates.expiresOn,
      issuedAt: certificates.issuedAt,
      name: people.name,
      title: people.title,
    })
    .from(certificates)
    .innerJoin(people, eq(people.id, certificates.issuedBy))
    .where(eq(certificates.applicationId, id))
  if (!row) return null
  const { timeZone } = await programOf(db)
  const code = showCheckCode(row.checkCode)
  return {
    check: paths.checkCode(code),
    rows: [
      { term: 'Number', detail: row.number },
      { term: 'Check code', detail: code },
      { term: 'Valid until', detail: formatDay(row.expiresOn) },
      { term: 'Issued', detail: `${formatDayOf(row.issuedAt, timeZone)} by ${addressed(row)}` },
    ],
  }
}

function notYet(state: ApplicationState): string {
  return state === 'paused' || state === 'stepped_away'
    ? 'The venue is taking a break from its application. A certificate can follow when it comes back.'
    : 'A certificate follows once a response without a next step has said that everything is in place.'
}
