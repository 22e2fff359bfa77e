import { and, eq } from 'drizzle-orm'
import { actorOf } from '~/domain/accounts/actor.server'
import { answerPulse } from '~/domain/feedback/answer-pulse.server'
import { pulseItems, type Scores } from '~/domain/feedback/pulse'
import { pulseToAnswer } from '~/domain/feedback/pulse-page.server'
import { memberships } from '../schema'
import type { Calendar } from './calendar'
import { type Act, known, type World } from './world'

/** Letters of the last weeks are still open to answer. */
const newest = -14

/** What venues said, turn by turn: mostly warm, and of two minds about calling early. */
const said: readonly string[] = [
  '555544455',
  '454443345',
  '555554535',
  '445534254',
  '354443345',
  '555545455',
  '444453245',
]

/** The owner of a venue says how the contact was, a day after its letter. */
export function pulseActs(slug: string, sentOn: number, { moment }: Calendar): Act[] {
  if (sentOn > newest) return []
  const at = moment(sentOn + 1, 15 * 60)
  return [{ at, perform: (world) => answer(world, slug, at) }]
}

async function answer(world: World, slug: string, at: Date): Promise<void> {
  const { db } = world
  const venueId = known(world.venues, slug)
  const [owner] = await db
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.venueId, venueId), eq(memberships.role, 'owner')))
  const actor = owner && (await actorOf(db, owner.personId, ['demo'], at, at))
  if (!actor) return
  const nowhere = { requestId: null, sessionId: null, address: null, device: null }
  const ctx = { db, actor, now: at, origin: { ...nowhere, submission: null } }
  const open = await pulseToAnswer(ctx, { venueId }, 'venue')
  if (open) await answerPulse(ctx, open.responseId, { venueId }, scoresFor(slug))
}

function scoresFor(slug: string): Scores {
  const row = said[slug.length % said.length] ?? ''
  return pulseItems.venue.map((_, at) => Number(row[at]))
}
