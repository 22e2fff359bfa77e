import { formatMoment } from '~/words/en/format'
import { placesWords } from '~/words/en/names'
import { program } from '~db/schema'
import type { Context } from '../context'

import { hasPassword } from './change-password.server'
import { ownSessions } from './own-sessions.server'
import { placesOf } from './queries.server'
import { recoveryCodesLeft } from './recovery-codes.server'
import { passkeysOf } from './remove-passkey.server'

/** Everything about somebody's own account: who they are here, their ways in, where they are signed in. */
export async function accountPage(ctx: Context) {
  const { db, actor } = ctx
  const { id, name, email } = actor.person
  const [settled] = await db.select({ timeZone: program.timeZone }).from(program)
  const timeZone = settled?.timeZone ?? 'UTC'
  const moment = (at: Date) => formatMoment(at, timeZone)
  const keys = await passkeysOf(db, id)
  const sessions = await ownSessions(ctx)
  const password = await hasPassword(ctx)
  return {
    name,
    email,
    places: placesWords(await placesOf(db, actor)),
    password,
    codesLeft: password ? await recoveryCodesLeft(db, id) : 0,
    passkeys: keys.map((key) => ({
      id: key.id,
      label: key.label,
      added: moment(key.createdAt),
      used: key.lastUsedAt ? moment(key.lastUsedAt) : null,
      synced: key.backedUp,
    })),
    sessions: sessions.map(({ createdAt, lastSeenAt, ...session }) => ({
      ...session,
      since: moment(createdAt),
      last: moment(lastSeenAt),
    })),
  }
}
