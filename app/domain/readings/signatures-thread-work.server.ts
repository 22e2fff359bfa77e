import { answerAsThread } from '../thread-work.server'
import { countSignatures } from './count-signatures.server'
import type { SignaturesTask } from './recounted.server'

/** The thread in which the signatures of a long team are counted. */
await answerAsThread<SignaturesTask, never, void>((db, { venueId, now }) =>
  db.transaction((tx) => countSignatures(tx, venueId, now)),
)
