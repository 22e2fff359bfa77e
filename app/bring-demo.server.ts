import type { Database } from '~db/open.server'
import { seedDemo } from '~db/seed'
import { isEmailKind, renderEmail } from '~emails/index'
import { programOf } from './domain/standards/program.server'
import type { Env } from './env.server'
import { keepMail } from './files/kept-mail.server'
import { storageOf } from './files/storage.server'
import { keepFile } from './files/store.server'

/**
 * Fills a new database with the demo, and its mailbox with the newest mail of the story, each at the
 * hour at which it was written. Nothing of it leaves this machine. Refused where people are already.
 */
export async function bringDemo(
  db: Database,
  now: Date,
  { dataDir, publicUrl, s3 }: Pick<Env, 'dataDir' | 'publicUrl' | 's3'>,
): Promise<void> {
  const storage = storageOf({ dataDir, s3 })
  const mails = await seedDemo(db, now, {
    publicUrl,
    keepFile: (bytes) => keepFile(bytes, storage),
  })
  const { settings } = await programOf(db)
  const url = (path: string) => `${publicUrl}${path}`
  for (const { id, kind, address, facts, createdAt } of mails) {
    if (!isEmailKind(kind)) continue
    // The facts were typed when they were queued, in the same vocabulary.
    const email = await renderEmail(kind, facts as never, { url, program: settings })
    await keepMail(dataDir, { id, to: address, ...email }, createdAt)
  }
}
