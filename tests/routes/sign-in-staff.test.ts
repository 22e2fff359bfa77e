import jsQR from 'jsqr'
import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { inviteStaff, type StaffInvitation } from '~/domain/accounts/invite-staff.server'
import { setupPage } from '~/domain/accounts/staff-setup.server'
import { requireCoordinator, requirePerson } from '~/http/guards.server'
import { loader as signInPage } from '~/routes/sign-in._index'
import { action as setUp, loader as setupLoader } from '~/routes/sign-in.setup.$token/route'
import { action as firstFactor } from '~/routes/sign-in.staff._index'
import { action as secondFactor } from '~/routes/sign-in.staff.code'
import { action as leave } from '~/routes/sign-out'
import { aDatabase } from '~tests/support/database'
import { aProgram } from '~tests/support/factories'
import { answerOf, cookiesOf, routeArgs } from '~tests/support/route-args'
import { aSetupPage } from '~tests/support/staff-setup'

const email = 'dana@example.com'
const password = 'tulip bridge kayak lantern'

describe('staff', () => {
  it('set up, sign in with two factors, and open nothing in between', async () => {
    const { db, token, secret } = await invited()
    const page = await answerOf(setupLoader(setupArgs(db, token)))
    expect((await page.json()).setup).toMatchObject({ name: 'Dana Cole', email })

    const before = Date.now() - 30_000
    const form = { password, code: new TOTP({ secret }).generate({ timestamp: before }) }
    const done = await answerOf(setUp(setupArgs(db, token, form)))
    expect(done.headers.get('Location')).toBe('/home')
    const set = cookiesOf(done)
    expect((await answerOf(requireCoordinator(args(db, set)))).ok).toBe(true)

    const first = await answerOf(
      firstFactor(
        routeArgs(db, '/sign-in/staff', { form: { email, password, _returnTo: '/coordinator' } }),
      ),
    )
    expect(first.headers.get('Location')).toBe('/sign-in/staff/code?returnTo=%2Fcoordinator')
    const half = cookiesOf(first)
    const between = await answerOf(requirePerson(args(db, half)))
    expect(between.headers.get('Location')).toBe('/sign-in/staff/code')

    const byEmail = await answerOf(
      signInPage(routeArgs(db, '/sign-in?returnTo=/home', { cookies: half })),
    )
    expect(byEmail.headers.get('Location')).toBeNull()

    const second = await answerOf(
      secondFactor(
        routeArgs(db, '/sign-in/staff/code', {
          form: { code: new TOTP({ secret }).generate(), _returnTo: '/coordinator' },
          cookies: half,
        }),
      ),
    )
    expect(second.headers.get('Location')).toBe('/coordinator')
    expect(cookiesOf(second)).not.toEqual(half)
    expect((await answerOf(requireCoordinator(args(db, cookiesOf(second))))).ok).toBe(true)
    expect((await answerOf(requirePerson(args(db, half)))).headers.get('Location')).toMatch(
      /^\/sign-in\?/,
    )
  })

  it('type the word that they were told before the link shows anything', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { path, word } = await inviteStaff(db, dana, new Date())
    const link = path.split('/').at(-1) ?? ''
    const before = await answerOf(setupLoader(setupArgs(db, link)))
    expect(await before.json()).toEqual({ setup: null, asks: true })
    const wrong = await answerOf(setUp(setupArgs(db, link, { word: 'amber-amber-10' })))
    expect([wrong.status, (await wrong.json()).errors.word]).toEqual([
      422,
      expect.stringContaining('not the word'),
    ])
    const right = await answerOf(setUp(setupArgs(db, link, { word: word ?? '' })))
    const next = right.headers.get('Location') ?? ''
    expect([right.status, next.startsWith('/sign-in/setup/'), next === path]).toEqual([
      302,
      true,
      false,
    ])
    const page = await answerOf(setupLoader(setupArgs(db, next.split('/').at(-1) ?? '')))
    expect(await page.json()).toMatchObject({ setup: { name: 'Dana Cole', email } })
    expect((await answerOf(setupLoader(setupArgs(db, link)))).status).toBe(404)
  })

  it('scan the secret from a square that a camera reads', async () => {
    const { db, token } = await invited()
    const { setup } = await (await answerOf(setupLoader(setupArgs(db, token)))).json()
    const page = await setupPage(db, token, new Date())
    expect(readSquare(setup.qr)).toBe(page?.uri)
    expect(setup.secret.replace(/ /g, '')).toBe(page?.secret)
  })

  it('never get a typed password back', async () => {
    const { db, token } = await invited()
    const wrong = await answerOf(
      firstFactor(routeArgs(db, '/sign-in/staff', { form: { email, password } })),
    )
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.not.stringContaining('tulip')])
    const form = { password, code: '12' }
    const refused = await answerOf(setUp(setupArgs(db, token, form)))
    expect(refused.status).toBe(422)
    expect(await refused.text()).not.toContain('tulip')
  })

  it('read what to do about a link that works no more', async () => {
    const { db } = await invited()
    const page = await answerOf(setupLoader(setupArgs(db, 'never-was-one')))
    expect([page.status, await page.json()]).toEqual([404, { setup: null, asks: false }])
    const form = { password, code: '123456' }
    const posted = await answerOf(setUp(setupArgs(db, 'never-was-one', form)))
    expect(posted.headers.get('Location')).toBe('/sign-in/setup/never-was-one')
  })

  it('get a form back that their session had not outlived', async () => {
    const { db, token, secret } = await invited()
    const timestamp = Date.now() - 30_000
    const form = { password, code: new TOTP({ secret }).generate({ timestamp }) }
    const cookies = cookiesOf(await answerOf(setUp(setupArgs(db, token, form))))
    await leave(routeArgs(db, '/sign-out', { form: {}, cookies }))

    const path = '/liaison/applications/app_1/response'
    const typed = { opening: 'Thank you for the tour.' }
    const refused = await answerOf(requirePerson(routeArgs(db, path, { form: typed, cookies })))
    const { carry } = await refused.json()
    const first = await answerOf(
      firstFactor(routeArgs(db, '/sign-in/staff', { form: { email, password, _carry: carry } })),
    )
    expect(await first.json()).toEqual({ next: 'code', way: { returnTo: null, carry } })
    const second = await answerOf(
      secondFactor(
        routeArgs(db, '/sign-in/staff/code', {
          form: { code: new TOTP({ secret }).generate(), _carry: carry },
          cookies: cookiesOf(first),
        }),
      ),
    )
    expect([second.status, second.headers.get('Location')]).toEqual([307, path])
  })

  it('begin with the password when a code comes without one', async () => {
    const { db } = await invited()
    const answer = await answerOf(
      secondFactor(routeArgs(db, '/sign-in/staff/code', { form: { code: '123456' } })),
    )
    expect((await answer.json()).errors.code).toMatch(/password comes first/)
  })
})

/** Draws the path as a camera would see it, four pixels to a module, and reads it. */
function readSquare({ path, size }: { path: string; size: number }): string | undefined {
  const scale = 4
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dot = 0; dot < scale * scale; dot += 1) {
      const column = Number(x) * scale + (dot % scale)
      const row = Number(y) * scale + Math.floor(dot / scale)
      pixels.set([0, 0, 0], (row * width + column) * 4)
    }
  }
  return jsQR(pixels, width, width)?.data
}

const dana: StaffInvitation = {
  ...{ email, name: 'Dana Cole', title: null },
  ...{ role: 'coordinator', district: null, field: null },
}

type Db = ReturnType<typeof aDatabase>

async function invited() {
  const db = aDatabase()
  await aProgram(db)
  const token = await aSetupPage(db, dana, new Date())
  const secret = (await setupPage(db, token, new Date()))?.secret ?? ''
  return { db, token, secret }
}

function setupArgs(db: Db, token: string, form?: Record<string, string>) {
  return routeArgs(db, `/sign-in/setup/${token}`, { params: { token }, ...(form && { form }) })
}

function args(db: Db, cookies: string[]) {
  return routeArgs(db, '/coordinator', { cookies })
}
