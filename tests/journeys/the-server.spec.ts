import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '~tests/support/journey/watched-test'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

let lamplight: RunningLamplight

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true, planted: true })
})
test.afterAll(() => lamplight.stop())

/** Starts the server with these variables and gives what it printed when it ended by itself. */
async function failedStart(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['scripts/serve.mjs'], {
    env: { ...process.env, DATA_DIR: lamplight.dataDir, ...environment },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk
    })
  }
  const [code] = await once(child, 'close')
  return { code, printed }
}

test('greets with the address and where mail goes, and keeps its secrets to itself', () => {
  expect(lamplight.output()).toContain(`Lamplight is ready at ${lamplight.url}\n`)
  expect(lamplight.output()).toContain(`kept as a file in ${lamplight.dataDir}/mail`)
  const { mode } = statSync(join(lamplight.dataDir, 'secrets.json'))
  expect(mode & 0o777).toBe(0o600)
  expect(statSync(lamplight.dataDir).mode & 0o777).toBe(0o700)
})

const wrong: [string, Record<string, string>, RegExp][] = [
  ['a port that is none', { PORT: 'abc' }, /^PORT must [^\n]+\.\n$/],
  ['a time zone nobody knows', { TIME_ZONE: 'Atlantis' }, /^TIME_ZONE must [^\n]+\.\n$/],
  ['a folder that cannot be', { DATA_DIR: '/dev/null/data' }, /^DATA_DIR \S+ must [^\n]+\.\n$/],
]

for (const [name, environment, sentence] of wrong) {
  test(`${name} ends the start with one sentence`, async () => {
    const { code, printed } = await failedStart(environment)
    expect(printed).toMatch(sentence)
    expect(code).toBe(1)
  })
}

test('a port that is taken ends the start with one sentence', async () => {
  const { port } = new URL(lamplight.url)
  const { code, printed } = await failedStart({ PORT: port })
  expect(printed).toMatch(new RegExp(`^PORT ${port} is already in use; [^\\n]+\\.\\n$`))
  expect(code).toBe(1)
})

test('the built files are precompressed and kept for a year', async ({ request }) => {
  const page = await (await request.get(lamplight.url)).text()
  const style = /\/assets\/[^"]+\.css/.exec(page)?.[0] ?? ''
  const headers = { 'accept-encoding': 'br' }
  const response = await request.get(lamplight.url + style, { headers })
  expect(response.headers()['content-encoding']).toBe('br')
  expect(response.headers()['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('a public page runs no script, and a script that is planted is stopped and reported', async ({
  page,
  violations,
}) => {
  await page.goto(lamplight.url)
  expect(await page.locator('script').count()).toBe(0)
  const stopped = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          resolve(event.effectiveDirective)
        })
        const script = document.createElement('script')
        script.textContent = 'document.title = "planted"'
        document.body.append(script)
      }),
  )
  expect(stopped).toBe('script-src-elem')
  expect(await page.title()).not.toBe('planted')
  await expect.poll(() => lamplight.output()).toContain('"event":"csp.violation"')
  expect(violations.splice(0).join()).toContain('policy: script-src-elem')
})
