import { forgetsFacts } from '~/domain/outbox.server'
import { anythingDue, claimMail, type Mail, settleMail } from '~/domain/outbox-claims.server'
import { programOf } from '~/domain/standards/program.server'
import { errorFacts, type Log } from '~/log.server'
import { MailNotTaken, type Transport } from '~/mail/transport.server'
import type { Database } from '~db/open.server'
import { isEmailKind, type RenderedEmail, renderEmail } from '~emails/index'

export type Delivery = {
  db: Database
  transport: Transport
  log: Pick<Log, 'info' | 'warn'>
  publicUrl: string
  clock: () => Date
}

const minute = 60_000
const hour = 60 * minute

/** The pause after the first, second, third… failed try; the last one repeats. */
const pauses = [5_000, 30_000, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour]

/** The provider knows a mail again for 24 hours: past 23 a second try could be a second mail. */
const longestTrying = 23 * hour

/**
 * Sends what is due, oldest first, until nothing is left or `stopped` says so. Answers how many
 * went out. What cannot be rendered, or has been tried for too long, is held for a person.
 */
export async function deliverOutbox(
  delivery: Delivery,
  stopped: () => boolean = () => false,
): Promise<number> {
  const { db, clock } = delivery
  let sent = 0
  while (!stopped() && (await anythingDue(db, clock()))) {
    const mail = await claimMail(db, clock())
    if (mail && (await deliver(delivery, mail))) sent += 1
  }
  return sent
}

async function deliver(delivery: Delivery, mail: Mail): Promise<boolean> {
  const { db, transport, log, clock } = delivery
  const late = tooLate(mail, clock())
  if (late) return hold(delivery, mail, late)

  let email: RenderedEmail
  try {
    email = await rendered(delivery, mail)
  } catch (error) {
    log.warn({ event: 'mail.unrendered', mail: mail.id, kind: mail.kind, ...errorFacts(error, '') })
    return hold(delivery, mail, `It could not be written: ${reasonOf(error)}`)
  }

  try {
    await transport.send({ id: mail.id, to: mail.address, ...email })
  } catch (error) {
    if (error instanceof MailNotTaken && error.lasting) return hold(delivery, mail, error.message)
    return tryAgain(delivery, mail, error)
  }
  const facts = forgetsFacts(mail.kind) ? {} : mail.facts
  await settleMail(db, mail, { state: 'sent', sentAt: clock(), problem: null, facts })
  log.info({ event: 'mail.sent', mail: mail.id, kind: mail.kind, tries: mail.tries })
  return true
}

async function rendered({ db, publicUrl }: Delivery, mail: Mail): Promise<RenderedEmail> {
  if (!isEmailKind(mail.kind)) throw new Error(`There is no email of the kind "${mail.kind}".`)
  const { settings } = await programOf(db)
  const url = (path: string) => `${publicUrl}${path}`
  // The facts were typed when they were queued, in the same vocabulary.
  return renderEmail(mail.kind, mail.facts as never, { url, program: settings })
}

/** Why it must not be tried again, or null. */
function tooLate(mail: Mail, now: Date): string | null {
  if (mail.firstTryAt && now.getTime() - mail.firstTryAt.getTime() > longestTrying) {
    return 'It was first tried more than 23 hours ago and may have arrived. Please look before sending it again.'
  }
  const minutes = mail.kind === 'sign-in-code' ? Number(mail.facts.minutes) : Number.NaN
  if (now.getTime() - mail.createdAt.getTime() > minutes * minute) {
    return 'Its code ran out before it could be sent.'
  }
  return null
}

async function tryAgain({ db, log, clock }: Delivery, mail: Mail, error: unknown) {
  const pause = pauses[Math.min(mail.tries, pauses.length) - 1] ?? minute
  const nextTryAt = new Date(clock().getTime() + pause)
  await settleMail(db, mail, { state: 'queued', nextTryAt, problem: reasonOf(error) })
  const facts = { mail: mail.id, kind: mail.kind, tries: mail.tries }
  log.warn({ event: 'mail.delayed', ...facts, ...errorFacts(error, '') })
  return false
}

async function hold({ db, log }: Delivery, mail: Mail, problem: string): Promise<boolean> {
  await settleMail(db, mail, { state: 'held', problem })
  log.warn({ event: 'mail.held', mail: mail.id, kind: mail.kind, tries: mail.tries })
  return false
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : 'unknown'
}
