import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { closeDatabase, databaseFile, openAt } from '~/db.server'
import { emailAddress } from '~/domain/accounts/forms'
import { inviteStaff, type StaffInvitation } from '~/domain/accounts/invite-staff.server'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { layDownProgram } from '~/domain/standards/lay-down-program.server'
import { env } from '~/env.server'
import { secretsFor } from '~/secrets.server'
import { migrate } from '~db/migrate.server'
import { partnerFields } from '~db/vocabulary'
import { Refused, runCommand } from './run-command'

const usage = `Usage: npm run staff:invite -- --email ADDRESS --name NAME --role ROLE
  --role      coordinator, liaison, district_viewer or partner
  --title     how they are addressed, like "Sgt."
  --district  the slug of their district, for liaisons and district viewers
  --field     fire, health or advocate, for partners`

const roles = ['coordinator', 'liaison', 'district_viewer', 'partner'] as const

function read(argv: string[]): StaffInvitation {
  const text = { type: 'string' } as const
  const options = { email: text, name: text, title: text, role: text, district: text, field: text }
  const { values } = parseArgs({ args: argv, options })
  const email = emailAddress.safeParse(values.email ?? '')
  const role = roles.find((known) => known === values.role)
  const field = partnerFields.find((known) => known === values.field) ?? null
  const name = values.name?.trim() ?? ''
  const title = values.title?.trim() || null
  if (!email.success) throw new Refused('--email must be an address, like name@example.com.')
  if (!isPlain(name) || (title !== null && !isPlain(title))) {
    throw new Refused('--name and --title must be words on one line, at most 120 characters.')
  }
  if (!role) throw new Refused(`--role must be one of ${roles.join(', ')}.`)
  if (values.field && !field)
    throw new Refused(`--field must be one of ${partnerFields.join(', ')}.`)
  return { email: email.data, name, title, role, district: values.district ?? null, field }
}

function isPlain(text: string): boolean {
  return text.length > 0 && text.length <= 120 && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)
}

async function invite(argv: string[]): Promise<void> {
  const invitation = read(argv)
  const dataDir = resolve(env.dataDir)
  keepSecret(secretsFor(dataDir, { session: env.sessionSecret }).session)
  migrate(databaseFile(dataDir))
  const db = openAt(dataDir)
  try {
    await layDownProgram(db, new Date(), env.timeZone)
    const { path, word } = await inviteStaff(db, invitation, new Date())
    const what = word
      ? 'Their set-up link works once, for 7 days:'
      : 'They sign in with a code by email, here:'
    console.log(`${invitation.name} is invited as ${invitation.role}. ${what}`)
    console.log(`${env.publicUrl}${path}`)
    if (word) {
      console.log(`It asks for this word: ${word}`)
      console.log('The link goes to them by mail as soon as Lamplight runs. The word stands in no')
      console.log('mail, and is shown here once: tell it to them in person or by phone.')
    } else console.log('The same goes to them by mail as soon as Lamplight runs.')
  } finally {
    await closeDatabase()
  }
}

await runCommand(usage, invite)
