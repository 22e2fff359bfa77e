import { rmSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'

const folder = vi.hoisted(() => {
  const made = `${process.env.TMPDIR ?? '/tmp'}/lamplight-refused-${process.pid}-${Date.now()}`
  process.env.DATA_DIR = made
  return made
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

import { Conflict } from '~/domain/errors'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { storage } from '~/files/storage.server'
import { takeFiles } from '~/files/take-files.server'
import { respondWithFiles } from '~/http/respond-with-files.server'
import { aDatabase } from '~tests/support/database'
import { aTeamThatWrites } from '~tests/support/rounds'

async function taken() {
  const text = new File(['We check ID at the door.\n'], 'Age.txt', { type: 'text/plain' })
  const answer = await takeFiles([text], 'policy')
  if (!answer.ok) throw new Error(answer.sentence)
  return answer.file
}

test('bytes of a refused deed go at once, unless a row holds them or somebody sends them just now', async () => {
  const { owner, venueId } = await aTeamThatWrites(aDatabase())
  const form = { values: {}, ctx: owner }
  const refuse = async (file: Awaited<ReturnType<typeof taken>>) => {
    const answer = await respondWithFiles(form, [file], async () => {
      throw new Conflict('Somebody else was first.')
    })
    expect(answer.status).toBe(409)
    return storage.has(file.storageKey)
  }
  expect(await storage.has((await taken()).storageKey)).toBe(true)
  // The same bytes are on their way twice: of the first nothing was heard yet.
  const second = await taken()
  expect(await refuse(second)).toBe(true)
  expect(await refuse(second)).toBe(false)

  const third = await taken()
  await respondWithFiles(form, [third], async () => {
    await uploadPolicy(owner, venueId, { title: 'Age', file: third })
    return new Response()
  })
  expect(await refuse(await taken())).toBe(true)
})
