import { paths } from '~/paths'
import { frozenKnowledge } from '~/words/en/door-staff'
import { formatDay, listOf } from '~/words/en/format'
import { keepWords } from '~/words/en/keep-current'
import { evidenceNames, stanceOpens, tierNames } from '~/words/en/names'
import { sharedRuler } from '~/words/en/ruler'
import type { Reading } from '../context'
import { addWorkingDays } from '../dates'
import type { VenueId } from '../ids'
import { canShare } from '../permissions/venue'
import { sectionsOf } from '../policies/queries.server'
import { teamOf } from '../training/queries.server'
import { canMove } from './application'
import { readersOf, sharedOf } from './readers.server'
import { rulerOf } from './ruler.server'
import { nothingYet } from './share-application.server'
import { namesInTexts } from './share-names'
import { seenOf } from './share-seen.server'
import { type GoesAlong, isSomething } from './share-selection'
import { goingAlong, sinceLastShare } from './since-last-share.server'
import { workspaceOf } from './workspace.server'
import { evidenceWords, standingTag, teamWords } from './workspace-words'

/** "Check your answers": what goes along on every standard, what is open, and who will see it. */
export async function sharePage(reading: Reading, venueId: VenueId) {
  const workspace = await workspaceOf(reading, venueId)
  const { venue, application, settings, today, timeZone } = workspace
  const standards = await goingAlong(reading, workspace)
  const permission = canShare(reading.actor, venueId)
  const open = workspace.standards.filter(({ holdsBack }) => holdsBack)
  const own = application && (await rulerOf(reading.db, application.id))
  const ruler = own && sharedRuler(own)
  const readers = await readersOf(reading.db, sharedOf(workspace))
  const names = await namesGoingAlong(reading, venueId, standards)
  return {
    venue: venue.name,
    names: names.map(({ name, where }) => `${name} in “${where}”`),
    ruler,
    privacy: workspace.privacy,
    again: (application?.roundsShared ?? 0) > 0,
    since: await sinceLastShare(reading, workspace, standards),
    hindrance: hindranceOf(),
    readers,
    seen: await seenOf(reading, workspace, { along: standards, readers, ruler }),
    hearBy: formatDay(addWorkingDays(today, settings.firstReadDays)),
    open: open.map(({ standard: { code, title } }) => {
      return { code, title, to: paths.venueStandard(venueId, code) }
    }),
    standards: standards
      .filter(({ work }) => work.standing !== 'not_asked')
      .map((each) => {
        return standardLine(each, { venueId, newHireDays: settings.newHireDays, timeZone })
      }),
  }

  /** Why nothing can be shared now; null when it can. */
  function hindranceOf(): string | null {
    if (!application) return 'There is no application yet. Start one first; it stays private.'
    if (!canMove('share', application.state)) {
      return application.state === 'shared'
        ? 'Your application is with your liaison already. You can share again once you have heard.'
        : 'Your application is not open for sharing at the moment.'
    }
    if (!permission.allowed) return permission.reason
    return standards.some(isSomething) ? null : nothingYet
  }
}

export type SharePage = Awaited<ReturnType<typeof sharePage>>

/** The names of staff that the venue itself wrote into what goes along. */
export async function namesGoingAlong(reading: Reading, venueId: VenueId, standards: GoesAlong[]) {
  const { people } = await teamOf(reading, venueId)
  const rows = standards.flatMap(({ evidence }) => evidence)
  const beside = rows.flatMap(({ policyTitle, fileName, words, kind }) => {
    const where = policyTitle ?? fileName ?? evidenceNames[kind]
    return { where, text: [policyTitle, fileName, words].filter(Boolean).join('\n') }
  })
  const written = new Map(rows.map(({ policyId, policyTitle }) => [policyId, policyTitle ?? '']))
  const sections = []
  for (const [policyId, where] of written) {
    if (!policyId) continue
    const text = (await sectionsOf(reading.db, policyId)).map(({ body }) => body).join('\n')
    sections.push({ where, text })
  }
  const names = people.map(({ name }) => name)
  return namesInTexts(names, [...beside, ...sections])
}

const noteStays =
  'Your note about the door team stays with you: what you say of the zones near you takes its place.'

type Place = { venueId: VenueId; newHireDays: number; timeZone: string }

function standardLine(along: GoesAlong, { venueId, newHireDays, timeZone }: Place) {
  const { work, evidence, coverage, doorStaff, unwritten, replaced } = along
  const { standard, standing, answer, alternativeAccepted } = work
  const said = answer && answer.stance !== 'with_evidence' ? answer : null
  const drafts = unwritten.map(({ policyTitle }) => `“${policyTitle ?? 'A policy'}”`)
  return {
    code: standard.code,
    title: standard.title,
    tier: tierNames[standard.tier],
    to: paths.venueStandard(venueId, standard.code),
    status: standingTag(standing, alternativeAccepted),
    said: said ? `${stanceOpens(said.stance)} ${said.words}` : '',
    evidence: [
      ...evidence.map((row) => {
        const ask = standard.evidence.find(({ kind }) => kind === row.kind)
        const { title, detail } = evidenceWords(row, ask)
        const confirmed = row.confirmedOn ? keepWords.confirmed(formatDay(row.confirmedOn)) : ''
        return { id: `${row.id}`, text: [title, detail, confirmed].filter(Boolean).join(' · ') }
      }),
      ...(doorStaff?.zones ?? []).map((zone) => {
        return { id: zone.name, text: frozenKnowledge(zone, timeZone) }
      }),
    ],
    coverage: coverage ? teamWords(coverage, newHireDays) : '',
    staysHere: [
      drafts.length > 0 ? `${listOf(drafts)}: nothing is written yet, so it stays with you.` : '',
      replaced.length > 0 ? noteStays : '',
      work.bareAnswer ? 'Your answer has no words yet, so it stays with you.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    goesAlong: isSomething(along),
  }
}
