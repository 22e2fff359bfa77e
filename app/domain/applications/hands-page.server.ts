import { handedWords, handWords } from '~/words/en/desk'
import { formatDayOf } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import type { Reading } from '../context'
import type { ApplicationId } from '../ids'
import { canAssign, canEndRecusal, canReadShared, canRespond } from '../permissions/application'
import { canRunProgram } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'
import { assignmentsOf, couldReview, holderOf, recusedFrom } from './hands.server'
import { applicationFor } from './queries.server'

/** In whose hands an application is and was, and what the actor may do about it. */
export async function handsOf({ db, actor }: Reading, applicationId: ApplicationId) {
  const application = await applicationFor(db, actor, applicationId)
  const { timeZone } = await programOf(db)
  const holder = await holderOf(db, applicationId)
  const mayAssign = canAssign(actor, application).allowed
  const history = mayAssign ? await assignmentsOf(db, applicationId) : []
  const recused = mayAssign ? await recusedFrom(db, applicationId) : []
  const yours = holder?.id === actor.person.id
  return {
    now: holder ? (yours ? handWords.yours : handWords.theirs(holder.name)) : handWords.nobody,
    mayTakeOn: !holder && canRespond(actor, application).allowed,
    mayAssign,
    mayStepBack: canReadShared(actor, application).allowed,
    history: history.map(({ id, at, words, from, to, by }) => ({
      id,
      on: formatDayOf(at, timeZone),
      line: handedWords({
        from: from && addressed(from),
        to: to && addressed(to),
        by: addressed(by),
      }),
      words,
    })),
    recused: recused.map(({ id, personId, name, words, at }) => ({
      id,
      name,
      on: formatDayOf(at, timeZone),
      /** For coordinators alone. */
      reason: canRunProgram(actor).allowed ? words : '',
      mayEnd: canEndRecusal(actor, personId).allowed,
    })),
  }
}

/** Who could have an application in hand, for the form that asks whose it should be. */
export async function assignPage({ db, actor, now }: Reading, applicationId: ApplicationId) {
  const application = await applicationFor(db, actor, applicationId)
  permit(canAssign(actor, application))
  const colleagues = await couldReview(db, application, now)
  return {
    applicationId,
    venue: application.venueName,
    seen: application.liaisonId ?? '',
    colleagues: colleagues.map(({ id, name }) => ({
      value: id as string,
      label: id === actor.person.id ? `${name} (you)` : name,
      hint: id === application.liaisonId ? 'Has it in hand now.' : '',
    })),
  }
}

/** What somebody reads before they step back from an application. */
export async function stepBackPage({ db, actor, now }: Reading, applicationId: ApplicationId) {
  const application = await applicationFor(db, actor, applicationId)
  permit(canReadShared(actor, application))
  const inHand = application.liaisonId === actor.person.id
  const colleagues = inHand ? await couldReview(db, application, now) : []
  return {
    applicationId,
    venue: application.venueName,
    inHand,
    colleagues: colleagues
      .filter(({ id }) => id !== actor.person.id)
      .map(({ id, name }) => ({ value: id as string, label: name })),
  }
}
