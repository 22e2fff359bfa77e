import { paths } from '~/paths'
import { certificateGivenBack, certificatePaper, certificateWords } from '~/words/en/certificates'
import { formatDay } from '~/words/en/format'
import { givenBack } from '../applications/given-back.server'
import { teamWords } from '../applications/workspace-words'
import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { canReadCertificate } from '../permissions/certificate'
import { canSpeakForVenue } from '../permissions/venue'
import { programOf, standardSetOf } from '../standards/program.server'
import { coverageOfVenue } from '../training/queries.server'
import { venueFor } from '../venues/queries.server'
import { showCheckCode } from './check-code'
import { detailsOf } from './details'
import { datedOfCertificate } from './kept-current.server'
import { needsOf } from './lapses'
import { notAskedOf } from './live-coverage.server'
import { type Certificate, certificateOfVenue } from './queries.server'
import { counts, isOver } from './standing.server'

/** What the venue reads about its certificate: how it stands, what keeps it alive, and what it can do. */
export async function certificatePage(reading: Reading, venueId: VenueId) {
  const { db, actor } = reading
  const { name } = await venueFor(db, actor, venueId)
  if (!canReadCertificate(actor, venueId).allowed)
    return { venue: name, step: 'unconfirmed' as const }
  const certificate = await certificateOfVenue(reading, venueId)
  if (!certificate) return { venue: name, step: 'none' as const }

  const { facts, standing, checkCode } = certificate
  const { label, venue: sentence } = certificateWords[standing.status]
  const code = showCheckCode(checkCode)
  const returned =
    standing.status === 'ended' ? await givenBack(db, certificate.applicationId) : null
  const over = isOver(standing)
  const speaks = canSpeakForVenue(actor, venueId).allowed
  const resting = standing.status === 'paused' && standing.pausedBy === 'venue'
  return {
    venue: name,
    step: 'held' as const,
    label,
    tone: toneOf(standing.status),
    sentence: returned
      ? certificateGivenBack({ on: formatDay(returned.on) })
      : sentence(detailsOf(facts.venueName, standing)),
    counts: counts(standing),
    over,
    /** What ran out is the venue's to bring up to date next; training first. */
    refresh: over || resting ? null : refreshOf(standing.lapses, venueId),
    withDistinction: facts.withDistinction,
    check: { path: paths.checkCode(code), url: facts.checkUrl, code },
    rows: [
      { term: 'Number', detail: certificate.number },
      { term: certificatePaper.issuedOn, detail: formatDay(facts.issuedOn) },
      { term: certificatePaper.until, detail: formatDay(facts.expiresOn) },
      { term: certificatePaper.standards, detail: `Version ${facts.standardSetVersion}` },
    ],
    training: over ? [] : await trainingOf(reading, certificate),
    dated: over ? [] : await datedOfCertificate(reading, certificate),
    mayPause: speaks && !over && standing.pausedBy === undefined,
    mayResume: speaks && resting,
    mayGiveBack: speaks && !over,
  }
}

function refreshOf(lapses: Certificate['standing']['lapses'], venueId: VenueId) {
  if (lapses.length === 0) return null
  return lapses.some(({ what }) => what === 'training')
    ? { words: 'Bring the training up to date', to: paths.team(venueId) }
    : { words: 'Bring the dates up to date', to: paths.dues(venueId) }
}

function toneOf(status: Certificate['standing']['status']) {
  if (status === 'valid') return 'place' as const
  return status === 'expiring' || status === 'being_refreshed'
    ? ('next' as const)
    : ('soft' as const)
}

/** Each training that keeps the certificate alive, with its figure today and the day it would fall short. */
async function trainingOf(reading: Reading, certificate: Certificate) {
  const { db } = reading
  const { venueId, applicationId, standing, profile, today } = certificate
  const { settings } = await programOf(db)
  const set = await standardSetOf(db, certificate.standardSetId)
  const notAsked = (await notAskedOf(db, [applicationId]))(applicationId)
  const asked = new Set(needsOf(set, { notAsked, profile }).map(({ standard }) => standard))
  const figures = await coverageOfVenue(reading, venueId, set, settings, today)
  return figures
    .filter(({ standard }) => asked.has(standard))
    .map((figure) => {
      const { standard, title, coverage } = figure
      const lapse = standing.lapses.find(
        (each) => each.standard === standard && each.what === 'training',
      )
      const { nextFallsBelow } = coverage
      return {
        id: standard,
        title,
        to: paths.team(venueId),
        status: lapse ? `Short since ${formatDay(lapse.since)}` : 'Current',
        tone: lapse ? ('next' as const) : ('place' as const),
        detail: [
          teamWords(figure, settings.newHireDays),
          ...(nextFallsBelow && nextFallsBelow <= certificate.expiresOn
            ? [`Without a new training it would fall short on ${formatDay(nextFallsBelow)}.`]
            : []),
        ].join(' '),
      }
    })
}
