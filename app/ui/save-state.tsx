import './styles/forms.css'
import type { SaveState } from './autosave'
import { Notice } from './notice'

/** When it was saved, in the line beside the button. */
export function saveWords(state: SaveState, before: string): string {
  switch (state.kind) {
    case 'saving':
      return 'Saving…'
    case 'saved':
      return state.words
    case 'offline':
      return 'Not saved yet: we cannot reach the server. We try again in a moment; please keep this page open.'
    case 'idle':
      return before
    default:
      return 'Not saved yet.'
  }
}

/** What keeps a text from being saved. The text itself stays in its box. */
export function SaveTrouble({ state, onPost }: { state: SaveState; onPost: () => void }) {
  if (state.kind === 'refused') {
    return (
      <p className="error" role="alert">
        {state.sentence}
      </p>
    )
  }
  if (state.kind === 'conflict') {
    return (
      <div role="alert">
        <Notice tone="warning" title={state.sentence}>
          <p>What stands there now:</p>
          <blockquote className="own-words">{state.theirs}</blockquote>
        </Notice>
      </div>
    )
  }
  if (state.kind === 'signedOut') {
    return (
      <div role="alert">
        <Notice tone="warning" title="You were signed out; your text is still here">
          <p>Save it now: you sign in again, and your text comes with you.</p>
          <button type="button" className="btn quiet small" onClick={onPost}>
            Save and sign in
          </button>
        </Notice>
      </div>
    )
  }
  return null
}
