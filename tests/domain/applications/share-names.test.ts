import { describe, expect, it } from 'vitest'
import { namesInTexts } from '~/domain/applications/share-names'
import { sharePage } from '~/domain/applications/share-page.server'
import { saveSection } from '~/domain/policies/save-section.server'
import { aDatabase } from '~tests/support/database'
import { aTeamThatWrites } from '~tests/support/rounds'

describe('names of staff in what is about to be shared', () => {
  it.each([
    ['Ask Ana Beltran first.', true],
    ['ask ana\nbeltran first', true],
    ['Ask Ana Beltrans’ team.', false],
    ['Ask Ana first.', false],
    ['Ask Dana Beltran first.', false],
  ])('are found as whole names: %j', (text, there) => {
    const found = namesInTexts(['Ana Beltran'], [{ where: 'Closing policy', text }])
    expect(found).toEqual(there ? [{ name: 'Ana Beltran', where: 'Closing policy' }] : [])
  })

  it('takes a name as it is, whatever signs it has', () => {
    const texts = [{ where: 'Here', text: 'J.P. O’Hara-Lopez (nights)' }]
    expect(namesInTexts(['J.P. O’Hara-Lopez', 'J*P O’Hara', '( ['], texts)).toHaveLength(1)
  })

  it('are named on the page before the share, and nothing is where there are none', async () => {
    const db = aDatabase()
    const { owner, venueId, policyId } = await aTeamThatWrites(db)
    expect((await sharePage(owner, venueId)).names).toEqual([])
    const body = 'Marisol Quintana locks up.'
    await saveSection(owner, venueId, policyId, 'what-we-do', { body, revision: 1 })
    expect((await sharePage(owner, venueId)).names).toEqual([
      'Marisol Quintana in “Closing policy”',
    ])
  })
})
