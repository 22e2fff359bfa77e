import { Link } from '@remix-run/react'
import { showingWords } from '~/words/en/shown-names'
import { Button } from './button'
import { Form } from './form'
import { Notice } from './notice'
import type { NameColumn } from './shared-evidence'

type SeenName = { evidenceId: string; alias: string; name: string; until: string }

/** For staff: the names that the venue shows them, in the figures that they stand in. */
export function seenNamesOf(names: SeenName[]) {
  return ({ id }: { id: string }): NameColumn | null => {
    const here = names.filter(({ evidenceId }) => evidenceId === id)
    if (here.length === 0) return null
    return {
      title: 'Name',
      open: true,
      of: (alias) => {
        const seen = here.find((each) => each.alias === alias)
        if (!seen) return null
        return (
          <>
            {seen.name}
            <br />
            <span className="soft">{showingWords.shownByVenue(seen.until)}</span>
          </>
        )
      },
    }
  }
}

/** For staff: that names are shown to them, and what that asks of them. */
export function SeenNames({ names }: { names: SeenName[] }) {
  if (names.length === 0) return null
  return (
    <Notice title={showingWords.forStaff(names.length)}>
      <ul>
        {names.map(({ evidenceId, alias, name, until }) => (
          <li key={`${evidenceId} ${alias}`}>
            <a href={`#${evidenceId}`}>{alias}</a> is {name}, until {until}.
          </li>
        ))}
      </ul>
      <p>
        The venue reads when you opened this page. Please keep the name out of letters and notes:
        the number is enough there.
      </p>
    </Notice>
  )
}

type ShownName = {
  id: string
  alias: string
  name: string
  where: string
  to: string
  words: string
  read: string
  hide: string | null
}

/** For the venue: each name that it shows right now, where, until when, and the button that hides it. */
export function NamesShownNow({ shown }: { shown: ShownName[] }) {
  return (
    <ul className="plain flow">
      {shown.map(({ id, alias, name, where, to, words, read, hide }) => (
        <li key={id} className="flow">
          <p>
            <strong>
              {alias}: {name}
            </strong>
            . <Link to={to}>{where}</Link>. {words} {read}
          </p>
          {hide ? (
            <Form action={hide} label={`Hide the name of ${alias} again`}>
              <Button small pending="Hiding…" about={`the name of ${alias}`}>
                Hide again
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
