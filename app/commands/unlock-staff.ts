import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, openAt } from '~/db.server'
import { emailAddress } from '~/domain/accounts/forms'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { unlockByEmail } from '~/domain/accounts/unlock-staff.server'
import { env } from '~/env.server'
import { secretsFor } from '~/secrets.server'
import { migrate } from '~db/migrate.server'
import { Refused, runCommand } from './run-command'

const usage = 'Usage: npm run staff:unlock -- --email ADDRESS'

async function unlock(argv: string[]): Promise<void> {
  const { values } = parseArgs({ args: argv, options: { email: { type: 'string' } } })
  const email = emailAddress.safeParse(values.email ?? '')
  if (!email.success) throw new Refused('--email must be an address, like name@example.com.')
  const dataDir = resolve(env.dataDir)
  keepSecret(secretsFor(dataDir, { session: env.sessionSecret }).session)
  migrate(databaseFile(dataDir))
  const db = openAt(dataDir)
  try {
    const released = await unlockByEmail(db, email.data, new Date())
    console.log(
      released
        ? 'The account is released. Its password works again from every browser.'
        : 'The account was not locked. Its count of failures begins anew.',
    )
  } finally {
    await closeDatabase()
  }
}

await runCommand(usage, unlock)
