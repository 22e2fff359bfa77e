import { describe, expect, it } from 'vitest'
import { verifyRecord } from '~/domain/record/verify-record.server'
import { runCommand } from '~tests/support/command'
import { aRecordFile, breakOpen, someEvents } from '~tests/support/record'

describe('npm run audit:verify', () => {
  it('says that a record is unbroken and holds the point that was noted, and ends with 0', async () => {
    const { db, file } = aRecordFile()
    await someEvents(db, 5)
    const { length, hash } = await verifyRecord(db)
    await someEvents(db, 2)
    const point = `${length}:${hash}`
    const verified = await runCommand('audit-verify', '/nowhere', '--file', file, '--expect', point)
    expect([verified.status, verified.stderr]).toEqual([0, ''])
    expect(verified.stdout).toContain('Read 7 events;')
    expect(verified.stdout).toContain('The record is unbroken.\n')
    expect(verified.stdout).toContain(`It contains the point ${point}.\n`)
  }, 60_000)

  it('names the event that was altered, says what to do, and ends with 1', async () => {
    const { db, file, raw } = aRecordFile()
    await someEvents(db, 5)
    breakOpen(raw)
    raw.prepare("UPDATE events SET kind = 'venue.left' WHERE sequence = 3").run()
    const broken = await runCommand('audit-verify', '/nowhere', '--file', file)
    expect([broken.status, broken.stderr]).toEqual([1, ''])
    expect(broken.stdout).toMatch(/^Event 3 \(evt_\w+\) .+\.$/m)
    expect(broken.stdout).toContain('Keep this database as it is, and compare it with a backup.')
    expect(broken.stdout).not.toContain('unbroken')

    const json = await runCommand('audit-verify', '/nowhere', '--file', file, '--json')
    expect(json.status).toBe(1)
    expect(JSON.parse(json.stdout).findings).toMatchObject([{ what: 'altered', sequence: 3 }])
  }, 60_000)

  it('finds with a noted point that the end was cut off and written anew, and ends with 1', async () => {
    const { db, file } = aRecordFile()
    await someEvents(db, 5)
    const cut = `5:${'0'.repeat(64)}`
    const gone = await runCommand('audit-verify', '/nowhere', '--file', file, '--expect', cut)
    expect([gone.status, gone.stderr]).toEqual([1, ''])
    expect(gone.stdout).toContain('The record is broken: 1 thing found.')
    const typed = await runCommand('audit-verify', '/nowhere', '--file', file, '--expect', '5')
    expect([typed.status, typed.stdout]).toEqual([1, ''])
    expect(typed.stderr).toMatch(/^--expect must be LENGTH:HASH/)
  }, 60_000)
})
