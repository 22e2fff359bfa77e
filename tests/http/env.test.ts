import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readEnv } from '~/env.server'
import { secretsFor } from '~/secrets.server'

test('an empty environment is a working one', () => {
  expect(readEnv({}).env).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    publicUrl: 'http://127.0.0.1:3000',
    demo: true,
    sessionSecret: null,
    resend: null,
    mailFrom: 'Lamplight <lamplight@localhost>',
    timeZone: 'America/New_York',
    logLevel: 'info',
    trustProxy: false,
    venueBytes: 500_000_000,
    s3: null,
    clamd: null,
  })
})

test('a variable that is set but empty is not set', () => {
  expect(readEnv({ PORT: '', PUBLIC_URL: ' ', DEMO: '' }).env).toEqual(readEnv({}).env)
})

test('everything can be said', () => {
  const { env } = readEnv({
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/srv/lamplight',
    PUBLIC_URL: 'https://Lamplight.example.gov/',
    DEMO: 'off',
    SESSION_SECRET: 's'.repeat(32),
    RESEND_API_KEY: 're_123',
    MAIL_FROM: 'The Program <program@example.gov>',
    TIME_ZONE: 'America/Chicago',
    LOG_LEVEL: 'warn',
    TRUST_PROXY: 'on',
    VENUE_QUOTA_MB: '50',
    S3_ENDPOINT: 'https://s3.example.com/',
    S3_BUCKET: 'lamplight-files',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'secret',
    CLAMD_ADDRESS: '127.0.0.1:3310',
  })
  expect(env).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: '/srv/lamplight',
    publicUrl: 'https://lamplight.example.gov',
    demo: false,
    sessionSecret: 's'.repeat(32),
    resend: { apiKey: 're_123', from: 'The Program <program@example.gov>' },
    mailFrom: 'The Program <program@example.gov>',
    timeZone: 'America/Chicago',
    logLevel: 'warn',
    trustProxy: true,
    venueBytes: 50_000_000,
    s3: {
      endpoint: 'https://s3.example.com',
      bucket: 'lamplight-files',
      region: 'us-east-1',
      keyId: 'id',
      secret: 'secret',
    },
    clamd: { host: '127.0.0.1', port: 3310 },
  })
})

test.each([
  [{ PUBLIC_URL: 'https://lamplight.example.gov' }, 'Lamplight <lamplight@lamplight.example.gov>'],
  [{ RESEND_API_KEY: 're_123' }, 'Lamplight <onboarding@resend.dev>'],
])('with %j mail comes from %s', (source, from) => {
  expect(readEnv(source).env?.mailFrom).toBe(from)
})

test.each([
  [{ HOST: '::1' }, 'http://[::1]:3000'],
  [{ HOST: '0.0.0.0', PORT: '80' }, 'http://localhost:80'],
])('with %j the address is %s', (source, publicUrl) => {
  expect(readEnv(source).env?.publicUrl).toBe(publicUrl)
})

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '3000a'],
  ['PORT', '-1'],
  ['HOST', 'http://localhost'],
  ['PUBLIC_URL', 'lamplight.example.gov'],
  ['PUBLIC_URL', 'ftp://lamplight.example.gov'],
  ['PUBLIC_URL', 'https://lamplight.example.gov/portal'],
  ['PUBLIC_URL', 'https://me@lamplight.example.gov'],
  ['DEMO', 'perhaps'],
  ['TRUST_PROXY', '10.0.0.1'],
  ['SESSION_SECRET', 'short'],
  ['RESEND_API_KEY', 're_1 re_2'],
  ['MAIL_FROM', 'Lamplight'],
  ['MAIL_FROM', 'a@example.gov\nBcc: b@example.gov'],
  ['TIME_ZONE', 'Atlantis/Main'],
  ['TIME_ZONE', '+05:00'],
  ['LOG_LEVEL', 'loud'],
])('%s=%j gets one sentence that names it', (name, value) => {
  const { env, sentence } = readEnv({ [name]: value })
  expect(env).toBeUndefined()
  expect(sentence).toMatch(new RegExp(`^${name} must [^\\n]+\\.$`))
})

test('a sentence never repeats a secret', () => {
  expect(readEnv({ SESSION_SECRET: 'hunter2' }).sentence).not.toContain('hunter2')
  expect(readEnv({ RESEND_API_KEY: 're_1 re_2' }).sentence).not.toContain('re_1')
})

describe('secrets', () => {
  const made: string[] = []
  const dataDir = () => {
    const path = mkdtempSync(join(tmpdir(), 'lamplight-secrets-'))
    made.push(path)
    return join(path, 'data')
  }
  afterEach(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true })
  })

  test('are made once and kept for this user alone', () => {
    const path = dataDir()
    const first = secretsFor(path, { session: null })
    expect(first.session).toMatch(/^[\w-]{43}$/)
    expect(secretsFor(path, { session: null })).toEqual(first)
    expect(statSync(join(path, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(secretsFor(dataDir(), { session: null })).not.toEqual(first)
  })
  test('that are given are not kept', () => {
    const path = dataDir()
    expect(secretsFor(path, { session: 'g'.repeat(32) })).toEqual({ session: 'g'.repeat(32) })
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  })
  test('that are damaged are not replaced in silence', () => {
    const path = dataDir()
    secretsFor(path, { session: null })
    writeFileSync(join(path, 'secrets.json'), '{"session":')
    expect(() => secretsFor(path, { session: null })).toThrow(/secrets\.json is damaged/)
    expect(readFileSync(join(path, 'secrets.json'), 'utf8')).toBe('{"session":')
  })
})
