import { describe, expect, test } from 'vitest'
import { readPack } from '~/domain/standards/load-pack'
import { readinessQuestions } from '~/domain/standards/readiness'
import { cleanAnswers, packAnswers, unpackAnswers } from '~/domain/standards/readiness-answers'
import { pictureOf, questionsFor, sittingsFor } from '~/domain/standards/readiness-picture'
import { pictureView } from '~/domain/standards/readiness-view'
import { standardAreas } from '~db/vocabulary'

const { set } = readPack()
const all = (answer: string) =>
  Object.fromEntries(readinessQuestions.map(({ id }) => [id, answer])) as Record<string, string>

describe('the questions', () => {
  test('are twelve, and speak for each of the thirteen essentials once', () => {
    const essentials = set.standards.filter(({ tier }) => tier === 'essential')
    expect(readinessQuestions).toHaveLength(12)
    expect(readinessQuestions.flatMap(({ asks }) => asks).sort()).toEqual(
      essentials.map(({ code }) => code).sort(),
    )
    expect(questionsFor(set)).toEqual(readinessQuestions)
  })

  test('stand in the order of the areas, and skip what the standard skips', () => {
    const areas = readinessQuestions.map(({ area }) => standardAreas.indexOf(area))
    expect(areas).toEqual([...areas].sort((a, b) => a - b))
    for (const { asks, area, onlyIf } of readinessQuestions) {
      for (const code of asks) {
        const standard = set.standards.find((each) => each.code === code)
        expect(standard).toMatchObject({ area })
        expect(standard?.onlyIf).toBe(onlyIf)
      }
    }
  })

  test('follow the set in force: what it no longer asks is not asked, what is new is told as such', () => {
    const [first, ...others] = set.standards
    if (!first) throw new Error('The pack has no standards.')
    const newer = { ...set, standards: [{ ...first, code: 'SRV-9' }, ...others] }
    expect(questionsFor(newer).map(({ id }) => id)).not.toContain('age')
    const fresh = pictureOf(newer, all('yes'))
    expect(fresh.essentials[0]).toMatchObject({ standing: 'not_asked' })
    expect(fresh).toMatchObject({ total: 13, inPlace: 12, unanswered: 1 })
  })
})

describe('the picture', () => {
  test('nine of thirteen in place, and the rest in two sittings', () => {
    const open = { step_in: 'not_yet', calm: 'not_yet', ride: 'not_yet', known: 'not_yet' }
    const view = pictureView(set, { ...all('yes'), ...open, security: 'yes' })
    expect(view.title).toBe('Nine of thirteen essentials sound in place')
    expect(view.rest).toBe('Most venues can finish the rest in two sittings.')
  })

  test('counts only what concerns the venue, and an unanswered question is no no', () => {
    const { age: _, ...rest } = all('yes')
    const view = pictureView(set, { ...rest, security: 'no' })
    expect(view.counts).toMatchObject({ total: 12, inPlace: 11, unanswered: 1, toBegin: 0 })
    expect(view.rest).toBe('One was not answered, so this says nothing about it.')
    expect(view.others.find(({ code }) => code === 'SRV-1')?.status).toBe('Not answered')
    expect(view.others.find(({ code }) => code === 'OPS-5')?.status).toBe('Does not concern you')
  })

  test('puts what is nearly there first, then what needs no class, then the rest', () => {
    const given = { ...all('not_yet'), notes: 'partly', security: 'yes' }
    const { first } = pictureOf(set, given)
    const classes = first.map(({ standard }) =>
      standard.evidence.some((e) => e.kind === 'training'),
    )
    expect(first[0]?.standard.code).toBe('OPS-2')
    expect(first).toHaveLength(13)
    expect(classes).toEqual([...classes].sort((a, b) => Number(a) - Number(b)))
  })

  test.each([
    ['yes', 'All thirteen essentials sound in place'],
    ['partly', 'Thirteen of thirteen essentials are nearly there'],
    ['not_yet', 'A fresh start, with help for every step'],
  ])('of %s alone is kind and true', (answer, title) => {
    expect(pictureView(set, { ...all(answer), security: 'yes' }).title).toBe(title)
  })

  test('never fails anybody', () => {
    for (const answer of ['yes', 'partly', 'not_yet', '']) {
      const words = JSON.stringify(pictureView(set, cleanAnswers(all(answer))))
      expect(words).not.toMatch(/fail|missing|incomplete|insufficient|must/i)
    }
  })

  test('the rule of thumb: two that are to begin, or four that are nearly there, in a sitting', () => {
    const counted = [
      [0, 0],
      [1, 0],
      [4, 0],
      [5, 0],
      [0, 1],
      [0, 2],
      [0, 4],
      [2, 1],
      [0, 13],
    ] as const
    expect(counted.map(([nearly, toBegin]) => sittingsFor(nearly, toBegin))).toEqual([
      0, 1, 1, 2, 1, 1, 2, 1, 7,
    ])
  })
})

describe('the answers in a cookie', () => {
  test('come back as they went, short', () => {
    const given = cleanAnswers({ ...all('partly'), age: 'yes', ride: 'not_yet', security: 'yes' })
    expect(unpackAnswers(packAnswers(given))).toEqual(given)
    expect(packAnswers(given)).toHaveLength(15)
  })

  test.each([
    '',
    'r1',
    'r1yyyyyyyyyyyy',
    'r1xyyyyyyyyyyyy',
    'r2yyyyyyyyyyyyy',
    'r1-------------',
    'r1nyyyyyyyyyyyy',
  ])('that nobody here wrote are no answers: %j', (packed) =>
    expect(unpackAnswers(packed)).toBeNull(),
  )

  test('keep nothing that was not asked', () => {
    const given = {
      security: 'no',
      credentials: 'yes',
      age: 'maybe',
      drinks: ['yes'],
      other: 'yes',
    }
    expect(cleanAnswers(given)).toEqual({ security: 'no' })
  })
})
