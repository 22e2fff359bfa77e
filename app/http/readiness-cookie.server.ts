import { createCookie } from '@remix-run/node'
import type { ReadinessAnswers } from '~/domain/standards/readiness'
import { packAnswers, unpackAnswers } from '~/domain/standards/readiness-answers'
import { env } from '~/env.server'

const secure = env.publicUrl.startsWith('https:')

/** Set only when somebody starts with their answers; it holds a letter for each, and nothing else. */
const cookie = createCookie(secure ? '__Host-lamplight-readiness' : 'lamplight-readiness', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure,
  maxAge: 2 * 60 * 60,
})

/** The answers that this browser carries; null where it carries none, or something else. */
export async function readReadiness(request: Request): Promise<ReadinessAnswers | null> {
  const packed = await cookie.parse(request.headers.get('Cookie'))
  return typeof packed === 'string' ? unpackAnswers(packed) : null
}

export function readinessCookieFor(answers: ReadinessAnswers): Promise<string> {
  return cookie.serialize(packAnswers(answers))
}

export function noReadinessCookie(): Promise<string> {
  return cookie.serialize('', { maxAge: 0 })
}
