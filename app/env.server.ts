import { z } from 'zod'

/** What the environment says, parsed once. A feature that is off is null. */
export interface Env {
  port: number
  host: string
  dataDir: string
  /** The address people type, without a slash at its end: "https://lamplight.example.gov". */
  publicUrl: string
  /** Whether a new database is seeded with the demo. */
  demo: boolean
  sessionSecret: string | null
  resend: { apiKey: string; from: string } | null
  mailFrom: string
  timeZone: string
  logLevel: (typeof logLevels)[number]
  trustProxy: boolean
  /** How much the files of one venue may take. */
  venueBytes: number
  /** A bucket for files, in place of a folder of this machine. */
  s3: S3 | null
  /** The virus scanner. */
  clamd: Clamd | null
}

export type S3 = { endpoint: string; bucket: string; region: string; keyId: string; secret: string }
export type Clamd = { host: string; port: number }

export type EnvSource = Readonly<Record<string, string | undefined>>

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Reads the environment, or answers with one sentence that names the first variable that is wrong. */
export function readEnv(
  source: EnvSource,
): { env: Env; sentence?: undefined } | { env?: undefined; sentence: string } {
  const given = Object.fromEntries(
    Object.keys(variables.shape)
      .map((name) => [name, source[name]?.trim()])
      .filter(([, value]) => value),
  )
  const parsed = variables.safeParse(given)
  if (!parsed.success) return { sentence: parsed.error.issues[0]?.message ?? 'Wrong environment.' }

  const { HOST, PORT, RESEND_API_KEY, ...rest } = parsed.data
  const bucket = bucketIn(rest)
  if (bucket === 'half') {
    return {
      sentence:
        'S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set all four, or none.',
    }
  }
  const publicUrl = rest.PUBLIC_URL ?? `http://${hostInUrl(HOST)}:${PORT}`
  const mailFrom = rest.MAIL_FROM ?? `Lamplight <${defaultSender(publicUrl, RESEND_API_KEY)}>`
  return {
    env: {
      port: PORT,
      host: HOST,
      dataDir: rest.DATA_DIR,
      publicUrl,
      demo: rest.DEMO,
      sessionSecret: rest.SESSION_SECRET ?? null,
      resend: RESEND_API_KEY ? { apiKey: RESEND_API_KEY, from: mailFrom } : null,
      mailFrom,
      timeZone: rest.TIME_ZONE,
      logLevel: rest.LOG_LEVEL,
      trustProxy: rest.TRUST_PROXY,
      venueBytes: rest.VENUE_QUOTA_MB,
      s3: bucket,
      clamd: rest.CLAMD_ADDRESS ?? null,
    },
  }
}

const variables = z.object({
  PORT: z
    .string()
    .refine(isPort, 'PORT must be a whole number from 1 to 65535, like 3000.')
    .default('3000')
    .transform(Number),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'HOST must be a host name or an address, like 127.0.0.1.')
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: z
    .string()
    .transform((text) => text.replace(/\/+$/, ''))
    .refine(
      isOrigin,
      'PUBLIC_URL must be an address without a path, like https://lamplight.example.gov.',
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  DEMO: onOrOff('DEMO', true),
  SESSION_SECRET: z
    .string()
    .min(32, 'SESSION_SECRET must have at least 32 characters; leave it out to have one made.')
    .optional(),
  RESEND_API_KEY: z
    .string()
    .regex(/^\S+$/, 'RESEND_API_KEY must be one word, as Resend shows it.')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/,
      'MAIL_FROM must be an email address, like Lamplight <lamplight@example.gov>.',
    )
    .optional(),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'TIME_ZONE must be a time zone by its IANA name, like America/New_York.')
    .default('America/New_York'),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).default('info'),
  TRUST_PROXY: onOrOff('TRUST_PROXY', false),
  VENUE_QUOTA_MB: z
    .string()
    .regex(
      /^[1-9]\d{1,6}$/,
      'VENUE_QUOTA_MB must be a whole number of megabytes from 10 on, like 500.',
    )
    .default('500')
    .transform((megabytes) => Number(megabytes) * 1_000_000),
  S3_ENDPOINT: z
    .string()
    .transform((text) => text.replace(/\/+$/, ''))
    .refine(isOrigin, 'S3_ENDPOINT must be an address without a path, like https://s3.example.com.')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,62}$/,
      'S3_BUCKET must be the name of a bucket, like lamplight-files.',
    )
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]+$/, 'S3_REGION must be one word, like us-east-1.')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  CLAMD_ADDRESS: z
    .string()
    .regex(
      /^[A-Za-z0-9.-]+:\d{1,5}$/,
      'CLAMD_ADDRESS must be a host and a port, like 127.0.0.1:3310.',
    )
    .transform(clamdAddress)
    .optional(),
})

type BucketParts = Partial<
  Record<'S3_ENDPOINT' | 'S3_BUCKET' | 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY', string>
> & { S3_REGION: string }

/** The four parts of a bucket belong together; none of them is a folder of this machine. */
function bucketIn(parts: BucketParts): S3 | 'half' | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = parts
  const { S3_ACCESS_KEY_ID: keyId, S3_SECRET_ACCESS_KEY: secret } = parts
  if (endpoint && bucket && keyId && secret) return { endpoint, bucket, region, keyId, secret }
  return endpoint || bucket || keyId || secret ? 'half' : null
}

function clamdAddress(text: string): Clamd {
  const at = text.lastIndexOf(':')
  return { host: text.slice(0, at), port: Number(text.slice(at + 1)) }
}

function onOrOff(name: string, standard: boolean) {
  const on = ['on', 'true', 'yes', '1']
  const off = ['off', 'false', 'no', '0']
  return z
    .string()
    .transform((text) => text.toLowerCase())
    .refine((text) => [...on, ...off].includes(text), `${name} must be on or off.`)
    .transform((text) => on.includes(text))
    .default(standard)
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
}

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    `${url.username}${url.password}${url.search}${url.hash}` === ''
  )
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return /^[A-Za-z]/.test(text)
  } catch {
    return false
  }
}

/** An address that listens everywhere is not one that a browser can open. */
function hostInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** Resend's own test sender, until the program has a domain of its own. */
function defaultSender(publicUrl: string, resendKey: string | undefined): string {
  const { hostname } = new URL(publicUrl)
  const isDomain = /[a-z]$/i.test(hostname) && hostname.includes('.')
  if (isDomain) return `lamplight@${hostname}`
  return resendKey ? 'onboarding@resend.dev' : 'lamplight@localhost'
}

function envOfThisProcess(): Env {
  const { env, sentence } = readEnv(process.env)
  if (env) return env
  console.error(sentence)
  process.exit(1)
}

export const env = envOfThisProcess()
