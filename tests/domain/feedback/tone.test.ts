import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toneDraftOf } from '~/domain/feedback/draft-tone'
import { type ToneDraft, type ToneHint, toneHints, toneHintsForText } from '~/domain/feedback/tone'
import { readingAge } from '~/domain/feedback/tone-reading'
import { readPack } from '~/domain/standards/load-pack'
import naughtyStrings from '~tests/support/naughty-strings.json'

const { lexicon } = readPack().set

const wordsIn = (text: string) => toneHintsForText(text, lexicon).map((hint) => hint.words)

/** The text with the first alternative of each hint taken. */
function withFirst(text: string, hints: ToneHint[] = toneHintsForText(text, lexicon)): string {
  return hints
    .toReversed()
    .reduce(
      (all, hint) => all.slice(0, hint.start) + hint.alternatives[0] + all.slice(hint.end),
      text,
    )
}

function draftOf(...items: ToneDraft['items']): ToneDraft {
  return { items }
}

const strength = (words: string, id = 'strength') => ({ id, kind: 'strength' as const, words })
const step = (words: string, help?: string, id = 'step') => ({
  id,
  kind: 'next_step' as const,
  words,
  ...(help === undefined ? {} : { help }),
})

describe('one text', () => {
  test('knows every phrase of the lexicon, and gives it one or two alternatives and a reason', () => {
    for (const entry of lexicon.filter(({ avoid }) => !avoid.includes('but'))) {
      for (const words of entry.avoid) {
        const said = words.replace('[team]', 'staff').replace('[paper]', 'the plan')
        const hint = toneHintsForText(said, lexicon).find(({ kind }) => kind === entry.kind)
        expect(hint?.reason, words).toBe(entry.reason)
        expect([1, 2], words).toContain(hint?.alternatives.length)
      }
    }
  })

  test.each([
    ['You must post the sign.', 'You must'],
    ['YOU MUST post the sign.', 'YOU MUST'],
    ['You also really need to post it.', 'You also really need to'],
    ["You'll need to post it.", "You'll need to"],
    ["You're required to train staff.", "You're required to"],
    ['You’re required to train staff.', 'You’re required to'],
    ['You\nmust post it.', 'You\nmust'],
    ['You **must** post it.', 'You **must'],
    ['Please make sure it hangs.', 'make sure'],
    ['Post the sign and make sure it hangs.', 'make sure'],
    ['When guests argue, do not follow them.', 'do not'],
    ['Two of these violate the standard.', 'violate'],
    ['The deficiencies are listed.', 'deficiencies'],
    ['It is resubmitted each week.', 'resubmitted'],
    ['The plan has weaknesses.', 'weaknesses'],
    ['The record is poorer now.', 'poorer'],
    ['This was poorly trained.', 'poorly'],
    ['Non‑compliance is listed.', 'Non‑compliance'],
    ['Please answer a.s.a.p. if you can.', 'a.s.a.p'],
    ['The “problem venue” on the corner, a problem venue.', 'problem venue'],
    ['Well done, all of you.', 'Well done'],
    ['I’m proud of the team.', 'I’m proud'],
  ])('finds in %j the words %j', (text, words) => {
    expect(wordsIn(text)).toEqual([words])
  })

  test.each([
    'Mustard is on the table, and dessert is sinful.',
    'The weekend crew unfailingly waits with guests.',
    'A failsafe and a poor-box stand by the door.',
    'The back stairs are poorly lit, and one lamp would help.',
    'You make sure every guest has a ride.',
    'You greet guests and make sure they have water.',
    'Your team, you told me, does all it can to ensure calm.',
    'You do not need to decide today.',
    'It must be hard to close at three.',
    'Simply put, your plan works.',
    'The window seat is the perfect place to wait.',
    'We do not keep names.',
    'Nothing is missing, and no card is overdue.',
    'There are no violations here.',
    'Your team never fails to check in.',
    'Staff spot expired IDs with confidence.',
    'If something goes wrong, the lead steps in.',
    'You call 911 immediately and stay on the line.',
    'You claim your page with the code in the letter.',
    'You can share it now, but there is no rush.',
    'Was it a busy night, but a good one?',
    'The door was busy but calm.',
    'It is nothing but a first draft.',
    'Your log says “staff must never fail to call, or else”.',
    'Your log says "it is unacceptable to wait".',
    'See https://example.com/failed-and-wrong for the class.',
    '',
    '   \n ',
  ])('leaves %j alone', (text) => {
    expect(wordsIn(text)).toEqual([])
  })

  test.each([
    ['You must post the sign.', 'The piece still open is to post the sign.'],
    ['By May you must post it.', 'By May the piece still open is to post it.'],
    ['Thanks! you should add one.', 'Thanks! Some venues find it useful to add one.'],
    ['The plan is poor.', 'The plan has room to grow.'],
    ['Two plans are poor.', 'Two plans have room to grow.'],
    ['The list is very insufficient.', 'The list is nearly there; still open.'],
    ['The card has expired.', 'The card is ready to refresh.'],
    ['Two cards expired.', 'Two cards are ready to refresh.'],
    ['Your expired badge is here.', 'Your badge that is ready to refresh is here.'],
    ['This is an infraction.', 'This is a difference to talk through.'],
    ['Make sure it hangs.', 'It may help to check that it hangs.'],
    ['Please fix this section.', "Let's look together at this section."],
    ['You mustn’t argue.', 'An alternative is [what works instead], rather than to argue.'],
    ['Correct the date.', 'Here is a way to write the date.'],
    ['This must be signed.', 'This could be signed.'],
    ['The log is a weak spot.', 'The log is a spot that could be strengthened.'],
    ['You missed the deadline.', 'Shall we set a new date?'],
    ['Obviously, the door is open.', 'The door is open.'],
    ['The door is simply open.', 'The door is open.'],
    ["Why didn't you call?", 'What was happening when it was time to call?'],
    ['You always close late.', 'On [date] I noticed that you close late.'],
    ['You name a lead, but the log is thin.', 'You name a lead, and the log is thin.'],
    ['You name a lead. However, the log is thin.', 'You name a lead. And the log is thin.'],
  ])('turns %j into %j', (text, better) => {
    expect(withFirst(text)).toBe(better)
  })

  test('marks exactly what it takes the place of', () => {
    const text = 'The log is here. The plan is poor.'
    const [hint] = toneHintsForText(text, lexicon)
    expect(hint).toMatchObject({ part: 'text', field: 'words', kind: 'judgement', words: 'poor' })
    expect(text.slice(hint?.start, hint?.end)).toBe('is poor')
  })

  test('takes the words of another lexicon as they come', () => {
    const mine = [
      { avoid: ['gadget'], try: ['tool'], kind: 'argument' as const, reason: 'Plainer.' },
    ]
    expect(
      withFirst('Gadgets and a gadget.', toneHintsForText('Gadgets and a gadget.', mine)),
    ).toBe('Tool and a tool.')
    expect(toneHintsForText('You must.', mine)).toEqual([])
    expect(toneHintsForText('You must.', [])).toEqual([])
  })
})

