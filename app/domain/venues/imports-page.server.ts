import { desc, eq, inArray } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import { changesOf } from '~/words/en/licenses'
import { licenseImports, licenseListings, people } from '~db/schema'
import type { LicenseImportReport } from '~db/schema/venues'
import type { Reading } from '../context'
import { districtNames, districtsOf } from '../districts/queries.server'
import type { ImportId } from '../ids'
import { permit } from '../permissions/permission'
import { canImportLicenses } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { mayBePart } from './license-rules'
import { type LicenseImport, licenseImportFor, licensePreview } from './preview-licenses.server'
import { proposeForList } from './propose-for-list'
import type { LicenseList } from './read-license-list'
import { hindranceOf } from './undo-plan.server'

/** The newest uploads of license lists, each as a line of a list. */
export async function recentImports({ db, actor }: Reading, most = 5) {
  permit(canImportLicenses(actor))
  const { timeZone } = await programOf(db)
  const rows = await db
    .select({ list: licenseImports, by: people.name })
    .from(licenseImports)
    .leftJoin(people, eq(people.id, licenseImports.createdBy))
    .orderBy(desc(licenseImports.createdAt), desc(licenseImports.id))
    .limit(most)
  return rows.map(({ list: { id, fileName, state, createdAt, report }, by }) => ({
    id,
    title: fileName,
    detail: `${formatMoment(createdAt, timeZone)}${by ? `, ${by}` : ''}`,
    status: stateWords(state, report),
  }))
}

function stateWords(state: LicenseImport['state'], report: LicenseImportReport): string {
  if (state === 'previewed') return 'Not imported yet'
  return state === 'undone' ? 'Taken back' : changesOf(report)
}

/**
 * The page of one upload: what the list holds and what it would bring, or what it brought.
 * `list` is what the kept file reads as, or null when it is kept no more.
 */
export async function importPage(ctx: Reading, id: ImportId, list: LicenseList | null) {
  const row = await licenseImportFor(ctx, id)
  const { timeZone } = await programOf(ctx.db)
  const done = row.state !== 'previewed'
  const report = list && !done ? await licensePreview(ctx, list) : null
  const hindrance = await hindranceOf(ctx.db, row)
  return {
    id: row.id,
    fileName: row.fileName,
    done,
    partial: !done && mayBePart(report ?? row.report),
    whole: list?.whole ?? true,
    canBeUndone: done && hindrance === null,
    undone: hindrance?.is === 'undone' ? formatMoment(hindrance.at, timeZone) : null,
    newVenues: done ? await venuesByLicense(ctx, row.report) : {},
    when: formatMoment(row.doneAt ?? row.createdAt, timeZone),
    report: report ?? row.report,
    file: list && {
      headers: list.headers.filter(({ header }) => header !== ''),
      repeatedRows: list.repeatedRows.slice(0, mostNamed),
      repeatedHeaders: list.repeatedHeaders.slice(0, mostNamed),
    },
    choice: report && list ? await districtChoice(ctx, list) : null,
  }
}

/** Which venue each proposed license became, unless it is merged already. */
async function venuesByLicense({ db }: Reading, { proposals = [] }: LicenseImportReport) {
  const licenses = proposals.map(({ license }) => license)
  const rows = await db
    .select({ license: licenseListings.license, venueId: licenseListings.venueId })
    .from(licenseListings)
    .where(inArray(licenseListings.license, licenses))
  return Object.fromEntries(rows.map(({ license, venueId }) => [license, venueId]))
}

const mostNamed = 100
/** More than a page of choices is no choice: the rest keeps the district that it has. */
const mostChoices = 900

async function districtChoice({ db }: Reading, list: LicenseList) {
  const districts = await districtsOf(db)
  const known = await districtNames(db)
  const proposed = proposeForList(list, known)
  const choices = [...list.neighborhoods]
    .sort(([a, venuesOfA], [b, venuesOfB]) => venuesOfB - venuesOfA || a.localeCompare(b, 'en'))
    .slice(0, mostChoices)
    .map(([name, venues]) => ({
      name,
      venues,
      district: proposed.get(name) ?? '',
      known: known.has(name),
    }))
  const names = new Set([
    ...districts.map(({ name }) => name),
    ...choices.map(({ district }) => district),
  ])
  names.delete('')
  return {
    first: districts.length === 0,
    choices,
    districts: [...names].sort((a, b) => a.localeCompare(b, 'en')),
    without: list.listings.filter(({ neighborhood }) => neighborhood === null).length,
  }
}
