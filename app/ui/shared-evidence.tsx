import './styles/shared-evidence.css'
import type { ReactNode } from 'react'
import { Markdown } from './markdown'
import { PagePreviews } from './page-previews'
import { Table } from './table'
import { Tag } from './tag'

type SharedEvidence = {
  id: string
  kind: string
  title: string
  details: string[]
  words: string
  sections: {
    anchor: string
    heading: string
    body: string
    pointedAt: boolean
    /** Which passages are new since the round before. */
    changed?: readonly string[]
  }[]
  pointer: string
  file: {
    id: string
    name: string
    size: string
    look: 'picture' | 'pages' | null
    pages: number | null
    waits: string
  } | null
  people: { alias: string; completedOn: string; endsOn: string; current: string }[]
}

type SharedStandard = {
  code: string
  title: string
  tier: string
  stance: string
  words: string
  otherWay: boolean
  evidence: SharedEvidence[]
}

type SharedStandardsProps = {
  standards: SharedStandard[]
  fileTo: (fileId: string) => string
  pageTo: (fileId: string, page: number) => string
  /** For the studio: what stands under a standard's heading, under each piece, and at its end. */
  aboutStandard?: (standard: SharedStandard) => ReactNode
  afterStandard?: (standard: SharedStandard) => ReactNode
  underEvidence?: (evidence: SharedEvidence, standard: SharedStandard) => ReactNode
  /** Beside the alias of each trained person: whose it is, where the page may say so. */
  names?: (evidence: SharedEvidence) => NameColumn | null
  /** Policies open in full, or wait behind their title. */
  open?: boolean
}

export type NameColumn = {
  title: string
  of: (alias: string) => ReactNode
  /** The list of people opens with the page. */
  open?: boolean
}

/** What a round holds, standard by standard, as the venue's receipt and the liaison's desk both show it. */
export function SharedStandards({ standards, ...rest }: SharedStandardsProps) {
  return (
    <div className="shared">
      {standards.map((standard) => (
        <section key={standard.code} id={standard.code} className="flow">
          <h3>{standard.title}</h3>
          <p className="kicker">
            {standard.code} · {standard.tier}
          </p>
          {standard.stance ? (
            <div className="notice">
              <p>
                <strong>{standard.stance}</strong> {standard.words}
              </p>
            </div>
          ) : null}
          {rest.aboutStandard?.(standard)}
          {standard.evidence.map((evidence) => (
            <article key={evidence.id} className="piece flow" id={evidence.id}>
              <Piece evidence={evidence} {...rest} />
              <People people={evidence.people} names={rest.names?.(evidence) ?? null} />
              {rest.underEvidence?.(evidence, standard)}
            </article>
          ))}
          {rest.afterStandard?.(standard)}
        </section>
      ))}
    </div>
  )
}

type PieceProps = { evidence: SharedEvidence } & Pick<
  SharedStandardsProps,
  'fileTo' | 'pageTo' | 'open'
>

function Piece({ evidence, fileTo, pageTo, open = false }: PieceProps) {
  const { id, kind, title, details, words, file, pointer } = evidence
  return (
    <>
      <h4>{title === kind ? kind : `${kind}: ${title}`}</h4>
      {details.length > 0 ? <p>{details.join(' ')}</p> : null}
      {words ? (
        <p className="passage" data-evidence={id}>
          {words}
        </p>
      ) : null}
      {file?.look === 'picture' ? (
        <img src={fileTo(file.id)} alt={words || title} loading="lazy" />
      ) : null}
      {file?.look === 'pages' ? (
        <PagePreviews
          name={file.name}
          pages={file.pages}
          first={Number(pointer) || 1}
          to={(page) => pageTo(file.id, page)}
        />
      ) : null}
      {file ? (
        <p>
          {file.waits ? (
            file.name
          ) : (
            <a href={fileTo(file.id)} download>
              {file.name}
            </a>
          )}{' '}
          ({file.size}){file.waits ? `. ${file.waits}` : ''}
          {pointer ? `. Where to look: page ${pointer}` : ''}
        </p>
      ) : null}
      <Sections evidence={evidence} open={open} />
    </>
  )
}

type PeopleProps = Pick<SharedEvidence, 'people'> & { names: NameColumn | null }

function People({ people, names }: PeopleProps) {
  if (people.length === 0) return null
  return (
    <details className="more" open={names?.open}>
      <summary>Each person by number</summary>
      <Table
        caption="Trained people, by number in place of a name"
        captionHidden
        columns={[
          { title: 'Person', cell: ({ alias }) => alias },
          ...(names ? [{ title: names.title, cell: ({ alias }: Person) => names.of(alias) }] : []),
          { title: 'Trained on', cell: ({ completedOn }) => completedOn },
          { title: 'Counts until', cell: ({ endsOn }) => endsOn },
          { title: 'Today', cell: ({ current }) => current },
        ]}
        rows={people}
        rowKey={({ alias }) => alias}
      />
    </details>
  )
}

type Person = SharedEvidence['people'][number]

function Sections({
  evidence: { id, sections },
  open,
}: {
  evidence: SharedEvidence
  open: boolean
}) {
  if (sections.length === 0) return null
  const text = sections.map(({ anchor, heading, body, pointedAt, changed }) => (
    <div key={anchor} className="flow" id={`${id}-${anchor}`}>
      <h5>
        {heading} {pointedAt ? <Tag>Where to look</Tag> : null}
      </h5>
      <div className="passage flow" data-evidence={id} data-anchor={anchor}>
        <Markdown text={body} heading="h6" changed={changed} />
      </div>
    </div>
  ))
  if (open) return <>{text}</>
  return (
    <details className="more">
      <summary>Read the policy as it was shared</summary>
      <div className="flow">{text}</div>
    </details>
  )
}
