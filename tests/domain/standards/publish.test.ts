import { expect, test } from 'vitest'
import { changesOfSet } from '~/domain/applications/standards-changes'
import { certificateOfVenue } from '~/domain/certificates/queries.server'
import { Conflict } from '~/domain/errors'
import { readPack } from '~/domain/standards/load-pack'
import { currentStandardSet } from '~/domain/standards/program.server'
import { keepingTheirs, publishStandards } from '~/domain/standards/publish-standards.server'
import { readSet } from '~/domain/standards/read-set'
import { problemsOf } from '~/domain/standards/set-problems'
import { applications, events, standardSets } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { aProgram, testNow } from '~tests/support/factories'
import { aSecondSet } from '~tests/support/standards'

const { set: pack } = readPack()

test('puts a set in force for what starts from now on, and leaves the rest on its own', async () => {
  const db = aDatabase()
  await aProgram(db)
  const { owner, venueId } = await anAccreditedVenue(db)
  const before = [await db.select().from(applications), await certificateOfVenue(owner, venueId)]
  await expect(publishStandards(db, pack, testNow)).rejects.toThrow(Conflict)

  const second = aSecondSet(pack)
  expect(await publishStandards(db, second, testNow)).toBe(2)
  expect(await currentStandardSet(db)).toEqual(second)
  const versions = await db.select().from(standardSets)
  expect(versions.map(({ version }) => version)).toEqual([1, 2])
  expect([await db.select().from(applications), await certificateOfVenue(owner, venueId)]).toEqual(
    before,
  )
  expect(await keepingTheirs(db, testNow)).toEqual({ applications: 0, certificates: 1 })
  const event = (await db.select().from(events)).at(-1)
  expect(event).toMatchObject({ kind: 'program.standards_published', facts: { version: 2 } })
})

test('says what is new, changed and gone, figures too', () => {
  const stricter = aSecondSet(pack, (standard) => {
    const raised = (percent: number) => ({
      ...standard,
      evidence: standard.evidence.map((ask) => {
        return ask.training ? { ...ask, training: { ...ask.training, percent } } : ask
      }),
    })
    return standard.code === 'SRV-1' ? raised(95) : standard
  })
  const [first, ...types] = pack.trainingTypes
  const to = { ...stricter, trainingTypes: first ? [{ ...first, months: 48 }, ...types] : types }
  expect(changesOfSet(pack, to)).toEqual([
    'New: HOME-9 A quiet street, Essential',
    expect.stringMatching(/^Changed: SRV-1 .* \(What can show it\)$/),
    'Changed: HOME-1 A calm way home (Name; What is asked)',
    'Gone: MGT-2 A named contact and a yearly talk',
    expect.stringMatching(/^Changed: training responsible-service /),
  ])
  expect(changesOfSet(pack, pack)).toEqual(['Nothing is different in it.'])
})

test('reads a file of standards alone, and lists everything that does not fit', () => {
  const { standards, distinction } = pack
  expect(readSet(JSON.stringify({ standards, distinction }), pack)).toEqual({
    set: pack,
    problems: [],
  })
  expect(problemsOf(pack)).toEqual([])
  const [first, ...rest] = standards
  if (!first) throw new Error('The pack has no standard.')
  const problems = (file: unknown) => readSet(JSON.stringify(file), pack).problems
  expect(readSet('{', pack).problems[0]).toMatch(/^This is not JSON/)
  expect(problems({ standards: [{ ...first, why: '' }], distinction, extra: 1 })).toEqual([
    expect.stringMatching(/^standards\[0\]\.why: /),
    expect.stringMatching(/extra/),
  ])
  const twice = { ...first, evidence: [{ kind: 'policy', ask: 'One.', template: 'none' }] }
  expect(problems({ standards: [first, twice, ...rest], distinction: 40 })).toEqual([
    `The standard ${first.code} is there twice.`,
    `${first.code}, policy: the template none is not there.`,
    expect.stringMatching(/^Distinction asks for 40 /),
  ])
})
