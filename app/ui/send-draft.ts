import type { SaveResult } from './autosave'
import type { FormAnswer } from './form'

type SavedAnswer = { saved: { words: string; revision: string } }

type Draft = {
  /** The address that the form posts to, and the route that answers there. */
  action: string
  route: string
  fields: Record<string, string>
  revision: string
  /** The field whose other text is shown after a lost race. */
  shows: string
}

/** Sends a draft in the background, and reads the answer that a form post would get. */
export async function sendDraft(draft: Draft): Promise<SaveResult> {
  const { action, route, fields, revision, shows } = draft
  const body = new URLSearchParams({ ...fields, revision, answer: 'here' })
  const response = await fetch(`${action}?_data=${encodeURIComponent(route)}`, {
    method: 'POST',
    body,
    keepalive: String(body).length < 20_000,
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
      theirs: theirs[shows] ?? '',
      revision: theirs.revision ?? revision,
    }
  }
  const [sentence = 'This was not saved. Please copy your text and open the page again.'] =
    Object.values(errors)
  return { kind: 'refused', sentence }
}
