import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { venueComparison, versionsPageOf } from '~/domain/applications/policy-versions.server'
import { handbookHtml } from '~/domain/handbook/handbook-html'
import { handbookOf, policyPaperOf } from '~/domain/handbook/read-handbook.server'
import { givePolicyFile } from '~/domain/policies/give-policy-file.server'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { files } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aTeamThatWrites } from '~tests/support/rounds'

const file = (name: string, held: boolean, mark = name) => {
  return { name, type: 'application/pdf', size: 9, digest: mark, storageKey: mark, held }
}

test('a file that waits for the scanner, or was held back, is named and keeps nobody from the rest', async () => {
  const db = aDatabase()
  const { owner, venueId, policyId } = await aTeamThatWrites(db)
  const upload = (name: string, held: boolean) =>
    uploadPolicy(owner, venueId, { title: name, file: file(name, held) })
  await upload('Clean.pdf', false)
  const waits = await upload('Waits.pdf', true)
  await upload('Bad.pdf', true)
  await db.transaction((tx) =>
    tx.update(files).set({ foundIn: 'Eicar' }).where(eq(files.name, 'Bad.pdf')),
  )

  const book = await handbookOf(owner, venueId)
  expect(book.policies.map(({ title, file }) => [title, file?.storageKey, file?.said])).toEqual([
    ['Bad.pdf', null, expect.stringContaining('it was held back')],
    ['Clean.pdf', 'Clean.pdf', expect.stringContaining('goes with this handbook')],
    ['Closing policy', undefined, undefined],
    ['Waits.pdf', null, expect.stringContaining('is being checked for viruses')],
  ])
  const html = handbookHtml(book)
  expect(html).toContain('The closing lead stays by the door')
  expect(html).toContain('“Bad.pdf”. The virus scanner found something in it')
  expect((await policyPaperOf(owner, venueId, waits)).policies[0]?.file?.storageKey).toBe(null)

  await givePolicyFile(owner, venueId, policyId, file('More.pdf', true))
  const sentence =
    'The file “More.pdf” is being checked for viruses. It can be opened once that is done.'
  expect((await versionsPageOf(owner, venueId, policyId)).waits).toEqual([sentence])
  const asked = { from: 'draft', to: 'draft' }
  const { comparison } = await venueComparison(owner, venueId, policyId, asked)
  expect(comparison?.waits).toEqual([sentence])
})
