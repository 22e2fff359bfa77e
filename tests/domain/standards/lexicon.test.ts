import { expect, test } from 'vitest'
import { Conflict, Invalid, NotPermitted } from '~/domain/errors'
import { toneHintsForText } from '~/domain/feedback/tone'
import {
  goBackToLexicon,
  saveLexiconEntry,
  takeOutLexiconEntry,
} from '~/domain/standards/change-lexicon.server'
import { currentLexicon } from '~/domain/standards/lexicon.server'
import { LexiconEntryForm } from '~/domain/standards/lexicon-forms'
import { lexiconPage } from '~/domain/standards/lexicon-page.server'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, aDistrict, aLiaison, aProgram, contextFor } from '~tests/support/factories'

const typed = {
  version: '0',
  at: '',
  avoid: 'hop  to it\nchop-chop',
  first: 'when it suits you',
  kind: 'command',
  reason: 'A pace of their own is kept.',
}
const entry = LexiconEntryForm.parse(typed)

test('each change is a version of its own, is read with at once, and can be taken back', async () => {
  const db = aDatabase()
  await aProgram(db)
  const coordinator = await contextFor(db, await aCoordinator(db))
  const first = await currentLexicon(db)
  const found = async (text: string) =>
    toneHintsForText(text, (await currentLexicon(db)).entries).map(({ words }) => words)

  await saveLexiconEntry(coordinator, entry)
  expect(await found('Hop to it, please.')).toEqual(['Hop to it'])
  await expect(saveLexiconEntry(coordinator, entry)).rejects.toThrow(Conflict)
  await expect(saveLexiconEntry(coordinator, { ...entry, version: 1 })).rejects.toThrow(Invalid)

  await saveLexiconEntry(coordinator, { ...entry, version: 1, at: 0, avoid: ['hurry along'] })
  expect(await found('Hop to it and hurry along.')).toEqual(['hurry along'])
  await takeOutLexiconEntry(coordinator, 2, 0)
  expect((await currentLexicon(db)).entries).toEqual(first.entries)
  await goBackToLexicon(coordinator, 3, 1)
  expect(await found('Hop to it, please.')).toEqual(['Hop to it'])
  await goBackToLexicon(coordinator, 4, 0)

  const { version, versions, all } = await lexiconPage(coordinator, '')
  expect([version, all]).toEqual([5, first.entries.length])
  expect(versions.map(({ told }) => told.split(',')[0])).toEqual([
    'Went back to the first lexicon',
    'Went back to version 1',
    'Took out “hurry along”',
    'Changed “hurry along”',
    'Added “hop to it”',
  ])
  expect((await lexiconPage(coordinator, 'neglected')).found.length).toBeGreaterThan(0)

  const liaison = await contextFor(db, await aLiaison(db, await aDistrict(db)))
  await expect(saveLexiconEntry(liaison, { ...entry, version: 5 })).rejects.toThrow(NotPermitted)
})

test.each([
  [{ avoid: ' \n ' }, 'avoid', 'Write at least one phrase to look for.'],
  [{ avoid: 'what?!' }, 'avoid', /^Write words alone/],
  [{ first: '' }, 'first', /^Write what could stand there/],
  [{ leaveOut: 'yes' }, 'leaveOut', /^Either the words are left out/],
  [{ reason: ' ' }, 'reason', 'Say why, in one sentence.'],
  [{ kind: 'rude' }, 'kind', 'Choose what kind of words these are.'],
])('a form with %j is asked to mend it', (change, field, sentence) => {
  const { error } = LexiconEntryForm.safeParse({ ...typed, ...change })
  expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  expect(error?.issues[0]?.message).toMatch(sentence)
})
