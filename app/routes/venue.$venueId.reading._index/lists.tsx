import type { ReadingPage } from '~/domain/readings/reading-page.server'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'

export function NamesList({ rows }: { rows: { id: string; text: string }[] }) {
  return (
    <ul>
      {rows.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}

/** Signatures whose name is not on the staff list, or stands there twice. */
export function SignedList({ unknown }: Pick<ReadingPage, 'unknown'>) {
  return (
    <Notice title="We could not tell who of your team this is">
      <ul className="plain flow">
        {unknown.map(({ id, name, words, matchTo, asideTo }) => (
          <li key={id}>
            <p>
              <b>{name}</b>. {words}
            </p>
            <div className="actions">
              <ButtonLink to={matchTo} small about={name}>
                Say who it is
              </ButtonLink>
              <ButtonLink to={asideTo} small about={name}>
                Set aside
              </ButtonLink>
            </div>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
