import { describe, expect, it } from 'vitest'
import { drawDistrict } from '~/domain/standings/district-pdf.server'
import { coverageFigure, groupFigures, trendMonths } from '~/domain/standings/district-report'
import type { DistrictReport } from '~/domain/standings/district-report.server'
import { strengthsOf } from '~/domain/standings/district-strengths'
import { districtDefinitions } from '~/words/en/district'
import { checkWithQpdf, infoOf, partsOf, placesOf, textOf } from '~tests/support/judge-pdf'

const settings = { groupsFrom: 5, graceDays: 30 }

type Changes = Partial<DistrictReport> & { name?: string }

function aReport({ name = 'Harbor Street', ...changes }: Changes = {}): DistrictReport {
  const groups = { invited: 12, in_conversation: 3, accredited: 7, refreshing: 2 }
  const figures = { groups, coverage: { venues: 7, inScope: 60, trained: 58 } }
  const report = {
    district: { name, slug: 'harbor-street' },
    program: 'Lamplight',
    issuer: 'Harbor Street Police Department and its partners',
    asOf: '2026-11-22' as const,
    asOfWords: 'November 22, 2026',
    small: districtDefinitions.small({ from: 5 }),
    trendDefinition: districtDefinitions.trend({ from: 5 }),
    groups: groupFigures(figures, 0, settings),
    coverage: coverageFigure(figures, 5),
    trend: trendMonths(
      [
        { day: '2026-09-30', count: 4 },
        { day: '2026-10-31', count: 6 },
      ],
      5,
    ),
    zones: [aZone('Harbor Row')],
    classes: [aClass('Stepping in safely')],
    venues: [aVenue('The Lantern Room'), aVenue('Anchor & Oak')],
    more: null,
    ...changes,
  }
  return { ...report, strengths: strengthsOf(report) }
}

function aZone(name: string) {
  return {
    id: 'zon_a' as const,
    name,
    to: '/zones/harbor-row',
    status: 'Permanent',
    serving: true,
    hours: ['Thu to Sun nights, 9 PM to 3 AM'],
    told: '12',
    acknowledged: 'Fewer than five',
  }
}

function aClass(title: string) {
  const when = 'December 8, 2026, 2:00 PM to 4:30 PM'
  return { id: 'cls_a' as const, title, when, place: 'Harbor Hall', host: 'The advocates' }
}

function aVenue(name: string) {
  return {
    number: 1,
    name,
    address: '1 Harbor Street',
    to: '/venues/a',
    status: 'Until May 1, 2027',
  }
}

const long = 'The Old Harbor Grill and Oyster House on Fifteenth Street, with the Round Robin Bar'
const many = Array.from({ length: 40 }, (_, index) => `${long} ${index}`)
const crowded = aReport({
  name: `${long}, and ${long}`,
  issuer: `${long}, ${long}`,
  zones: many.map((name) => ({
    ...aZone(name),
    hours: Array(4).fill('Thu to Sun nights, 9 PM to 3 AM'),
    told: 'Fewer than five',
    acknowledged: 'All but fewer than five',
  })),
  classes: many.map(aClass),
  venues: many.map(aVenue),
  more: '/venues?district=harbor',
  trend: trendMonths(
    ['05-31', '06-30', '07-31', '08-31', '09-30', '10-31'].map((day, index) => ({
      day: `2026-${day}` as '2026-05-31',
      count: index * 400,
    })),
    5,
  ),
})

