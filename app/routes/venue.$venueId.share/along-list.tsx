import type { SharePage } from '~/domain/applications/share-page.server'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'

type Standard = SharePage['standards'][number]

/** Every standard with what goes along for it, and a way to change it. */
export function AlongList({ standards }: { standards: Standard[] }) {
  return (
    <SummaryList
      rows={standards.map((standard) => ({
        term: standard.title,
        detail: <Along standard={standard} />,
        change: { to: standard.to },
      }))}
    />
  )
}

function Along({ standard }: { standard: Standard }) {
  const { tier, status, said, evidence, coverage, staysHere, goesAlong } = standard
  return (
    <>
      <p>
        <Tag tone={status.tone}>{status.words}</Tag> <span className="soft">{tier}</span>
      </p>
      {said ? <p>{said}</p> : null}
      {evidence.length > 0 ? (
        <ul>
          {evidence.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : null}
      {coverage ? <p>{coverage}</p> : null}
      {staysHere ? <p className="soft">{staysHere}</p> : null}
      {goesAlong || staysHere ? null : <p className="soft">Nothing goes along for this one yet.</p>}
    </>
  )
}
