import { paths } from '~/paths'
import { formatNumber } from '~/words/en/format'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import { districtsOf } from '../districts/queries.server'
import type { ClassId } from '../ids'
import { canArrangeClasses } from '../permissions/class'
import { permit } from '../permissions/permission'
import { programOf, standardSetOf } from '../standards/program.server'
import { classStanding, classTimes, type TrainingClass } from './class'
import { classesPage, classFor } from './class-queries.server'
import { clockTimeOf } from './class-time'

type Asked = Parameters<typeof classesPage>[1]

/** The coordinator's list of classes. */
export async function classList(ctx: Reading, asked: Asked) {
  const { classes, ...page } = await classesPage(ctx, asked)
  const { timeZone } = await programOf(ctx.db)
  return {
    ...page,
    classes: classes.map((each) => ({
      id: each.id,
      title: each.title,
      to: paths.changeClass(each.id),
      detail: [classTimes(each, timeZone), each.place, each.district ?? 'every district'].join(
        ' · ',
      ),
      ...statusOf(each, ctx.now),
    })),
  }
}

/** What the form of a class offers to choose from. */
export async function classChoices({ db, actor }: Reading) {
  permit(canArrangeClasses(actor))
  const { standardSetId } = await programOf(db)
  const { trainingTypes } = await standardSetOf(db, standardSetId)
  const districts = await districtsOf(db)
  return {
    trainings: trainingTypes.map(({ code, title }) => ({ value: code, label: title })),
    districts: districts.map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** A class as its form holds it, with how it stands. */
export async function classPage(ctx: Reading, id: ClassId) {
  const found = await classFor(ctx, id)
  const { timeZone } = await programOf(ctx.db)
  const { title, place, host, signUp, words, revision } = found
  return {
    id,
    standing: classStanding(found, ctx.now),
    when: classTimes(found, timeZone),
    revision,
    values: {
      title,
      trainingType: found.trainingType ?? '',
      district: found.districtId ?? '',
      day: dayOf(found.startsAt, timeZone),
      starts: clockTimeOf(found.startsAt, timeZone),
      ends: clockTimeOf(found.endsAt, timeZone),
      place,
      host,
      seats: found.seats === null ? '' : String(found.seats),
      signUp,
      words,
    },
  }
}

function statusOf({ seats, ...found }: TrainingClass, now: Date) {
  const standing = classStanding(found, now)
  if (standing === 'called_off') return { status: 'Called off' }
  if (standing === 'over') return { status: 'Over' }
  if (standing === 'running') return { status: 'Going on now', tone: 'place' as const }
  return {
    status: seats === null ? 'To come' : `${formatNumber(seats)} seats`,
    tone: 'place' as const,
  }
}
