import { HiddenField, Select } from '~/ui/fields'
import { countOf, formatNumber } from '~/words/en/format'

type Choice = { name: string; venues: number; district: string; known: boolean }
type Props = { first: boolean; choices: Choice[]; districts: string[]; without: number }

/** Which neighborhood belongs to which district: the proposal at a glance, and each choice below it. */
export function DistrictChoice({ first, choices, districts, without }: Props) {
  const isNew = choices.filter(({ known }) => !known).length
  return (
    <section className="section flow" aria-labelledby="districts-heading">
      <h2 id="districts-heading">Neighborhoods and districts</h2>
      <p>
        {first
          ? `The list names ${countOf(choices.length, 'neighborhood', 'neighborhoods')}. We propose ${countOf(districts.length, 'district', 'districts')} of places that lie together; the choice is yours.`
          : `Known neighborhoods keep their district.${isNew > 0 ? ` ${countOf(isNew, 'new one is', 'new ones are')} proposed for the nearest.` : ''}`}{' '}
        Each district has its own liaisons.
        {without > 0
          ? ` ${countOf(without, 'venue has', 'venues have')} no neighborhood and can be placed one by one.`
          : ''}
      </p>
      <ul className="cards">
        {districts.map((district) => (
          <DistrictCard
            key={district}
            name={district}
            members={choices.filter((choice) => choice.district === district)}
          />
        ))}
      </ul>
      <details className="more">
        <summary>Change which district a neighborhood belongs to</summary>
        <div className="cards">
          {choices.map(({ name, venues, district }, index) => (
            <div key={name}>
              <HiddenField name={`neighborhoods.${index}.name`} value={name} />
              <Select
                name={`neighborhoods.${index}.district`}
                label={`${name} (${formatNumber(venues)})`}
                prompt="No district yet"
                choices={districts.map((each) => ({ value: each, label: each }))}
                defaultValue={district}
              />
            </div>
          ))}
        </div>
      </details>
    </section>
  )
}

function DistrictCard({ name, members }: { name: string; members: Choice[] }) {
  const venues = members.reduce((sum, member) => sum + member.venues, 0)
  return (
    <li className="card flow">
      <h3>{name}</h3>
      <p className="soft">
        {members.length > 0 ? countOf(venues, 'venue', 'venues') : 'Nothing from this list'}
      </p>
      <p>{members.map((member) => member.name).join(', ')}</p>
    </li>
  )
}
