import { type APIRequestContext, expect, request } from '@playwright/test'
import type { RunningLamplight } from '../server'
import { storedValue } from './demo'

/** Requests of somebody of the demo who is signed in, without a browser. */
export async function requestsOf(site: RunningLamplight, name: string): Promise<APIRequestContext> {
  const personId = storedValue(site, 'SELECT id FROM people WHERE name = ?', name)
  const headers = { Origin: site.url }
  const person = await request.newContext({ baseURL: site.url, extraHTTPHeaders: headers })
  const answer = await person.post('/demo/sign-in', { form: { personId }, maxRedirects: 0 })
  expect(answer.status()).toBe(302)
  return person
}
