import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Unreadable } from '~/domain/table-bytes'
import { readLicenseList } from '~/domain/venues/read-license-list'

const head = 'License,Name,Address,Longitude,Latitude,Quadrant,Neighborhood,First year\n'
const one = 'A1,the lantern,"1 MAIN ST NW, Washington DC",-77.01,38.9,NW,Shaw,2012\n'
const two = 'A2,the bell,"2 MAIN ST NW, Washington DC",-77.02,38.91,NW,Shaw,2013\n'

function read(text: string) {
  return readLicenseList(Buffer.from(text))
}

function place(point: string) {
  const { listings, problems } = read(
    `${head}${one}${two}A3,the well,3 MAIN ST,${point},NW,Shaw,2014\n`,
  )
  const { longitude, latitude } = listings[2] ?? {}
  return { longitude, latitude, problems }
}

describe('the real list', () => {
  const bytes = readFileSync('db/real-data/dc-licensees-2016.csv')
  const list = readLicenseList(bytes)

  test('of 1,259 rows gives 1,256 venues and names the three that repeat', () => {
    expect(list.rows).toBe(1259)
    expect(list.listings).toHaveLength(1256)
    expect(new Set(list.listings.map((listing) => listing.license)).size).toBe(1256)
    expect(list.repeatedRows).toEqual([
      { row: 61, sameAs: 60, license: 'ABRA007880' },
      { row: 141, sameAs: 140, license: 'ABRA020640.1' },
      { row: 619, sameAs: 618, license: 'ABRA083919' },
    ])
    expect(list.problems).toEqual([])
    expect(list.repeatedHeaders).toEqual([])
  })

  test('keeps each venue with its place', () => {
    expect(list.listings[0]).toEqual({
      row: 2,
      license: '15ABRA072256',
      name: "maggiano's",
      displayName: "Maggiano's",
      address: '5333 Wisconsin Ave NW, Washington, DC',
      longitude: -77.0845819,
      latitude: 38.9597598,
      quadrant: 'NW',
      neighborhood: 'Friendship Heights',
      firstYear: 2008,
    })
  })

  test('counts its 79 neighborhoods, 38 of them under five', () => {
    const counts = [...list.neighborhoods.values()]
    expect(counts).toHaveLength(79)
    expect(counts.filter((count) => count < 5)).toHaveLength(38)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1256)
  })
})

describe('a license list', () => {
  test('is matched by other names for its columns, in any order', () => {
    const { listings, headers } = read(
      'Neighbourhood;Trade Name;LICENCE NO.;Premises address;Fee\nShaw;the lantern;A1;1 MAIN ST;20\n',
    )
    expect(listings[0]).toMatchObject({ license: 'A1', name: 'the lantern', neighborhood: 'Shaw' })
    expect(headers.map(({ field }) => field)).toEqual([
      'neighborhood',
      'name',
      'license',
      'address',
      null,
    ])
  })

  test('names repeated headers and repeated rows, and counts neither twice', () => {
    const list = read(head + one + head + two + one)
    expect(list.listings.map((listing) => listing.license)).toEqual(['A1', 'A2'])
    expect(list.repeatedHeaders).toEqual([3])
    expect(list.repeatedRows).toEqual([{ row: 5, sameAs: 2, license: 'A1' }])
    expect(list.rows).toBe(3)
  })

  test('with one license and two contents keeps the first and says so', () => {
    const list = read(head + one + one.replace('the lantern', 'the lamp').replace('A1', 'a1'))
    expect(list.listings.map((listing) => listing.name)).toEqual(['the lantern'])
    expect(list.problems).toEqual([
      {
        row: 3,
        column: 'license',
        why: 'Row 2 has license a1 with other contents; that row was kept and this one left out.',
      },
    ])
  })

  test.each([
    ['license', one.replace('A1', ' ')],
    ['name', one.replace('the lantern', '—')],
    ['address', one.replace('"1 MAIN ST NW, Washington DC"', '')],
  ])('leaves a row without its %s out and says so', (column, row) => {
    const list = read(head + two + row)
    expect(list.listings.map((listing) => listing.license)).toEqual(['A2'])
    expect(list.problems).toMatchObject([{ row: 3, column }])
  })

  test('keeps a venue whose year is none, without the year', () => {
    const list = read(head + one.replace('2012', 'long ago') + two.replace('2013', ''))
    expect(list.listings.map((listing) => listing.firstYear)).toEqual([null, null])
    expect(list.problems).toMatchObject([{ row: 2, column: 'first year' }])
  })

  test('that is none is answered with a sentence', () => {
    expect(() => read('a,b\n1,2\n')).toThrow(Unreadable)
    expect(() => read('')).toThrow('This file is empty; please choose another one.')
  })

  test('with an open quotation mark loses that row only', () => {
    const list = read(`${head}${one}A9,"the gap,9 MAIN ST,-77,38.9,NW,Shaw,2014\n${two}`)
    expect(list.listings.map((listing) => listing.license)).toEqual(['A1', 'A2'])
    expect(list.problems).toMatchObject([{ row: 3, column: '' }])
  })
})

describe('coordinates', () => {
  test('are kept as they are', () => {
    expect(place('-77.03,38.92')).toEqual({ longitude: -77.03, latitude: 38.92, problems: [] })
  })

  test.each([
    ['missing', ',', 'There are no coordinates.'],
    ['half missing', '-77.03,', 'The coordinates are not two numbers on the globe.'],
    ['words', 'west,north', 'The coordinates are not two numbers on the globe.'],
    ['off the globe', '-277,38.9', 'The coordinates are not two numbers on the globe.'],
    ['zero', '0,0', 'The coordinates are not two numbers on the globe.'],
    ['without the minus sign', '77.03,38.92', 'The coordinates are far from all the others.'],
    ['swapped', '38.92,-77.03', 'The coordinates are far from all the others.'],
  ])('that are %s become none, and it is said', (_, point, why) => {
    expect(place(point)).toEqual({
      longitude: null,
      latitude: null,
      problems: [
        {
          row: 4,
          column: 'longitude',
          why: `${why} The venue was kept without a place on the map.`,
        },
      ],
    })
  })
})
