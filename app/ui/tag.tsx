import type { ReactNode } from 'react'

/** `next`: yours to do. `place`: in place. `soft`: everything else. `law`: a law item. The words carry the meaning. */
export type TagTone = 'next' | 'place' | 'soft' | 'law'

export function Tag({ tone = 'soft', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`tag ${tone}`}>{children}</span>
}
