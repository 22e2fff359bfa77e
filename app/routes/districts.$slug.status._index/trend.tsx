import { Table } from '~/ui/table'
import { Counted } from './figures'

type Month = { day: string; month: string; value: string; least: number; most: number }

const bar = { width: 34, gap: 16, height: 110 }

/** Six months as bars, and the same as a table. A bar is full up to the least, and light up to the most. */
export function Trend({ months, definition }: { months: Month[]; definition: string }) {
  const top = Math.max(10, ...months.map(({ most }) => most))
  const up = (count: number) => Math.round((bar.height * count) / top)
  const wide = months.length * (bar.width + bar.gap)
  return (
    <section className="flow" aria-labelledby="trend">
      <h2 id="trend">Accredited, month by month</h2>
      <div className="split">
        <div className="flow">
          <svg className="trend" viewBox={`0 0 ${wide} ${bar.height + 22}`} aria-hidden="true">
            {months.map(({ day, month, least, most }, index) => (
              <g
                key={day}
                transform={`translate(${index * (bar.width + bar.gap) + bar.gap / 2} 0)`}
              >
                <rect
                  className="part"
                  y={bar.height - up(most)}
                  width={bar.width}
                  height={up(most) - up(least)}
                />
                <rect
                  className="full"
                  y={bar.height - up(least)}
                  width={bar.width}
                  height={up(least)}
                />
                <text x={bar.width / 2} y={bar.height + 16}>
                  {month.slice(0, 3)}
                </text>
              </g>
            ))}
            <path className="ground" d={`M0 ${bar.height}H${wide}`} />
          </svg>
          <p className="soft">
            The full part of a bar is the least it can be, the dashed part the most.
          </p>
        </div>
        <Table
          caption="Accredited venues at the end of each month"
          columns={[
            { title: 'Month', cell: ({ month }) => month },
            { title: 'Accredited', cell: ({ value }) => value, number: true },
          ]}
          rows={months}
          rowKey={({ day }) => day}
        />
      </div>
      <Counted name="the months">{definition}</Counted>
    </section>
  )
}
