import './styles/forms.css'
import './styles/workspace.css'
import { Link, useParams, useSearchParams } from '@remix-run/react'
import { paths } from '~/paths'
import { keepWords } from '~/words/en/keep-current'
import { Notice } from './notice'
import { StillTrue } from './still-true'

type Kept = {
  id: string
  title: string
  detail: string
  standard: string
  to: string
  changeTo: string
  stillTrue: { to: string; said: string } | null
}

/** So many stand open; the others are one tap away. */
const first = 8

/** What an accredited venue stands on. Nothing of it is due; a tap keeps the day. */
export function StillTrueList({ kept }: { kept: Kept[] }) {
  const { venueId = '' } = useParams()
  const said = useSearchParams()[0].get('said')
  const done = kept.find(({ id }) => id === said)
  const rest = kept.slice(first)
  return (
    <section className="flow" id="keep">
      <h2>{keepWords.ask}</h2>
      <p>
        Everything that you put beside the standards, what you looked at longest ago first. Nobody
        waits for this. What is dated stands under{' '}
        <Link to={paths.dues(venueId)}>what falls due</Link>.
      </p>
      <p>
        What has changed, you change beside its standard, and it waits with your team.{' '}
        <Link to={paths.amend(venueId)}>{keepWords.share}</Link> with your liaison when you like;
        your accreditation goes on meanwhile.
      </p>
      {done ? (
        <Notice tone="success" live>
          {keepWords.done(done.title)}
        </Notice>
      ) : null}
      <Things things={kept.slice(0, first)} />
      {rest.length > 0 ? (
        <details className="more">
          <summary>{keepWords.others(rest.length)}</summary>
          <Things things={rest} />
        </details>
      ) : null}
    </section>
  )
}

function Things({ things }: { things: Kept[] }) {
  return (
    <ul className="given">
      {things.map(({ id, title, detail, standard, to, changeTo, stillTrue }) => (
        <li key={id}>
          <div>
            <strong>{title}</strong>
            <p className="soft">
              <Link to={to}>{standard}</Link>
              {detail ? ` · ${detail}` : ''}
            </p>
          </div>
          {stillTrue ? <StillTrue {...stillTrue} title={title} changeTo={changeTo} /> : null}
        </li>
      ))}
    </ul>
  )
}