describe('a draft of a response', () => {
  test('names the part that each hint is about, in order', () => {
    const hints = toneHints(
      {
        opening: 'Good job.',
        closing: 'Send it ASAP.',
        items: [
          strength('You name who leads last call.', 'a'),
          { id: 'b', kind: 'question', words: 'Why didn’t you call?' },
          step('You must add two lines.', 'You need to ask me.', 'c'),
        ],
      },
      lexicon,
    )
    expect(hints.map(({ part, field, words }) => [part, field, words])).toEqual([
      ['opening', 'words', 'Good job'],
      ['b', 'words', 'Why didn’t you'],
      ['c', 'words', 'You must'],
      ['c', 'help', 'You need to'],
      ['closing', 'words', 'ASAP'],
    ])
  })

  test('finds "but" after a strength, in the same part or at the start of the next', () => {
    const found = (...items: ToneDraft['items']) =>
      toneHints(draftOf(...items), lexicon).map((hint) => hint.words)
    expect(found(strength('The closing plan is clear, but short.'))).toEqual(['but'])
    expect(
      found(strength('Your plan is clear.'), step('But add the zone.', 'I can help.')),
    ).toEqual(['But'])
    expect(found(step('But add the zone.', 'I can help.'))).toEqual([])
    expect(found(strength('Your plan is clear, but is it short?'))).toEqual([])
  })

  test('lets "you always" tell a strength, and not reproach', () => {
    const words = 'You always walk guests to the curb.'
    expect(toneHints(draftOf(strength(words)), lexicon)).toEqual([])
    expect(toneHints(draftOf(step(words, 'I can help.')), lexicon)).toHaveLength(1)
  })

  test('asks for an offer where a next step has none', () => {
    const kinds = (item: ToneDraft['items'][number]) =>
      toneHints(draftOf(item), lexicon).map((hint) => [hint.kind, hint.part, hint.field])
    expect(kinds(step('Add two lines about the zone.'))).toEqual([['offer', 'step', 'help']])
    expect(kinds(step('Add two lines about the zone.', '  '))).toEqual([['offer', 'step', 'help']])
    expect(kinds(step('Add two lines about the zone.', 'A class on May 12.'))).toEqual([])
    expect(kinds(step('Two lines about the zone; I can send sample wording.'))).toEqual([])
    expect(kinds(step('Two lines about the zone; I’d be glad to bring a map.'))).toEqual([])
    expect(kinds(step(' '))).toEqual([])
    expect(kinds(strength('You name the zone.'))).toEqual([])
  })

  test('says so once when there are more than three steps', () => {
    const steps = ['a', 'b', 'c', 'd', 'e'].map((id) => step('Add a line.', 'I can help.', id))
    expect(toneHints(draftOf(...steps.slice(0, 3)), lexicon)).toEqual([])
    const hints = toneHints(draftOf(...steps), lexicon)
    expect(hints.map(({ kind, part }) => [kind, part])).toEqual([['steps', 'd']])
    expect(hints[0]?.reason).toContain('5 steps')
  })

  test('leaves the venue’s own words alone, and theirs only', () => {
    const words = 'You write “Staff must never serve a guest who failed the check”, a “weak” spot.'
    const own = ['In short: staff must never serve a guest who failed the check. We mean it.']
    const found = (ownPolicyQuotes?: string[]) =>
      toneHints({ ...draftOf(strength(words)), ownPolicyQuotes }, lexicon).map((hint) => hint.words)
    expect(found(own)).toEqual(['weak'])
    expect(found([])).toEqual(['Staff must', 'weak'])
    expect(found()).toEqual([])
  })

  test('finds nothing in a response as the program would write it', () => {
    const draft: ToneDraft = {
      opening: 'Thank you for sharing your closing plan with me.',
      items: [
        strength(
          'You named who leads last call, so staff are never guessing, and guests see one calm person.',
        ),
        { id: 'ask', kind: 'question', words: 'How do guests usually find their ride?' },
        step(
          'One step we could take together: two lines about the Highland Street zone in your closing policy. Would the 12th suit, or is there a better way?',
          'I can send sample wording.',
        ),
      ],
      closing: 'As always, the choice is yours.',
    }
    expect(toneHints(draft, lexicon)).toEqual([])
  })
})

