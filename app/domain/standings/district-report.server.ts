import { paths } from '~/paths'
import { districtDefinitions as definitions } from '~/words/en/district'
import { formatDay } from '~/words/en/format'
import { hoursWords, statusNames } from '~/words/en/zones'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import { districtBySlug } from '../districts/queries.server'
import { NotFound } from '../errors'
import { canReadDistrict } from '../permissions/district'
import { programOf } from '../standards/program.server'
import { classTimes } from '../training/class'
import { classesToCome } from '../training/class-queries.server'
import { publicZones } from '../zones/queries.server'
import { hasEnded } from '../zones/tonight'
import { isServing } from '../zones/zone'
import { districtFigures } from './district-figures.server'
import { accreditedByMonth } from './district-past.server'
import { coverageFigure, groupFigures, trendMonths, zoneFigures } from './district-report'
import { strengthsOf } from './district-strengths'
import { publicVenues } from './district-venues.server'
import { heardOf } from './district-zones.server'

const monthsBack = 6

/**
 * How a district stands, as page, PDF and CSV show it: what is held back is held back here, so that
 * none of them knows more than another. A district that is foreign or absent answers alike.
 */
export async function districtReport({ db, actor, now }: Reading, slug: string) {
  const district = await districtToRead({ db, actor }, slug)
  const { settings, timeZone } = await programOf(db)
  const { groupsFrom: from } = settings
  const today = dayOf(now, timeZone)

  const figures = await districtFigures(db, district.id, now)
  const months = await accreditedByMonth(db, district.id, { today, timeZone }, monthsBack)
  const listed = await publicVenues(db, district, now)
  const zones = (await publicZones(db, { district: district.slug })).filter(
    (zone) => !hasEnded(zone, now, timeZone),
  )
  const heard = await heardOf(
    db,
    zones.map(({ versionId }) => versionId),
  )
  const classes = await classesToCome(db, district.id, now)

  const report = {
    district: { name: district.name, slug: district.slug },
    program: settings.name,
    issuer: settings.issuer,
    asOf: today,
    asOfWords: formatDay(today),
    small: definitions.small({ from }),
    trendDefinition: definitions.trend({ from }),
    groups: groupFigures(figures, listed.refreshing, settings),
    coverage: coverageFigure(figures, from),
    trend: trendMonths(months, from),
    zones: zones.map((zone) => ({
      id: zone.id,
      name: zone.name,
      to: paths.zone(zone.slug),
      status: statusNames[zone.status],
      serving: isServing(zone, today),
      hours: hoursWords(zone.facts.hours),
      ...zoneFigures(heard(zone.versionId), from),
    })),
    classes: classes.map((each) => ({
      id: each.id,
      title: each.title,
      when: classTimes(each, timeZone),
      place: each.place,
      host: each.host,
    })),
    venues: listed.venues.map(({ latitude: _, longitude: __, ...venue }) => venue),
    more: listed.more,
  }
  return {
    districtId: district.id,
    report: { ...report, strengths: strengthsOf(report) },
    /** For the map alone, which draws what is public. */
    onMap: { zones, venues: listed.venues, today },
  }
}

/** The district, for whoever may read its figures: one that is foreign or absent answers alike. */
export async function districtToRead({ db, actor }: Pick<Reading, 'db' | 'actor'>, slug: string) {
  const district = await districtBySlug(db, slug)
  if (!district || !canReadDistrict(actor, district.id).allowed) throw new NotFound()
  return district
}

export type DistrictReport = Awaited<ReturnType<typeof districtReport>>['report']
