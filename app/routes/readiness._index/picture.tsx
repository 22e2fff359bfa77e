import '~/ui/styles/records.css'
import type { PictureLine, PictureView } from '~/domain/standards/readiness-view'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Tag } from '~/ui/tag'
import { ruleOfThumb } from '~/words/en/readiness'

type PictureProps = { picture: PictureView; answers: Readonly<Record<string, string>> }

/** What the answers sound like: what is there first, then what comes first. */
export function Picture({ picture, answers }: PictureProps) {
  const { title, rest, counts, first, others } = picture
  const inPlace = others.filter(({ standing }) => standing === 'in_place')
  const silent = others.filter(({ standing }) => standing !== 'in_place')
  return (
    <>
      <h1>{title}</h1>
      {rest ? <p className="lead">{rest}</p> : null}
      <Bar {...counts} />
      <p>
        This is how it sounds from your answers. Nobody has looked, and nothing is stored. Print
        this page if you want to keep it.
      </p>
      {counts.sittings > 0 ? <p className="soft">{ruleOfThumb}</p> : null}
      <StartWith answers={answers} />
      {inPlace.length > 0 ? (
        <section className="flow">
          <h2>You have this already</h2>
          <ul className="tasks">
            {inPlace.map(({ code, title, status, why }) => (
              <li key={code}>
                <div className="row">
                  <b>{title}</b> <Tag tone="place">{status}</Tag> <small>{why}</small>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {first.length > 0 ? (
        <section className="flow">
          <h2>What could come first</h2>
          <p>
            First what is nearly there, then what you can do at a desk, then what needs a class for
            your team. Any other order is as good.
          </p>
          <ol className="plain open-ones">
            {first.map((line, index) => (
              <OpenOne key={line.code} line={line} number={index + 1} />
            ))}
          </ol>
        </section>
      ) : null}
      {silent.length > 0 ? (
        <section className="flow">
          <h2>What this picture says nothing about</h2>
          <ul className="tasks">
            {silent.map(({ code, title, status, why }) => (
              <li key={code}>
                <div className="row">
                  <b>{title}</b> <Tag>{status}</Tag> <small>{why}</small>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function OpenOne({ line, number }: { line: PictureLine; number: number }) {
  const { code, title, status, standing, why, template, needsClass, help } = line
  return (
    <li className="card flow">
      <h3>
        {number}. {title}
      </h3>
      <p>
        <Tag tone={standing === 'nearly' ? 'next' : 'soft'}>{status}</Tag>
      </p>
      <p>{why}</p>
      {template ? (
        <p>
          <strong>A template is there:</strong> “{template}”, with a question under each heading.
        </p>
      ) : null}
      {needsClass ? (
        <p>
          <strong>It takes a class,</strong> so a date early on helps.
        </p>
      ) : null}
      <p className="soft">
        {help}{' '}
        <a href={`${paths.standards()}#${code}`}>
          What is asked<span className="sr">: {title}</span>
        </a>
      </p>
    </li>
  )
}

type BarProps = PictureView['counts']

function Bar({ total, inPlace, nearly, toBegin, unanswered }: BarProps) {
  const width = (count: number) => `${total ? (100 * count) / total : 0}%`
  const parts = [
    `${inPlace} sound in place`,
    `${nearly} nearly there`,
    `${toBegin} to begin`,
    ...(unanswered > 0 ? [`${unanswered} not answered`] : []),
  ]
  return (
    <div className="meter">
      <svg aria-hidden="true" focusable="false">
        <rect className="full" width={width(inPlace)} height="100%" />
        <rect className="part" x={width(inPlace)} width={width(nearly)} height="100%" />
      </svg>
      <p className="soft">
        {total} essentials: {parts.join(', ')}
      </p>
    </div>
  )
}

/** The answers travel on only when somebody asks for it here. */
function StartWith({ answers }: Pick<PictureProps, 'answers'>) {
  return (
    <form method="post" action={paths.startFromReadiness()} className="card next flow no-print">
      <h2>Start with these answers</h2>
      <p>
        Your application begins as a private draft, with these answers beside it. They wait in this
        browser for two hours, and only your own team ever reads them.
      </p>
      {Object.entries(answers).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="actions">
        <Button look="go">Start with these answers</Button>
        <ButtonLink to={paths.standards()} document>
          Read the standards first
        </ButtonLink>
      </div>
    </form>
  )
}
