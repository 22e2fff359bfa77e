import type { ApplicationRecord } from '~/domain/feedback/record.server'

/** What the venue added to keep its certificate current; its rounds stay as they were shared. */
export function AddedSince({ added }: Pick<ApplicationRecord, 'added'>) {
  if (added.length === 0) return null
  return (
    <section className="flow">
      <h2>Added since the certificate was issued</h2>
      <p className="soft">
        The venue adds these to keep its certificate current. What it shared in its rounds stays as
        it was.
      </p>
      <ul>
        {added.map(({ id, title, kind, details, words }) => (
          <li key={id}>
            <b>{title}</b>. {kind}: {details.join(' ')}
            {words ? <span className="pre"> {words}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
