import './funnel.css'
import { Table } from '~/ui/table'
import { countOf, formatNumber } from '~/words/en/format'
import {
  funnelDefinitions,
  funnelNames,
  medianDefinition,
  turnaroundDefinition,
} from '~/words/en/waiting'

type Step = {
  step: keyof typeof funnelNames
  ever: number
  lately: number
  days: {
    of: { ever: number; lately: number }
    ever: number | null
    lately: number | null
  } | null
}

type FunnelProps = {
  steps: Step[]
  turnaround: { answered: number; kept: number; days: number | null }
  since: string
}

/** How far venues come, as a small chart with its table, each figure with what it is. */
export function Funnel({ steps, turnaround, since }: FunnelProps) {
  const most = Math.max(...steps.map(({ lately }) => lately))
  return (
    <section className="section flow">
      <h2>How far venues come</h2>
      <p>
        In the last 12 months, since {since}, and since the beginning. From the log of what
        happened.
      </p>
      {most > 0 ? (
        <div className="funnel" aria-hidden="true">
          {steps.map(({ step, lately }) => (
            <div key={step}>
              <span>{funnelNames[step]}</span>
              <svg aria-hidden="true" focusable="false">
                <rect width={`${(100 * lately) / most}%`} height="100%" rx="3" />
              </svg>
              <b>{formatNumber(lately)}</b>
            </div>
          ))}
        </div>
      ) : null}
      <Table
        caption="Venues that came to each step for the first time"
        rows={steps}
        rowKey={({ step }) => step}
        columns={[
          { title: 'Step', cell: ({ step }) => funnelNames[step] },
          { title: 'Last 12 months', number: true, cell: ({ lately }) => formatNumber(lately) },
          {
            title: 'Days from the step before',
            number: true,
            cell: ({ days }) => medianWords(days, 'lately'),
          },
          { title: 'Since the beginning', number: true, cell: ({ ever }) => formatNumber(ever) },
          {
            title: 'Days, ever',
            number: true,
            cell: ({ days }) => medianWords(days, 'ever'),
          },
        ]}
      />
      <Turnaround {...turnaround} />
      <details className="more">
        <summary>What each figure is</summary>
        <dl className="definitions">
          {steps.map(({ step }) => (
            <div key={step}>
              <dt>{funnelNames[step]}</dt>
              <dd>{funnelDefinitions[step]}</dd>
            </div>
          ))}
          <div>
            <dt>Days from the step before</dt>
            <dd>{medianDefinition}</dd>
          </div>
          <div>
            <dt>Feedback and its promise</dt>
            <dd>{turnaroundDefinition}</dd>
          </div>
        </dl>
      </details>
    </section>
  )
}

function Turnaround({ answered, kept, days }: FunnelProps['turnaround']) {
  if (answered === 0) return <p>No response was sent in the last 12 months.</p>
  return (
    <p>
      Feedback: {formatNumber(kept)} of {countOf(answered, 'response', 'responses')} went out by the
      day that the venue was told.
      {days === null ? null : ` Half of them took ${countOf(days, 'day', 'days')} or fewer.`}
    </p>
  )
}

function medianWords(days: Step['days'], span: 'ever' | 'lately') {
  const median = days?.[span]
  if (median === null || median === undefined) return <span className="soft">–</span>
  return (
    <>
      {formatNumber(median)}
      <span className="soft"> ({countOf(days?.of[span] ?? 0, 'venue', 'venues')})</span>
    </>
  )
}
