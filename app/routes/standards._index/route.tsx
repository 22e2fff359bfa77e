import './standards.css'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readPack } from '~/domain/standards/load-pack'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { PublicShell } from '~/ui/public-shell'
import { areaWords } from '~/words/en/areas'
import { countOf } from '~/words/en/format'
import { standardAreas } from '~db/vocabulary'
import { StandardArticle } from './standard-article'

export const handle = { quiet: true }

export const meta: MetaFunction = () => [
  { title: 'The standards – Lamplight' },
  {
    name: 'description',
    content:
      'Every standard of the program: why it helps your venue, what is asked, and an example.',
  },
]

const { set } = readPack()

export function loader() {
  const { standards, distinction } = set
  const essentials = standards.filter((standard) => standard.tier === 'essential').length
  const enhanced = standards.length - essentials
  return {
    essentials: countOf(essentials, 'essential standard', 'essential standards'),
    enhanced: countOf(enhanced, 'enhanced standard', 'enhanced standards'),
    distinction,
    areas: standardAreas.map((area) => ({
      area,
      ...areaWords[area],
      standards: standards.filter((standard) => standard.area === area),
    })),
  }
}

export default function Standards() {
  const { areas, essentials, enhanced, distinction } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <h1>The standards</h1>
      <p className="lead">
        There are {essentials} and {enhanced}. A venue is accredited when every essential is in
        place, and accredited with distinction when {distinction} of the enhanced are in place too.
      </p>
      <p>
        Something does not fit your venue? You can say why it does not apply, or show another way
        that you reach the same end. None of this is legal advice.
      </p>
      <nav aria-label="Standards on this page" className="flow section">
        <h2>On this page</h2>
        <ul className="plain toc">
          {areas.flatMap(({ standards }) =>
            standards.map(({ code, title }) => (
              <li key={code}>
                <a href={`#${code}`}>{title}</a>
              </li>
            )),
          )}
        </ul>
      </nav>
      {areas.map(({ area, title, about, standards }) => (
        <section key={area} id={area} className="flow">
          <h2>{title}</h2>
          <p className="lead">{about}</p>
          {standards.map((standard) => (
            <StandardArticle key={standard.code} standard={standard} />
          ))}
        </section>
      ))}
      <section className="flow">
        <h2>Ready to look at your own venue?</h2>
        <p>
          Twelve plain questions show how much of this you have already, without an account. And
          nobody else sees what you write until you choose to share it.
        </p>
        <div className="actions">
          <ButtonLink to={paths.readiness()} document>
            Answer the readiness check
          </ButtonLink>
          <ButtonLink to={paths.join()} look="go" document>
            Join with your venue
          </ButtonLink>
          <ButtonLink to={paths.claim()} document>
            Use the code from your letter
          </ButtonLink>
        </div>
      </section>
    </PublicShell>
  )
}
