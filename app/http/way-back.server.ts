import { json, redirect } from '@remix-run/node'
import type { PersonId } from '~/domain/ids'
import { paths } from '~/paths'
import type { WayBack } from '~/ui/sign-in-fields'
import type { SignInAnswer } from '~/ui/sign-in-forms'
import { carriedPath } from './carry.server'
import { readForm } from './read-form.server'

/** Where somebody wanted to go, and what they had typed, on its way through the steps of sign-in. */
export async function readWayBack(request: Request): Promise<WayBack> {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return { returnTo: localPath(new URL(request.url).searchParams.get('returnTo')), carry: null }
  }
  const form = await readForm(request.clone())
  const carry = form.get('_carry')
  return {
    returnTo: localPath(form.get('_returnTo')),
    carry: typeof carry === 'string' && carry ? carry : null,
  }
}

/** A path of this site, or null for anything that could lead elsewhere. */
export function localPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 2_000) return null
  return /^\/(?!\/)[^\\\p{Cc}\s]*$/u.test(text) && !text.includes('//') ? text : null
}

/**
 * The last step of signing in. What was typed goes back to its form, which shows it unsaved: 307
 * makes the browser post it again. For another person there is their own home, with nothing in it.
 */
export function leadBack(way: WayBack, personId: PersonId, cookie?: string): Response {
  const headers = new Headers(cookie ? { 'Set-Cookie': cookie } : undefined)
  if (!way.carry) return redirect(way.returnTo ?? paths.myHome(), { headers })
  const path = carriedPath(way.carry, personId)
  return path ? redirect(path, { status: 307, headers }) : redirect(paths.myHome(), { headers })
}

/** A refused step with its way back beside it. A password is never sent back to the page. */
export async function withWayBack(answer: Response, way: WayBack): Promise<Response> {
  const { values, ...rest }: SignInAnswer = await answer.json()
  const { password: _, newPassword: __, ...kept } = values ?? {}
  const body: SignInAnswer = { ...rest, values: kept, way }
  const headers = new Headers(answer.headers)
  headers.delete('Content-Length')
  return json(body, { status: answer.status, headers })
}
