import type { Tx } from '~db/open.server'
import { outbox } from '~db/schema'
import type { Locale } from '~db/vocabulary'
import type { EmailFacts, EmailKind } from '~emails/facts'
import { type MailId, newId, type PersonId } from './ids'

export type Recipient = { id: PersonId | null; email: string; locale: Locale }

/** Kinds whose facts open a door: once such a mail is out, or let go, the outbox forgets them. */
const doorKinds: ReadonlySet<string> = new Set<EmailKind>([
  'sign-in-code',
  'proof-code',
  'staff-setup',
  'staff-recovery',
  'invitation',
  'place-invitation',
])

export function forgetsFacts(kind: string): boolean {
  return doorKinds.has(kind)
}

/** Queues an email in the transaction of the deed that it tells of. A job sends it seconds later. */
export async function queueEmail<Kind extends EmailKind>(
  tx: Tx,
  to: Recipient,
  kind: Kind,
  facts: EmailFacts[Kind],
  now: Date,
): Promise<MailId> {
  const id = newId('mai')
  await tx.insert(outbox).values({
    id,
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
  return id
}
