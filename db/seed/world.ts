import { actorOf } from '~/domain/accounts/actor.server'
import type { Context } from '~/domain/context'
import type { ApplicationId, PersonId, PolicyId, ResponseId, VenueId } from '~/domain/ids'
import type { UploadedFile } from '~/domain/policies/policy'
import type { Database } from '../open.server'
import { people } from '../schema'
import type { Calendar } from './calendar'
import { cast, type PersonKey } from './people'

/** A file as the store keeps it. */
export type Kept = { key: string; digest: string; size: number }

/** What the story has brought about so far. */
export type World = {
  db: Database
  calendar: Calendar
  publicUrl: string
  /** Files of the demo by name, kept before the story begins. */
  files: ReadonlyMap<string, UploadedFile>
  rosters: ReadonlyMap<string, { file: Kept; bytes: Uint8Array }>
  people: Map<PersonKey, PersonId>
  venues: Map<string, VenueId>
  applications: Map<string, ApplicationId>
  /** By venue and template: "night-heron age-and-id". */
  policies: Map<string, PolicyId>
  /** By venue: the claim code of its letter, as the paper shows it. */
  codes: Map<string, string>
  /** By venue: the newest letter. */
  letters: Map<string, ResponseId>
}

/** One thing that somebody of the story does, at its hour. */
export type Act = { at: Date; perform(world: World): Promise<void> }

/** What a deed of this person at this hour is given. A one-click sign-in stands for how they came in. */
export async function contextOf(world: World, who: PersonKey, at: Date): Promise<Context> {
  const actor = await actorOf(world.db, known(world.people, who), ['demo'], at, at)
  if (!actor) throw new Error(`${who} is not there yet.`)
  const nowhere = { requestId: null, sessionId: null, address: null, device: null }
  const origin = { ...nowhere, submission: null }
  return { db: world.db, actor, now: at, origin }
}

export function known<Key, Value>(found: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = found.get(key)
  if (value === undefined) throw new Error(`The story speaks of ${key} too early.`)
  return value
}

/** Writes down a person of the cast, with an address that they have confirmed. */
export async function introduce(
  world: World,
  who: PersonKey,
  id: PersonId,
  at: Date,
): Promise<void> {
  const { name, email } = cast[who]
  await world.db.transaction((tx) =>
    tx.insert(people).values({ id, name, email, createdAt: at, emailConfirmedAt: at }),
  )
  world.people.set(who, id)
}
