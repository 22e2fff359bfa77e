import { rmSync } from 'node:fs'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, describe, expect, test, vi } from 'vitest'

const folder = vi.hoisted(() => {
  const made = `${process.env.TMPDIR ?? '/tmp'}/lamplight-workspace-${process.pid}-${Date.now()}`
  process.env.DATA_DIR = made
  return made
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

import { startSession } from '~/domain/accounts/session.server'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { startApplication } from '~/domain/applications/start-application.server'
import type { FileId, VenueId } from '~/domain/ids'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { keptPicture } from '~/files/page-pictures.server'
import { forgetFile, keepFile } from '~/files/store.server'
import { sessionCookie } from '~/http/session.server'
import type { Database } from '~db/open.server'
import { answers, applications, evidence, files, policies, policySections } from '~db/schema'
import { aPdfOf } from '~tests/support/a-pdf'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'
import '~tests/support/visits'

type Route = {
  loader: (args: LoaderFunctionArgs) => Promise<unknown>
  action?: (args: ActionFunctionArgs) => Promise<unknown>
}

const modules = import.meta.glob<Route>([
  '/app/routes/venue.$venueId._index/route.tsx',
  '/app/routes/venue.$venueId.{application,evidence,files,policies,profile,ruler,self-check,standards}*.tsx',
  '/app/routes/venue.$venueId.{application,evidence,files,policies,profile,ruler,self-check,standards}*/route.tsx',
])
const routes = Object.entries(modules).map(([file, module]) => {
  const name = file.replace(/^\/app\/routes\//, '').replace(/(\/route)?\.tsx$/, '')
  return { name, module }
})

/** Two venues, each with one of everything; the visitor belongs to the first. */
async function twoVenues() {
  const db = aDatabase()
  await aProgram(db)
  const ours = await aWorkspace(db)
  const theirs = await aWorkspace(db)
  const token = await db.transaction((tx) =>
    startSession(tx, ours.ownerId, ['email_code'], new Date()),
  )
  const cookies = [(await sessionCookie(token)).split(';')[0] ?? '']
  return { db, ours, theirs, cookies }
}

async function aWorkspace(db: Database) {
  const venueId = await aVenue(db)
  const ownerId = await anOwner(db, venueId)
  const ctx = await contextFor(db, ownerId, new Date())
  await startApplication(ctx, venueId)
  const policyId = await startPolicy(ctx, venueId, { template: 'age-and-id', title: '' })
  const evidenceId = await addEvidence(ctx, venueId, 'SRV-1', {
    kind: 'policy',
    policyId,
    pointer: '',
    words: '',
  })
  const { key: storageKey, ...kept } = await keepFile(await aPdfOf(venueId, 2))
  const file = {
    ...kept,
    storageKey,
    name: 'Política "Edad".pdf',
    type: 'application/pdf',
    pages: 2,
  }
  await uploadPolicy(ctx, venueId, { title: 'Uploaded', file })
  const stored = await db.select().from(files)
  const fileId = stored.find((row) => row.venueId === venueId)?.id ?? 'fil_none'
  const params = { venueId, policyId, evidenceId, fileId, anchor: 'purpose', page: '2' }
  return { venueId, ownerId, params: { ...params, code: 'SRV-1', kind: 'policy', area: 'home' } }
}

const form = {
  stance: 'not_applicable',
  words: 'because',
  body: 'Typed',
  revision: '0',
  title: 'Typed',
  heading: 'Typed',
  to: 'up',
  template: 'occupancy',
  securityStaff: 'yes',
}

async function everything(db: Database) {
  return [
    await db.select().from(answers),
    await db.select().from(applications),
    await db.select().from(evidence),
    await db.select().from(files),
    await db.select().from(policies),
    await db.select().from(policySections),
  ]
}

describe('every address of a venue’s workspace', () => {
  test('is among those that are tried', () => {
    expect(routes.map(({ name }) => name)).toHaveLength(49)
  })

  test.each(routes)('$name opens for its own people', async ({ module }) => {
    const { db, ours, cookies } = await twoVenues()
    const { loader } = await module()
    const answer = await answerOf(loader(routeArgs(db, '/', { cookies, params: ours.params })))
    expect(answer.status).toBe(200)
  })

  test.each(routes)('$name answers a foreign venue as it answers none', async ({ module }) => {
    const { db, ours, theirs, cookies } = await twoVenues()
    const before = await everything(db)
    const { loader, action } = await module()
    const absent = { ...ours.params, venueId: 'ven_none' as VenueId }
    const seen: unknown[] = []
    for (const params of [theirs.params, absent, { ...theirs.params, venueId: 'ven_none' }]) {
      const got = await answerOf(loader(routeArgs(db, '/', { cookies, params })))
      seen.push([got.status, await got.text()])
      if (!action) continue
      const posted = await answerOf(action(routeArgs(db, '/', { cookies, params, form })))
      seen.push([posted.status, await posted.text()])
    }
    expect(new Set(seen.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify([404, '""'])]),
    )
    expect(await everything(db)).toEqual(before)
  })

  const named = ['policyId', 'evidenceId', 'fileId'] as const
  const withIds = routes.flatMap(({ name, module }) =>
    named.filter((id) => name.includes(`$${id}`)).map((id) => ({ name, module, id })),
  )
  test.each(withIds)('$name answers a foreign $id as an absent one', async ({ module, id }) => {
    const { db, ours, theirs, cookies } = await twoVenues()
    const before = await everything(db)
    const { loader, action } = await module()
    for (const value of [theirs.params[id], `${id.slice(0, 3)}_none`]) {
      const params = { ...ours.params, [id]: value }
      const got = await answerOf(loader(routeArgs(db, '/', { cookies, params })))
      expect([got.status, await got.text()]).toEqual([404, '""'])
      if (!action) continue
      const posted = await answerOf(action(routeArgs(db, '/', { cookies, params, form })))
      expect([posted.status, await posted.text()]).toEqual([404, '""'])
    }
    expect(await everything(db)).toEqual(before)
  })
})

describe('a section', () => {
  const path = '/app/routes/venue.$venueId.policies.$policyId.sections.$anchor.tsx'

  test('posted after the session ended is carried, and nothing is stored', async () => {
    const { db, ours, cookies } = await twoVenues()
    const { action } = (await modules[path]?.()) ?? {}
    if (!action) throw new Error('The section route has an action.')
    const { sessions } = await import('~db/schema')
    await db.transaction((tx) => tx.update(sessions).set({ endedAt: new Date() }))
    const before = await everything(db)
    const answer = await answerOf(
      action(routeArgs(db, path, { cookies, params: ours.params, form })),
    )
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({
      signIn: true,
      carry: expect.stringMatching(/^[\w-]+$/),
    })
    expect(await everything(db)).toEqual(before)
  })

  test('answers in place for a draft that saves itself, and leads back for a plain form', async () => {
    const { db, ours, cookies } = await twoVenues()
    const { action } = (await modules[path]?.()) ?? {}
    if (!action) throw new Error('The section route has an action.')
    const send = (more: Record<string, string>) =>
      answerOf(
        action(routeArgs(db, path, { cookies, params: ours.params, form: { ...form, ...more } })),
      )
    const here = await send({ answer: 'here' })
    expect(await here.json()).toEqual({
      saved: { words: expect.stringMatching(/^Saved \d/), revision: '1' },
    })
    const plain = await send({ body: 'More', revision: '1' })
    expect([plain.status, plain.headers.get('Location')]).toEqual([
      302,
      `/venue/${ours.venueId}/policies/${ours.params.policyId}#purpose`,
    ])
    const late = await send({ body: 'Late', revision: '1', __proto__: 'x' })
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({
      values: { body: 'Late' },
      theirs: { body: 'More', revision: '2' },
    })
    const wrong = await send({ revision: 'x' })
    expect(wrong.status).toBe(422)
  })
})

describe('an answer to a standard', () => {
  test('saves itself where it is, and after a lost race brings both texts', async () => {
    const { db, ours, cookies } = await twoVenues()
    const path = '/app/routes/venue.$venueId.standards.$code.answer.tsx'
    const { action } = (await modules[path]?.()) ?? {}
    if (!action) throw new Error('The answer route has an action.')
    const send = (more: Record<string, string>) => {
      const said = { stance: 'another_way', words: 'We card at the table.', revision: '', ...more }
      return answerOf(action(routeArgs(db, path, { cookies, params: ours.params, form: said })))
    }
    expect(await (await send({ answer: 'here' })).json()).toEqual({
      saved: { words: expect.stringMatching(/^Saved \d/), revision: '0' },
    })
    const late = await send({ answer: 'here', words: 'Late' })
    expect([late.status, await late.json()]).toMatchObject([
      409,
      {
        errors: { '': expect.stringMatching(/^You saved this answer in another window at \d/) },
        values: { words: 'Late' },
        theirs: { words: 'We do this another way: We card at the table.', revision: '0' },
      },
    ])
    const plain = await send({ words: 'Late', revision: '0' })
    expect(plain.headers.get('Location')).toBe(`/venue/${ours.venueId}/standards/SRV-1`)
  })
})

test('a half-filled form is kept for later, and a second statement does not put the first aside unread', async () => {
  const { db, ours, cookies } = await twoVenues()
  const params = { ...ours.params, code: 'SRV-3', kind: 'attestation' }
  const path = '/app/routes/venue.$venueId.standards.$code.'
  const kept = await modules[`${path}begun.$kind.tsx`]?.()
  const added = await modules[`${path}evidence.$kind/route.tsx`]?.()
  if (!kept?.action || !added?.action) throw new Error('Both routes have an action.')
  const post = (action: NonNullable<Route['action']>, form: Record<string, string>) =>
    answerOf(action(routeArgs(db, path, { cookies, params, form })))

  const half = { signedBy: 'Rosa', words: '', happenedOn: '', replaces: '', revision: '' }
  expect(await (await post(kept.action, { ...half, answer: 'here' })).json()).toEqual({
    saved: { words: expect.stringMatching(/^Kept for later \d.* It counts once/), revision: '0' },
  })
  const back = `/venue/${ours.venueId}/standards/SRV-3#attestation`
  const plain = await post(kept.action, { ...half, signedBy: '', revision: '0' })
  expect(plain.headers.get('Location')).toBe(back)

  const sign = (signedBy: string, replaces: string) =>
    post(added.action as NonNullable<Route['action']>, { ...half, signedBy, replaces })
  expect((await sign('Rosa Alvarez', '')).headers.get('Location')).toBe(back)
  const late = await sign('Theo Papadakis', '')
  expect(late.status).toBe(409)
  const { theirs, values, errors } = await late.json()
  expect([values.signedBy, theirs.words]).toMatchObject([
    'Theo Papadakis',
    expect.stringContaining('Signed by Rosa Alvarez'),
  ])
  expect(errors['']).toMatch(/^You saved this in another window at \d/)
  expect((await sign('Theo Papadakis', theirs.replaces)).status).toBe(302)
})

test('a file is saved, never opened in place', async () => {
  const { db, ours, cookies } = await twoVenues()
  const { loader } =
    (await modules['/app/routes/venue.$venueId.files.$fileId._index.tsx']?.()) ?? {}
  if (!loader) throw new Error('The file route has a loader.')
  const answer = await answerOf(loader(routeArgs(db, '/', { cookies, params: ours.params })))
  expect(await answer.text()).toMatch(/^%PDF-/)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Pol_tica _Edad_.pdf"; filename*=UTF-8''Pol%C3%ADtica%20_Edad_.pdf`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  })
})

test('a page of it is a picture that we made, drawn once, and there are no more than it has', async () => {
  const { db, ours, cookies } = await twoVenues()
  const { loader } =
    (await modules['/app/routes/venue.$venueId.files.$fileId.pages.$page.tsx']?.()) ?? {}
  if (!loader) throw new Error('The page route has a loader.')
  const ask = (page: string) =>
    answerOf(loader(routeArgs(db, '/', { cookies, params: { ...ours.params, page } })))
  const answer = await ask('1')
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  const picture = new Uint8Array(await answer.arrayBuffer())
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 900, height: 600 })
  const { channels } = await sharp(picture).stats()
  expect(channels[0]?.min).toBeLessThan(60)

  const [file] = await db
    .select()
    .from(files)
    .where(eq(files.id, ours.params.fileId as FileId))
  const key = file?.storageKey ?? ''
  const drawn = await keptPicture(key, 1)
  expect(drawn).toEqual(picture)
  for (const page of ['3', '0', '-1', '1.5', '01', 'x']) expect((await ask(page)).status).toBe(404)
  await forgetFile(key)
  expect(await keptPicture(key, 1)).toBeNull()
  expect((await ask('2')).status).toBe(404)
})