describe('a district on paper, read by pdf.js', () => {
  it('says every figure in order, its strengths first and its definitions last', async () => {
    const parts = await partsOf(await drawDistrict(aReport()))
    expect(parts.slice(0, 24)).toEqual([
      { role: 'H1', text: 'How Harbor Street is doing' },
      {
        role: 'P',
        text: 'Lamplight, Harbor Street Police Department and its partners. As of November 22, 2026.',
      },
      { role: 'H2', text: 'What goes well' },
      { role: 'P', text: '7 venues hold a certificate that counts today.' },
      {
        role: 'P',
        text: 'All but fewer than five of 60 or more people who work with guests are current in sexual-assault intervention training.',
      },
      { role: 'P', text: 'Guests find their ride home at one marked place: Harbor Row.' },
      {
        role: 'P',
        text: 'A class is coming: Stepping in safely, December 8, 2026, 2:00 PM to 4:30 PM.',
      },
      { role: 'H2', text: 'Where venues stand' },
      { role: 'P', text: 'Invited 12' },
      { role: 'P', text: 'In conversation Fewer than five' },
      { role: 'P', text: 'Accredited 7' },
      { role: 'P', text: 'Refreshing Fewer than five' },
      { role: 'H2', text: 'Training' },
      {
        role: 'P',
        text: 'Current in sexual-assault intervention training All but fewer than five of 60 or more people',
      },
      { role: 'H2', text: 'Accredited at the end of each month' },
      { role: 'P', text: 'Sep 2026 Fewer than five' },
      { role: 'P', text: 'Oct 2026 5 to 9' },
      { role: 'H2', text: 'Loading zones' },
      {
        role: 'P',
        text: 'Harbor Row (Thu to Sun nights, 9 PM to 3 AM). Venues told: 12. Door staff know: fewer than five.',
      },
      { role: 'H2', text: 'Classes to come' },
      {
        role: 'P',
        text: 'Stepping in safely: December 8, 2026, 2:00 PM to 4:30 PM, Harbor Hall.',
      },
      { role: 'H2', text: 'Accredited venues' },
      { role: 'P', text: 'The Lantern Room, Anchor & Oak.' },
      { role: 'H2', text: 'How this is counted' },
    ])
    const definitions = parts.slice(24).map(({ text }) => text)
    expect(definitions).toHaveLength(9)
    for (const { name, definition } of aReport().groups) {
      expect(definitions).toContain(`${name}: ${definition}`)
    }
  })

  it.each([
    ['usual', aReport()],
    ['crowded', crowded],
    ['empty', aReport({ zones: [], classes: [], venues: [] })],
  ])('is one tagged page of US Letter with title, language and date: %s', async (_, report) => {
    const bytes = await drawDistrict(report)
    expect(await infoOf(bytes)).toMatchObject({
      pages: 1,
      size: [612, 792],
      language: 'en-US',
      tagged: true,
      info: {
        Title: `How ${report.district.name} is doing`,
        CreationDate: 'D:20261122120000Z',
        Producer: 'Lamplight',
      },
    })
    expect((await checkWithQpdf(bytes)).valid).toBe(true)
  })

  it.each([
    ['usual', aReport()],
    ['crowded', crowded],
  ])('keeps every line on the paper, and none over another: %s', async (_, report) => {
    const places = await placesOf(await drawDistrict(report))
    for (const { text, left, right, baseline } of places) {
      expect([text, left >= 36, right <= 576, baseline >= 36, baseline <= 756]).toEqual([
        text,
        true,
        true,
        true,
        true,
      ])
    }
    const smallest = Math.min(...places.map(({ size }) => size))
    expect(smallest).toBeGreaterThanOrEqual(6)
    for (const [index, one] of places.entries()) {
      for (const other of places.slice(index + 1)) {
        const beside = one.right <= other.left + 1 || other.right <= one.left + 1
        const apart =
          Math.abs(one.baseline - other.baseline) >= Math.min(one.size, other.size) * 0.9
        const same = Math.abs(one.baseline - other.baseline) < 0.01
        expect([one.text, other.text, beside || apart || same]).toEqual([
          one.text,
          other.text,
          true,
        ])
      }
    }
  })

  it('is told nothing that the page holds back', async () => {
    const text = await textOf(await drawDistrict(aReport()))
    expect(text).toContain('All but fewer than five of 60 or more people')
    expect(text).not.toContain('58')
    expect(text).not.toContain('97%')
  })
})

describe('equal reports', () => {
  it('give equal bytes, and other bytes when one figure differs', async () => {
    const first = await drawDistrict(aReport())
    expect(Buffer.compare(first, await drawDistrict(structuredClone(aReport())))).toBe(0)
    for (const changed of [
      aReport({ name: 'Harbor Roads' }),
      aReport({ asOf: '2026-11-23' }),
      aReport({ zones: [] }),
      aReport({ venues: [aVenue('Anchor & Oak')] }),
    ]) {
      expect(Buffer.compare(first, await drawDistrict(changed))).not.toBe(0)
    }
  })
})
