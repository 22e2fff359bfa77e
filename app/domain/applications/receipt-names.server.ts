import { formatMoment } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { showingWords } from '~/words/en/shown-names'
import type { Reading } from '../context'
import type { RoundId, VenueId } from '../ids'
import { canShowNames } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { peopleByAlias } from '../training/alias-people.server'
import type { FrozenEvidence } from './rounds.server'
import { lastReadings, showingsOfRound } from './shown-names.server'

type Place = { venueId: VenueId; roundId: RoundId; isNewest: boolean }

/**
 * Whom each alias of a round stands for, and how its name was shown before. The caller has read the
 * round as the venue's own.
 */
export async function receiptNames(
  { db, actor, now }: Reading,
  { venueId, roundId, isNewest }: Place,
  evidence: readonly FrozenEvidence[],
) {
  const aliases = evidence.flatMap(({ coverage }) => coverage?.people ?? [])
  if (aliases.length === 0) return { mayShow: false, people: [], past: [] }
  const people = await peopleByAlias(db, venueId)
  const { timeZone } = await programOf(db)
  const at = (moment: Date) => formatMoment(moment, timeZone, 'en-US', now)
  const over = (await showingsOfRound(db, roundId)).filter(({ until, hiddenAt }) => {
    return hiddenAt !== null || until <= now || !isNewest
  })
  const ids = over.map(({ id }) => id)
  const read = await lastReadings(db, venueId, ids)
  return {
    mayShow: isNewest && canShowNames(actor, venueId).allowed,
    people: [...new Set(aliases.map(({ alias }) => alias))].map((alias) => {
      return { alias, name: people.get(alias)?.name ?? null }
    }),
    past: over.map(({ id, evidenceId, alias, until, hiddenAt }) => {
      const last = read.get(id)
      return { evidenceId, alias, words: overWords(), read: last ? readWords(last) : '' }

      function overWords() {
        if (hiddenAt) return showingWords.hidden(at(hiddenAt))
        return until <= now ? showingWords.over(at(until)) : showingWords.sharedAgain
      }
    }),
  }

  function readWords(last: { at: Date; name: string; title: string | null }) {
    return showingWords.read(at(last.at), addressed(last))
  }
}

export type ReceiptNames = Awaited<ReturnType<typeof receiptNames>>
