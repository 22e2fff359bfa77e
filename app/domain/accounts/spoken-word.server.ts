import { randomInt } from 'node:crypto'
import { markOf } from './secrets.server'

/** How often a spoken word may be typed wrong. */
export const spokenTries = 5

/**
 * A word to be told in person or by phone: two easy words and two digits, "amber-lantern-42". About
 * a million of them, with five tries each: enough beside a link that came by email.
 */
export function newSpokenWord(): string {
  const word = () => easyWords[randomInt(easyWords.length)]
  return `${word()}-${word()}-${randomInt(10, 100)}`
}

/** As it was made, from how it was typed: in any case, with spaces, dashes or neither between the parts. */
export function normalizedSpoken(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** The keyed hash that is kept of a spoken word; `subject` is the id of what it opens. */
export function spokenMark(subject: string, word: string): string {
  return markOf(`spoken:${subject}:${normalizedSpoken(word)}`)
}

const easyWords = `
  amber anchor apple arrow autumn bakery basket beacon berry bicycle blanket blossom bottle branch
  bridge bright bronze butter button candle canyon carpet castle cedar cherry chimney cinema circle
  clever cloud clover coffee copper coral corner cotton cricket crystal curtain daisy dolphin dragon
  eagle early earth ember engine falcon farmer feather fiddle finger forest fountain garden gentle
  ginger glacier golden granite guitar hammer harbor hazel hidden honey horizon island ivory jacket
  jasmine jolly jungle kettle kitchen ladder lantern lemon letter lilac little lively magnet maple
  marble market meadow melody mirror morning mountain narrow nectar needle noble ocean olive orange
  orchard otter oyster paper parade pebble pepper piano picnic pillow planet pocket polar poppy
  quiet rabbit rainbow river rocket saddle sailor salmon sandy scarlet shadow silver simple singer
  spring stable summer sunny sunset table thunder timber tulip valley velvet violet wagon walnut
  water willow window winter wonder yellow
`
  .trim()
  .split(/\s+/)
