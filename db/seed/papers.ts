import { addEvidence, type NewEvidence } from '~/domain/applications/add-evidence.server'
import { startPolicyFor } from '~/domain/applications/add-evidence-new-policy.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import type { PolicyId, VenueId } from '~/domain/ids'
import { sectionsOf } from '~/domain/policies/queries.server'
import { reviewPolicy } from '~/domain/policies/review-policy.server'
import { saveSection } from '~/domain/policies/save-section.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import type { Calendar } from './calendar'
import type { EvidenceStory, PolicyText, Preparation } from './story'
import { type Act, contextOf, known, type World } from './world'

const afternoon = 14 * 60
const lateAfternoon = 17 * 60

/** What a venue writes before a share: its policies on one afternoon, evidence when it happened. */
export function preparationActs(slug: string, plan: Preparation, { moment }: Calendar): Act[] {
  const { on, by, policies = [], sections = [], evidence = [], answers = [] } = plan
  const writing = policies.map((policy, place): Act => {
    const at = moment(on, afternoon + place * 17)
    return { at, perform: (world) => writePolicy(world, slug, policy, plan, at) }
  })
  const changes = sections.map(({ template, anchor, text }, place): Act => {
    const at = moment(on, afternoon + place * 9)
    return {
      at,
      async perform(world) {
        const policyId = known(world.policies, `${slug} ${template}`)
        const venueId = known(world.venues, slug)
        await writeSection(world, { venueId, policyId, anchor }, text, { by, at })
      },
    }
  })
  const shown = evidence.map((piece, place): Act => {
    const day = 'on' in piece ? Math.max(on, piece.on) : on
    const at = moment(day, lateAfternoon + place * 3)
    return {
      at,
      async perform(world) {
        const ctx = await contextOf(world, by, at)
        const venueId = known(world.venues, slug)
        await addEvidence(ctx, venueId, piece.standard, given(world, slug, piece))
      },
    }
  })
  const said = answers.map(({ standard, stance, words, hearIn }, place): Act => {
    const at = moment(on, lateAfternoon + 60 + place * 4)
    return {
      at,
      async perform(world) {
        const hearOn = hearIn === undefined ? null : world.calendar.day(hearIn)
        const ctx = await contextOf(world, by, at)
        await answerStandard(ctx, known(world.venues, slug), standard, { stance, words, hearOn })
      },
    }
  })
  return [...writing, ...changes, ...shown, ...said]
}

async function writePolicy(
  world: World,
  slug: string,
  { template, standard, sections, reviewIn, reviewedByCounsel = false }: PolicyText,
  { by }: Preparation,
  at: Date,
): Promise<void> {
  const ctx = await contextOf(world, by, at)
  const venueId = known(world.venues, slug)
  const blank = { template, title: '' }
  const policyId = standard
    ? await startPolicyFor(ctx, venueId, standard, blank)
    : await startPolicy(ctx, venueId, blank)
  world.policies.set(`${slug} ${template}`, policyId)
  for (const [place, [anchor, text]] of Object.entries(sections).entries()) {
    const minutesLater = new Date(at.getTime() + (place + 1) * 60_000)
    await writeSection(world, { venueId, policyId, anchor }, text, { by, at: minutesLater })
  }
  if (reviewIn === undefined && !reviewedByCounsel) return
  const reviewOn = reviewIn === undefined ? null : world.calendar.day(reviewIn)
  await reviewPolicy(ctx, venueId, policyId, { reviewOn, reviewedByCounsel })
}

async function writeSection(
  world: World,
  { venueId, policyId, anchor }: { venueId: VenueId; policyId: PolicyId; anchor: string },
  body: string,
  { by, at }: { by: Preparation['by']; at: Date },
): Promise<void> {
  const section = (await sectionsOf(world.db, policyId)).find((each) => each.anchor === anchor)
  const { revision = 0 } = section ?? {}
  const ctx = await contextOf(world, by, at)
  await saveSection(ctx, venueId, policyId, anchor, { body, revision })
}

function given(world: World, slug: string, piece: EvidenceStory): NewEvidence {
  const { words = '' } = piece
  const on = 'on' in piece ? world.calendar.day(piece.on) : null
  switch (piece.kind) {
    case 'policy': {
      const policyId = known(world.policies, `${slug} ${piece.template}`)
      return { kind: 'policy', policyId, pointer: piece.pointer, words }
    }
    case 'photo':
    case 'blank_form':
      return {
        kind: piece.kind,
        file: { ...known(world.files, piece.file), name: piece.name },
        words,
      }
    case 'attestation':
      return { kind: piece.kind, facts: { signedBy: piece.signedBy }, happenedOn: on, words }
    case 'count': {
      const { count, total, signedBy } = piece
      return { kind: 'count', facts: { count, total, signedBy }, happenedOn: on, words }
    }
    case 'contact': {
      const { name, reach } = piece
      return { kind: 'contact', facts: { name, reach }, happenedOn: null, words }
    }
    case 'conversation':
      return { kind: 'conversation', facts: { name: piece.name }, happenedOn: on, words }
    case 'acknowledgement':
    case 'register_check':
      return { kind: piece.kind, facts: {}, happenedOn: on, words }
  }
}
