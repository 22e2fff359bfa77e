import type { SaveResult } from '~/ui/autosave'
import type { FormAnswer } from '~/ui/form'

const route = 'routes/venue.$venueId.policies.$policyId.sections.$anchor'

export type SavedAnswer = { saved: { words: string; revision: string } }

/** Sends one section in the background, and reads the answer that a form post would get. */
export async function sendSection(
  action: string,
  body: string,
  revision: string,
): Promise<SaveResult> {
  const response = await fetch(`${action}?_data=${encodeURIComponent(route)}`, {
    method: 'POST',
    body: new URLSearchParams({ body, revision, answer: 'here' }),
    keepalive: body.length < 20_000,
  })
  if (response.status === 401 || response.status === 403 || response.redirected) {
    return { kind: 'signedOut' }
  }
  if (response.status >= 500) throw new Error('The server could not answer.')
  const answer: SavedAnswer | FormAnswer = await response.json()
  if ('saved' in answer) return { kind: 'saved', ...answer.saved }
  const { errors = {}, theirs } = answer as FormAnswer
  if (theirs) {
    return {
      kind: 'conflict',
      sentence: errors[''] ?? '',
      theirs: theirs.body ?? '',
      revision: theirs.revision ?? revision,
    }
  }
  const [sentence = 'This was not saved. Please copy your text and open the page again.'] =
    Object.values(errors)
  return { kind: 'refused', sentence }
}
