import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Tokens = Record<string, string>

const [light = '', dark = ''] = readFileSync('app/ui/styles/tokens.css', 'utf8').split('@media')
const schemes: [string, Tokens][] = [
  ['light', tokensOf(light)],
  ['dark', { ...tokensOf(light), ...tokensOf(dark) }],
]

const grounds = ['paper', 'card', 'wash', 'lamp-wash', 'place-wash', 'danger-wash']
const nights = ['night', 'night-2']
const barFocus = /\.bar,\s*\.hero \{\s*--focus: (#[0-9a-f]{6})/.exec(
  readFileSync('app/ui/styles/layout.css', 'utf8'),
)?.[1]

describe.each(schemes)('in the %s scheme', (_name, tokens) => {
  test('text reads on every ground that it can stand on (4.5)', () => {
    const inks = ['ink', 'ink-soft', 'link', 'place', 'lamp-ink', 'danger']
    const pairs = [
      ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground])),
      ...['on-night', 'on-night-soft'].flatMap((ink) => nights.map((ground) => [ink, ground])),
      ['on-lamp', 'lamp'],
      ['on-lamp', 'lamp-lit'],
      ['on-danger', 'danger'],
    ]
    expect(below(4.5, pairs, tokens)).toEqual([])
  })

  test('focus rings and the edges of controls show on every ground (3)', () => {
    const pairs = [
      ...['focus', 'edge'].flatMap((edge) => grounds.map((ground) => [edge, ground])),
      ...nights.map((ground) => ['night-edge', ground]),
      ...nights.map((ground) => ['bar-focus', ground]),
    ]
    expect(below(3, pairs, { ...tokens, 'bar-focus': barFocus ?? '#000000' })).toEqual([])
  })
})

test('the measure is able to fail: the first amber was too faint on paper', () => {
  expect(contrast('#f2a93b', '#fffdf9')).toBeLessThan(3)
})

function below(least: number, pairs: string[][], tokens: Tokens): string[] {
  return pairs.flatMap(([front = '', back = '']) => {
    const ratio = contrast(tokens[front] ?? '', tokens[back] ?? '')
    return ratio >= least ? [] : [`${front} on ${back}: ${ratio.toFixed(2)}`]
  })
}

function tokensOf(css: string): Tokens {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', color = '']) => [
      name,
      color,
    ]),
  )
}

/** WCAG 2's contrast ratio. */
function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`"${hex}" is no color.`)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
