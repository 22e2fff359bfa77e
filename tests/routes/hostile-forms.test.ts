import { describe, expect, test } from 'vitest'
import { aDatabase } from '~tests/support/database'
import { aProgram } from '~tests/support/factories'
import { wholeSite } from '~tests/support/whole-site'
import '~tests/support/visits'

async function aSite() {
  const db = aDatabase()
  await aProgram(db)
  return wholeSite(db)
}

const doors = ['/sign-in', '/sign-in/code', '/sign-in/staff', '/claim', '/join/new']

describe('a form that no page of this site makes', () => {
  test.each(doors)('with very many fields at %s is refused at once', async (door) => {
    const site = await aSite()
    const form = new URLSearchParams('email=&'.repeat(100_000))
    const answer = await site.ask(door, { form })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('more fields than')
  })

  test.each(doors)(
    'of another kind at %s gets its sentence, and is no bug of ours',
    async (door) => {
      const site = await aSite()
      for (const [type, form] of [
        ['text/plain', 'email=a'],
        ['application/json', '{"email":"a"}'],
        ['multipart/form-data', 'no boundary'],
        ['multipart/form-data; boundary=x', '--x\r\nbroken'],
      ] as const) {
        const answer = await site.ask(door, { form, headers: { 'content-type': type } })
        expect([type, answer.status]).toEqual([type, 400])
        expect(await answer.text()).toContain('We could not read that')
      }
      expect(site.lines.filter((line) => line.includes('"event":"error"'))).toEqual([])
    },
  )

  test.each(doors)('with a repeated field at %s is asked again in words', async (door) => {
    const site = await aSite()
    const twice = ['email', 'code', 'password', 'venue', 'address', 'name', 'words']
    const form = new URLSearchParams(
      twice.flatMap((name) => [
        [name, 'a'],
        [name, 'b'],
      ]),
    )
    form.append('__proto__', 'x')
    form.append('constructor.prototype.a', 'x')
    const answer = await site.ask(door, { form })
    expect(answer.status).toBe(422)
    expect(await answer.text()).not.toContain('Invalid input')
    expect(({} as Record<string, unknown>).a).toBeUndefined()
  })
})
