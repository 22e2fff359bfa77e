import { and, eq, isNull, max } from 'drizzle-orm'
import { paths } from '~/paths'
import { formatMoment } from '~/words/en/format'
import type { Reader, Tx } from '~db/open.server'
import { certificates, people } from '~db/schema'
import { moveApplication } from '../applications/move-application.server'
import { type Application, applicationFor } from '../applications/queries.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type ApplicationId, type CertificateId, newId } from '../ids'
import { queueEmail } from '../outbox.server'
import { canIssueCertificate, canReadShared } from '../permissions/application'
import { canComplete } from '../permissions/certificate'
import { permit, permitProved } from '../permissions/permission'
import { programOf } from '../standards/program.server'
import { venueRecipients } from '../venues/queries.server'
import type { CertificateFacts } from './certificate-facts'
import { certificateNumber } from './certificate-number'
import { newCheckCode, showCheckCode } from './check-code'
import { certificateDraft, type DraftFacts } from './draft.server'
import { checkedFacts, openSentence } from './issue-rules'

/**
 * Accredits a venue whose newest round leaves no essential open: freezes what the certificate says,
 * takes the place of an older one, and tells the venue. `publicUrl` is what its QR code begins with.
 * It happens once: whoever comes second gets a Conflict.
 */
export function issueCertificate(
  ctx: Context,
  applicationId: ApplicationId,
  { publicUrl }: { publicUrl: string },
): Promise<CertificateId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const application = await applicationFor(tx, actor, applicationId)
    permit(canReadShared(actor, application))
    await refuseSecond(tx, application)
    permit(canIssueCertificate(actor, application))
    permitProved(ctx)
    const draft = await certificateDraft(tx, application, now)
    permit(canComplete(actor, draft.foundReadyBy, draft.settings.accreditedBy))
    if (draft.open.length > 0) throw new Invalid({ '': openSentence(draft.open) })

    const state = await moveApplication(tx, application, 'accredit', now, { hearBy: null })
    await replaceOlder(tx, application, draft.facts)
    const certificate = await write(tx, ctx, application, draft.facts, publicUrl)
    await recordEvent(tx, {
      kind: 'certificate.issued',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId,
      subjectId: certificate.id,
      text: JSON.stringify(certificate.facts),
      before: { state: application.state },
      after: { state },
    })
    await tellVenue(tx, application, certificate.facts, now)
    return certificate.id
  })
}

async function refuseSecond(db: Reader, { id, state }: Application): Promise<void> {
  if (state !== 'accredited' && state !== 'refresh_due') return
  const [first] = await db
    .select({ name: people.name, at: certificates.issuedAt })
    .from(certificates)
    .innerJoin(people, eq(people.id, certificates.issuedBy))
    .where(eq(certificates.applicationId, id))
  const { timeZone } = await programOf(db)
  throw new Conflict(
    first
      ? `${first.name} issued this certificate on ${formatMoment(first.at, timeZone)}, so it is not issued twice.`
      : 'This venue is accredited already.',
  )
}

async function replaceOlder(tx: Tx, { venueId }: Application, { issuedOn }: DraftFacts) {
  await tx
    .update(certificates)
    .set({ replacedOn: issuedOn })
    .where(
      and(
        eq(certificates.venueId, venueId),
        isNull(certificates.endedOn),
        isNull(certificates.replacedOn),
      ),
    )
}

async function write(
  tx: Tx,
  { actor, now }: Context,
  { id: applicationId, venueId, standardSetId }: Application,
  draft: DraftFacts,
  publicUrl: string,
) {
  const year = Number(draft.issuedOn.slice(0, 4))
  // Writers take turns, so the next number is free; the unique index stands behind it.
  const [last] = await tx
    .select({ sequence: max(certificates.sequence) })
    .from(certificates)
    .where(eq(certificates.year, year))
  const sequence = (last?.sequence ?? 0) + 1
  const checkCode = newCheckCode()
  const facts = checkedFacts({
    ...draft,
    number: certificateNumber(year, sequence),
    checkCode,
    checkUrl: `${publicUrl}${paths.checkCode(showCheckCode(checkCode))}`,
  })
  const { number, issuedOn, expiresOn } = facts
  const id = newId('cer')
  await tx.insert(certificates).values({
    id,
    number,
    year,
    sequence,
    checkCode,
    venueId,
    applicationId,
    standardSetId,
    facts,
    issuedBy: actor.person.id,
    issuedAt: now,
    issuedOn,
    expiresOn,
  })
  return { id, facts }
}

async function tellVenue(tx: Tx, { venueId }: Application, facts: CertificateFacts, now: Date) {
  const { venueName: venue, number, expiresOn, checkCode } = facts
  const path = paths.venueCertificate(venueId)
  const checkPath = paths.checkCode(showCheckCode(checkCode))
  for (const person of await venueRecipients(tx, venueId)) {
    const told = { venue, number, expiresOn, path, checkPath }
    await queueEmail(tx, person, 'certificate-issued', told, now)
  }
}
