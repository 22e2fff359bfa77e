import type { Standard } from '~/domain/standards/standard-set'
import { Tag } from '~/ui/tag'

/** One standard, in the order in which an owner asks: why, what, how, an example, and who helps. */
export function StandardArticle({ standard }: { standard: Standard }) {
  const { code, title, tier, why, asked, evidence, goodPractice, example, help, onlyIf } = standard
  return (
    <article className="card standard" id={code}>
      <div className="head">
        <h3>{title}</h3>
        <Tag>{tier === 'essential' ? <strong>Essential</strong> : 'Enhanced'}</Tag>
        {onlyIf === 'security_staff' ? <Tag>Only if you use security staff</Tag> : null}
      </div>
      <div>
        <h4>Why it helps your venue</h4>
        <p className="lead">{why}</p>
      </div>
      <div className="split">
        <div>
          <h4>What is asked</h4>
          <p>{asked}</p>
          <ul>
            {evidence.map(({ kind, ask }) => (
              <li key={`${kind}${ask}`}>{ask}.</li>
            ))}
          </ul>
        </div>
        <div>
          <h4>What good practice looks like</h4>
          <ul>
            {goodPractice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </div>
      <div>
        <h4>An example</h4>
        <p>{example}</p>
      </div>
      <p className="soft">
        {help} <span className="code">Standard {code}.</span>
      </p>
    </article>
  )
}
