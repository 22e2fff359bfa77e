import { and, eq } from 'drizzle-orm'
import { evidenceOfRound, type FrozenEvidence, roundsOf } from '~/domain/applications/rounds.server'
import { answerStep } from '~/domain/feedback/answer-step.server'
import type { TypedItem } from '~/domain/feedback/draft'
import { replyTo } from '~/domain/feedback/reply.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { seeResponse } from '~/domain/feedback/see-response.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import type { ItemId, ResponseId } from '~/domain/ids'
import { responseItems } from '../schema'
import type { Calendar } from './calendar'
import { pulseActs } from './pulse-acts'
import type { LetterStory, PartStory } from './story'
import { type Act, contextOf, known, type World } from './world'

const morning = 9 * 60 + 10

/** A letter from its first read to what the venue answers to it. */
export function letterActs(slug: string, letter: LetterStory, calendar: Calendar): Act[] {
  const { moment } = calendar
  const { by, startedOn, sentOn, seenBy, replies = [], parts } = letter
  const reading: Act = {
    at: moment(startedOn, morning),
    perform: (world) => write(world, slug, letter, moment(startedOn, morning)),
  }
  const sending: Act = {
    at: moment(sentOn, 16 * 60 + 5),
    async perform(world) {
      const ctx = await contextOf(world, by, moment(sentOn, 16 * 60 + 5))
      await sendResponse(ctx, known(world.applications, slug), 1)
    },
  }
  const seeing = seenBy && {
    at: moment(seenBy.on, morning + 70),
    async perform(world: World) {
      const ctx = await contextOf(world, seenBy.person, moment(seenBy.on, morning + 70))
      await seeResponse(ctx, known(world.letters, slug))
    },
  }
  const answers = parts.flatMap((part): Act[] => {
    if (part.kind !== 'next_step' || !part.answer) return []
    const { answer, by: who, on, words, day } = part.answer
    const at = moment(on, morning + 95)
    return [
      {
        at,
        async perform(world) {
          const responseId = known(world.letters, slug)
          const itemId = await itemOf(world, responseId, part)
          const chosen = day === undefined ? null : world.calendar.day(day)
          const ctx = await contextOf(world, who, at)
          await answerStep(ctx, responseId, itemId, { answer, day: chosen, words })
        },
      },
    ]
  })
  const said = replies.map(({ by: who, on, words, about }, place): Act => {
    const at = moment(on, morning + 110 + place * 7)
    return {
      at,
      async perform(world) {
        const responseId = known(world.letters, slug)
        const part = about === undefined ? undefined : parts[about]
        const item = part ? await itemOf(world, responseId, part) : ''
        await replyTo(await contextOf(world, who, at), responseId, { words, about: item })
      },
    }
  })
  const pulse = pulseActs(slug, sentOn, calendar)
  return [reading, sending, ...(seeing ? [seeing] : []), ...answers, ...said, ...pulse]
}

async function write(world: World, slug: string, letter: LetterStory, at: Date): Promise<void> {
  const { by, opening, closing, parts } = letter
  const applicationId = known(world.applications, slug)
  const ctx = await contextOf(world, by, at)
  world.letters.set(slug, await startResponse(ctx, applicationId))
  const [round] = await roundsOf(world.db, applicationId)
  if (!round) throw new Error(`${slug} has shared nothing yet.`)
  const evidence = await evidenceOfRound(world.db, round.id)
  const items = parts.map((part) => typed(part, evidence, world.calendar))
  const later = await contextOf(world, by, new Date(at.getTime() + 40 * 60_000))
  await saveDraft(later, applicationId, { revision: 0, draft: { opening, closing, items } })
}

const nothing = { key: '', roundEvidenceId: '', anchor: '', quote: '', why: '', help: '' }
const noLaw = { proposedOn: '', law: false, lawSource: '' }

function typed(part: PartStory, evidence: FrozenEvidence[], { day }: Calendar): TypedItem {
  const { kind, standard, words } = part
  const blank = { ...nothing, ...noLaw, kind, standard, words }
  switch (part.kind) {
    case 'strength': {
      const cited = citedBy(part, evidence)
      const quote = part.quote ?? ''
      return {
        ...blank,
        words: withFigures(words, cited),
        why: part.helps,
        roundEvidenceId: cited.id,
        quote,
      }
    }
    case 'next_step': {
      const { why, help, proposedOn, law } = part
      const plain = law ? { law: true, lawSource: law } : {}
      return { ...blank, why, help, proposedOn: day(proposedOn), ...plain }
    }
    default:
      return blank
  }
}

type Strength = Extract<PartStory, { kind: 'strength' }>

function citedBy({ standard, of = 'policy' }: Strength, evidence: FrozenEvidence[]) {
  const found = evidence.find((row) => row.standard === standard && row.kind === of)
  if (!found) throw new Error(`There is no ${of} under ${standard} in this round.`)
  return found
}

/** The figures that a strength names are those of its evidence. */
function withFigures(words: string, { coverage, facts }: FrozenEvidence): string {
  const figures: Record<string, number | undefined> = { ...coverage, ...facts } as never
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(figures[name]))
}

/** A part of a sent letter. Only strengths have figures in their words, and nobody answers those by name. */
async function itemOf(world: World, responseId: ResponseId, part: PartStory): Promise<ItemId> {
  const [row] = await world.db
    .select({ id: responseItems.id })
    .from(responseItems)
    .where(and(eq(responseItems.responseId, responseId), eq(responseItems.words, part.words)))
  if (!row) throw new Error(`The letter has no part that says “${part.words}”.`)
  return row.id
}
