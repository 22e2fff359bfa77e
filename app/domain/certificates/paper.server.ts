import { digestOf } from '../events.server'
import type { CertificateFacts } from './certificate-facts'
import { drawCertificate } from './certificate-pdf.server'

/** Counts up when the drawing changes, so that no browser keeps an older one. */
const drawing = 1
const remembered = 40
const drawn = new Map<string, Promise<Uint8Array>>()

/**
 * The certificate as a file. Equal facts give equal bytes, so its digest is known before it is drawn,
 * and what was drawn lately is handed out again.
 */
export function paperOf(facts: CertificateFacts) {
  const digest = digestOf(JSON.stringify([drawing, facts]))
  return {
    name: `certificate-${facts.number}.pdf`,
    digest,
    bytes(): Promise<Uint8Array> {
      const known = drawn.get(digest)
      if (known) return known
      const making = drawCertificate(facts)
      const oldest = drawn.size >= remembered ? drawn.keys().next().value : undefined
      if (oldest !== undefined) drawn.delete(oldest)
      drawn.set(digest, making)
      making.catch(() => drawn.delete(digest))
      return making
    },
  }
}
