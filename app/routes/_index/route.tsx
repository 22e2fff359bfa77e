import './home.css'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPack } from '~/domain/standards/load-pack'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { LampMark } from '~/ui/lamp-mark'
import { PublicShell } from '~/ui/public-shell'
import { areaWords } from '~/words/en/areas'
import { countOf } from '~/words/en/format'
import { standardAreas } from '~db/vocabulary'
import { LetterSample } from './letter-sample'
import { WaysIn } from './ways-in'

export const handle = { quiet: true }

export const meta: MetaFunction = () => [
  { title: 'Lamplight: accreditation for bars and restaurants that look after their guests' },
  {
    name: 'description',
    content:
      'A voluntary accreditation program for bars and restaurants. You write down how your team keeps people safe, and we say first what you do well.',
  },
]

const { set, settings } = readPack()

export function loader() {
  const areas = standardAreas.map((area) => {
    const count = set.standards.filter((standard) => standard.area === area).length
    return { area, ...areaWords[area], count: countOf(count, 'standard', 'standards') }
  })
  return { areas, place: settings.place, firstReadDays: settings.firstReadDays }
}

export default function Home() {
  const { areas, place, firstReadDays } = useLoaderData<typeof loader>()
  return (
    <PublicShell wrap={false}>
      <div className="hero">
        <div className="wrap">
          <div>
            <h1>You already look after your guests. Let’s make it show.</h1>
            <p>
              Lamplight is a voluntary accreditation program for bars and restaurants in {place},
              run by the police department with its partners. You write down how your team keeps
              people safe. We read it with you, and say first what you do well.
            </p>
            <div className="actions">
              <ButtonLink to={paths.join()} look="go" document>
                Join with your venue
              </ButtonLink>
              <ButtonLink to={paths.readiness()} document>
                See what you have already
              </ButtonLink>
              <ButtonLink to={paths.standards()} document>
                Read the standards
              </ButtonLink>
            </div>
          </div>
          <div className="glow">
            <LampMark size={150} />
          </div>
        </div>
      </div>
      <div className="wrap">
        <WaysIn />
      </div>
      <Steps firstReadDays={firstReadDays} />
      <LetterSample />
      <Promises />
      <Areas areas={areas} />
    </PublicShell>
  )
}

function Steps({ firstReadDays }: { firstReadDays: number }) {
  return (
    <section className="band">
      <div className="wrap flow">
        <h2>How it goes</h2>
        <ol className="steps">
          <li>
            <h3>You look around</h3>
            <p>Read what the program asks and why it helps. You may have most of it already.</p>
          </li>
          <li>
            <h3>You write, in private</h3>
            <p>
              Start your policies from a template, or upload your own. Add your team’s training.
              Nobody else sees a word.
            </p>
          </li>
          <li>
            <h3>You share when it suits you</h3>
            <p>
              Your liaison writes back within {firstReadDays} working days: first what you do well,
              then one step you could take together.
            </p>
          </li>
          <li>
            <h3>You put it by the door</h3>
            <p>Your certificate carries a code, so any guest can check that it is current.</p>
          </li>
        </ol>
      </div>
    </section>
  )
}

function Promises() {
  return (
    <section className="band">
      <div className="wrap flow">
        <h2>What you can count on</h2>
        <dl className="promises">
          <div>
            <dt>It is your choice</dt>
            <dd>
              Your wording, your pace, your dates. Pause or leave at any time, without a mark.
            </dd>
          </div>
          <div>
            <dt>Private until you share</dt>
            <dd>Before you share, you read who will see what. Staff names stay with you.</dd>
          </div>
          <div>
            <dt>Accredited, or not yet</dt>
            <dd>There is no “rejected” here. “Not yet” always comes with a plan and a helper.</dd>
          </div>
          <div>
            <dt>Calling early is welcome</dt>
            <dd>A call for help is a sign of trust. It is never counted against you here.</dd>
          </div>
        </dl>
      </div>
    </section>
  )
}

type AreaView = { area: string; title: string; about: string; count: string }

function Areas({ areas }: { areas: AreaView[] }) {
  return (
    <section className="band wash">
      <div className="wrap flow">
        <h2>What the standards cover</h2>
        <ul className="tasks">
          {areas.map(({ area, title, about, count }) => (
            <li key={area}>
              <a className="row" href={`${paths.standards()}#${area}`}>
                <b>{title}</b> <span className="tag soft">{count}</span> <small>{about}</small>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
