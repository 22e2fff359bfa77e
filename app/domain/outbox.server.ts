import type { Tx } from '~db/open.server'
import { outbox } from '~db/schema'
import type { Locale } from '~db/vocabulary'
import type { EmailFacts, EmailKind } from '~emails/facts'
import { newId, type PersonId } from './ids'

export type Recipient = { id: PersonId | null; email: string; locale: Locale }

/** Queues an email in the transaction of the deed that it tells of. A job sends it seconds later. */
export async function queueEmail<Kind extends EmailKind>(
  tx: Tx,
  to: Recipient,
  kind: Kind,
  facts: EmailFacts[Kind],
  now: Date,
): Promise<void> {
  await tx.insert(outbox).values({
    id: newId('mai'),
    kind,
    personId: to.id,
    address: to.email,
    locale: to.locale,
    facts,
    state: 'queued',
    createdAt: now,
    nextTryAt: now,
    tries: 0,
  })
}
