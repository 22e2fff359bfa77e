import { paths } from '~/paths'
import { areaWords } from '~/words/en/areas'
import { answeredWords } from '~/words/en/readiness'
import { rulerWords } from '~/words/en/ruler'
import { type StandardArea, standardAreas } from '~db/vocabulary'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { anyAnswered } from '../standards/readiness-answers'
import { questionsFor } from '../standards/readiness-picture'
import { type PictureLine, pictureView } from '../standards/readiness-view'
import { rulerOf } from './ruler.server'
import { type StandardWork, type Workspace, workspaceOf } from './workspace.server'
import { standingTag } from './workspace-words'

/** The venue's own check: how far each area is, the picture that its answers give, and its ruler. */
export async function selfCheckOf(reading: Reading, venueId: VenueId) {
  const workspace = await workspaceOf(reading, venueId)
  const { venue, application, set, standards } = workspace
  const answers = workspace.readiness ?? {}
  const works = new Map(standards.map((work) => [work.standard.code, work]))
  const line = (each: PictureLine) => lineOf(each, venueId, works.get(each.code))
  const { first, others, ...picture } = pictureView(set, answers)
  return {
    venue: venue.name,
    started: application !== null,
    asksProfile: venue.profile.securityStaff === null,
    areas: selfCheckAreas(workspace).map(({ area, questions, answered }) => ({
      area,
      title: areaWords[area].title,
      detail: areaWords[area].about,
      to: paths.selfCheckArea(venueId, area),
      status: answeredWords(answered, questions.length),
      done: answered === questions.length,
    })),
    picture: anyAnswered(answers)
      ? {
          ...picture,
          inPlace: others.filter(({ standing }) => standing === 'in_place').map(line),
          first: first.map(line),
        }
      : null,
    ruler: application ? rulerWords(await rulerOf(reading.db, application.id)) : null,
  }
}

export type SelfCheck = Awaited<ReturnType<typeof selfCheckOf>>

/** The questions of one area, with what the venue answered before, and the area that comes next. */
export async function selfCheckAreaOf(reading: Reading, venueId: VenueId, area: string) {
  const workspace = await workspaceOf(reading, venueId)
  const answers = workspace.readiness ?? {}
  const areas = selfCheckAreas(workspace)
  const at = areas.findIndex((each) => each.area === area)
  const here = areas[at]
  if (!here) throw new NotFound()
  const next = areas[at + 1]
  return {
    ...areaWords[here.area],
    started: workspace.application !== null,
    questions: here.questions.map(({ id, words, hint }) => ({ id, words, hint })),
    answers: Object.fromEntries(here.questions.map(({ id }) => [id, answers[id]])),
    next: next ? paths.selfCheckArea(venueId, next.area) : paths.selfCheck(venueId),
  }
}

/** The areas that have a question for this venue: without security staff nobody is asked about theirs. */
export function selfCheckAreas({ set, venue, readiness }: Workspace) {
  const asked = questionsFor(set).filter(
    ({ onlyIf }) => !(onlyIf && venue.profile.securityStaff === false),
  )
  return standardAreas.flatMap((area: StandardArea) => {
    const questions = asked.filter((question) => question.area === area)
    const answered = questions.filter(({ id }) => readiness?.[id] !== undefined).length
    return questions.length > 0 ? [{ area, questions, answered }] : []
  })
}

/** A standard of the picture, with the way to its page and where it stands there. */
function lineOf(each: PictureLine, venueId: VenueId, work: StandardWork | undefined) {
  const { code, title, status, standing, needsClass, template } = each
  const stands = work ? standingTag(work.standing, work.alternativeAccepted).words : ''
  const helps = [
    template ? `A template is there: “${template}”.` : '',
    needsClass ? 'It takes a class, so a date early on helps.' : '',
  ]
  return {
    code,
    title,
    to: paths.venueStandard(venueId, code),
    status,
    standing,
    detail: [stands ? `On your task list: ${stands}.` : '', ...helps].filter(Boolean).join(' '),
  }
}
