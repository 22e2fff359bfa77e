import { paths } from '~/paths'
import { certificateWords } from '~/words/en/certificates'
import { countOf, formatDay } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { districtsOf } from '../districts/queries.server'
import { accreditedVenues, type DirectoryTotal } from './directory.server'

type Asked = { words: string; district: string; after: string }

/** A page of the public directory. A district that does not exist is no filter. */
export async function directoryPage(db: Reader, now: Date, asked: Asked) {
  const districts = await districtsOf(db)
  const district = districts.find(({ slug }) => slug === asked.district)
  const filter = { words: asked.words, ...(district && { district: district.slug }) }
  const { venues, next, total } = await accreditedVenues(db, now, {
    words: asked.words,
    districtId: district?.id,
    after: asked.after || undefined,
  })
  return {
    filter,
    filtered: asked.words !== '' || district !== undefined,
    districts: districts.map(({ slug, name }) => ({ value: slug, label: name })),
    count: total && totalWords(total),
    venues: venues.map(({ slug, name, address, district: where, facts, standing }) => ({
      id: slug,
      to: paths.publicVenue(slug),
      title: name,
      detail: [address, where].filter(Boolean).join(' · '),
      status: statusWords(standing.status, standing.until, facts.withDistinction),
      tone: standing.status === 'being_refreshed' ? ('soft' as const) : ('place' as const),
    })),
    first: asked.after ? paths.directory(filter) : null,
    next: next && paths.directory({ ...filter, after: next }),
  }
}

function statusWords(
  status: keyof typeof certificateWords,
  until: string,
  withDistinction: boolean,
): string {
  if (status === 'being_refreshed') return certificateWords[status].label
  return withDistinction
    ? `With distinction, until ${formatDay(until)}`
    : `Until ${formatDay(until)}`
}

function totalWords({ is, count }: DirectoryTotal): string {
  const venues = countOf(count, 'accredited venue', 'accredited venues')
  if (is === 'exactly') return `${venues}, by name.`
  return is === 'about' ? `About ${venues}, by name.` : `More than ${venues}, by name.`
}
