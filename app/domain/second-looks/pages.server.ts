import { applicationFor, lastSharedOf } from '../applications/queries.server'
import type { Reading } from '../context'
import type { ApplicationId, VenueId } from '../ids'
import { canReadLetters } from '../permissions/feedback'
import { permit } from '../permissions/permission'
import { canAnswerSecondLook, canAskSecondLook } from '../permissions/second-look'
import { looksOf } from './queries.server'

/** What a venue asked to be looked at again, by whom it is, and what they answered. */
export async function secondLookPage({ db, actor }: Reading, venueId: VenueId) {
  permit(canReadLetters(actor, venueId))
  const application = await lastSharedOf(db, actor, venueId)
  const may = canAskSecondLook(actor, venueId, application?.roundsShared ?? 0)
  const looks = application ? await looksOf(db, application.id) : []
  const open = looks.find((look) => look.open) ?? null
  return {
    open,
    earlier: looks.filter((look) => look !== open),
    mayAsk: may.allowed && !open,
    mayWithdraw: may.allowed && open !== null,
    hindrance: may.allowed ? '' : may.reason,
  }
}

/** The second looks of an application for staff who may read it, and whether this person is to answer. */
export async function looksOnRecord({ db, actor }: Reading, applicationId: ApplicationId) {
  const application = await applicationFor(db, actor, applicationId)
  return {
    venue: application.venueName,
    mayAnswer: canAnswerSecondLook(actor, application).allowed,
    looks: await looksOf(db, applicationId),
  }
}

/** What somebody was asked to look at again, for the one person who answers it. */
export async function answerPage(reading: Reading, applicationId: ApplicationId) {
  const application = await applicationFor(reading.db, reading.actor, applicationId)
  permit(canAnswerSecondLook(reading.actor, application))
  const looks = await looksOf(reading.db, applicationId)
  const asked = looks.find(({ open }) => open)
  return { applicationId, venue: application.venueName, words: asked?.words ?? '' }
}
