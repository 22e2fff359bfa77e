import { desc, eq } from 'drizzle-orm'
import { countOf, formatMoment } from '~/words/en/format'
import { licenseImports, people } from '~db/schema'
import type { LicenseImportReport } from '~db/schema/venues'
import type { Reading } from '../context'
import { districtNames, districtsOf } from '../districts/queries.server'
import type { ImportId } from '../ids'
import { permit } from '../permissions/permission'
import { canImportLicenses } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { licenseImportFor, licensePreview } from './preview-licenses.server'
import { proposeForList } from './propose-for-list'
import type { LicenseList } from './read-license-list'

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
    status: state === 'previewed' ? 'Not imported yet' : changesOf(report),
  }))
}

/** What an import did, or would do, in one line. */
export function changesOf({ added, changed }: LicenseImportReport): string {
  if (added === 0 && changed === 0) return 'Nothing changed'
  const parts = [
    ...(added > 0 ? [countOf(added, 'new venue', 'new venues')] : []),
    ...(changed > 0 ? [countOf(changed, 'changed venue', 'changed venues')] : []),
  ]
  return parts.join(', ')
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
  return {
    fileName: row.fileName,
    done,
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