describe('reading age', () => {
  const easy = 'You wait with each guest at the curb. You check the plate, and you say good night. '
  const hard =
    'The accreditation documentation demonstrates comprehensive organizational accountability regarding intoxication, notwithstanding considerable operational complications. '

  test('is known from thirty words on, and is about what people would say', () => {
    expect(readingAge('You wait with each guest.')).toBeNull()
    expect(readingAge(easy.repeat(2))).toBeLessThanOrEqual(9)
    expect(readingAge(hard.repeat(3))).toBeGreaterThan(18)
  })

  test('is said of a part that asks for more than eleven years, at its longest sentence', () => {
    const text = `${easy}${easy}${hard}${hard.trim()}`
    const hints = toneHints({ opening: text, closing: easy.repeat(3), items: [] }, lexicon)
    expect(hints.map(({ part, kind }) => [part, kind])).toEqual([['opening', 'reading']])
    expect(hints[0]?.words).toBe(hard.trim())
    expect(hints[0]?.reason).toMatch(/^This part reads as for age \d\d; .*“The accreditation/)
  })

  test('leaves the venue’s own words out', () => {
    const text = `${easy}You write “${hard.repeat(3)}”. ${easy}`
    expect(toneHints({ opening: text, items: [] }, lexicon)).toEqual([])
  })
})

test('leaves a law plain, and reads the help that goes with it', () => {
  const law = {
    ...step('The exit must be clear, or else the permit is revoked. Good job!', 'You must ask me.'),
  }
  const kindsOf = (draft: ToneDraft) =>
    toneHints(draft, lexicon).map(({ field, kind }) => `${field} ${kind}`)
  expect(kindsOf(draftOf({ ...law, law: true }))).toEqual(['words praise', 'help command'])
  expect(kindsOf(draftOf(law))).toContain('words command')
  const items = [{ key: 'a', kind: 'next_step' as const, words: 'You must clear it.', law: true }]
  expect(kindsOf(toneDraftOf({ opening: '', closing: '', items }))).toEqual(['help offer'])
})

describe('whatever people type', () => {
  const avoided = lexicon.flatMap((entry) => entry.avoid)
  const piece = fc.oneof(
    fc.constantFrom(...naughtyStrings, ...avoided),
    fc.constantFrom(' ', '. ', ', ', '“', '”', '"', '\n', '’', '-', '? ', 'is ', 'a ', 'The '),
    fc.string({ unit: 'binary' }),
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

  test('every hint stands inside its text, around its words', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('strength', 'question', 'next_step'), (words, kind) => {
        for (const hint of toneHints({ items: [{ id: 'x', kind, words }] }, lexicon)) {
          if (hint.kind === 'offer') continue
          expect(hint.start).toBeGreaterThanOrEqual(0)
          expect(hint.end).toBeGreaterThan(hint.start)
          expect(hint.end).toBeLessThanOrEqual(words.length)
          expect(words.slice(hint.start, hint.end)).toContain(hint.words)
          expect(hint.alternatives.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('hints come in the order of the text and never overlap', () => {
    fc.assert(
      fc.property(text, (words) => {
        let end = 0
        for (const hint of toneHintsForText(words, lexicon)) {
          if (hint.kind === 'reading') continue
          expect(hint.start).toBeGreaterThanOrEqual(end)
          end = hint.end
        }
      }),
      { numRuns: 500 },
    )
  })
})
