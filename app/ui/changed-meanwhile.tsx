import { seenWords } from '~/words/en/share-seen'
import type { FormAnswer } from './form'
import { Notice } from './notice'

/** At the top of a page that was checked before and reads differently now. */
export function ChangedMeanwhile({ answer }: { answer: FormAnswer | undefined }) {
  const changed = answer?.theirs?.changed
  if (changed === undefined) return null
  return (
    <Notice tone="warning" title={seenWords.title}>
      {[seenWords.before, changed, seenWords.after].filter(Boolean).join(' ')}
    </Notice>
  )
}
