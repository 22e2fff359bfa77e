import { Resend } from 'resend'
import { keepMail } from '~/files/kept-mail.server'

/** A mail as it leaves; the id is the outbox row's, by which a second try is known to be the same mail. */
export type OutgoingMail = { id: string; to: string; subject: string; text: string; html: string }

export type Transport = { send(mail: OutgoingMail): Promise<void> }

/** A mail that was not taken. `lasting`: trying again will not help. */
export class MailNotTaken extends Error {
  override name = 'MailNotTaken'
  constructor(
    message: string,
    readonly lasting: boolean,
  ) {
    super(message)
  }
}

const patience = 30_000

/** Resend where there is a key; otherwise files in DATA_DIR. */
export function transportFor(env: {
  resend: { apiKey: string; from: string } | null
  dataDir: string
}): Transport {
  return env.resend ? resendTransport(env.resend) : fileTransport(env.dataDir)
}

export function resendTransport(
  { apiKey, from }: { apiKey: string; from: string },
  options: { baseUrl?: string } = {},
): Transport {
  const resend = new Resend(apiKey, options)
  return {
    async send({ id, to, subject, text, html }) {
      const sending = resend.emails.send({ from, to, subject, text, html }, { idempotencyKey: id })
      const { error } = await within(sending, patience)
      if (!error) return
      // Its message may quote the address, so only its name and status are kept.
      const status = 'statusCode' in error ? Number(error.statusCode) : 0
      throw new MailNotTaken(
        `Resend answered ${error.name} (${status || 'no answer'}).`,
        status === 422,
      )
    },
  }
}

export function fileTransport(dataDir: string): Transport {
  return { send: (mail) => keepMail(dataDir, mail, new Date()) }
}

/** Keeps what was sent, for tests; a second send of one id is one mail, as at Resend. */
export function memoryTransport(): Transport & { sent: OutgoingMail[] } {
  const sent: OutgoingMail[] = []
  return {
    sent,
    async send(mail) {
      if (!sent.some(({ id }) => id === mail.id)) sent.push(mail)
    },
  }
}

async function within<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new MailNotTaken('No answer in time.', false)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
