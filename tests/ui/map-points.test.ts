import { describe, expect, it } from 'vitest'
import { pointsIn, streetNear, withoutLastPoint, withPoint, withPointMoved } from '~/ui/map-points'

const here = { latitude: 38.917, longitude: -77.03 }

describe('points written one to a line', () => {
  it('are read with their lines, and what is no point is passed over', () => {
    const text = '38.917, -77.031\nnear the corner\n\n38.918 -77.03\n95, 0\n38,9, -77'
    expect(pointsIn(text)).toEqual([
      { latitude: 38.917, longitude: -77.031, line: 0 },
      { latitude: 38.918, longitude: -77.03, line: 3 },
    ])
  })

  it('gain one at the end', () => {
    expect(withPoint('', here)).toBe('38.91700, -77.03000')
    expect(withPoint('38.9, -77\n\n', here)).toBe('38.9, -77\n38.91700, -77.03000')
  })

  it('are moved where they stand', () => {
    expect(withPointMoved('a word\n38.9, -77\n38.8, -77', 1, here)).toBe(
      'a word\n38.91700, -77.03000\n38.8, -77',
    )
  })

  it('lose the last one, and no words', () => {
    expect(withoutLastPoint('38.9, -77\n38.8, -77\na word')).toBe('38.9, -77\na word')
    expect(withoutLastPoint('38.9, -77')).toBe('')
    expect(withoutLastPoint('a word')).toBe('a word')
  })
})

describe('the street near a place', () => {
  const streets = [
    {
      name: 'U St',
      points: [
        { ...here, longitude: -77.04 },
        { ...here, longitude: -77.02 },
      ],
    },
    {
      name: 'V St',
      points: [
        { latitude: 38.9175, longitude: -77.04 },
        { latitude: 38.9175, longitude: -77.02 },
      ],
    },
  ]

  it('is the nearest, anywhere along it', () => {
    expect(streetNear(streets, { ...here, latitude: 38.9171 })).toBe('U St')
    expect(streetNear(streets, { ...here, latitude: 38.9174 })).toBe('V St')
  })

  it('is none where none is near', () => {
    expect(streetNear(streets, { ...here, latitude: 38.93 })).toBeNull()
    expect(streetNear(streets, { ...here, longitude: -77.06 })).toBeNull()
  })
})
