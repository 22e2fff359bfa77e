import { Link } from '@remix-run/react'
import type { ReceiptNames } from '~/domain/applications/receipt-names.server'
import type { ShownNames } from '~/domain/applications/show-name-page.server'
import type { NameColumn } from '~/ui/shared-evidence'
import { showingWords } from '~/words/en/shown-names'

type To = (evidenceId: string, alias: string) => string

/** For the venue's own people: whose each number is, whether its name is shown, and the way to show it. */
export function ownNames({ people, past, mayShow }: ReceiptNames, shown: ShownNames, to: To) {
  return ({ id }: { id: string }): NameColumn => ({
    title: 'Only you see',
    of: (alias) => {
      const isHere = (each: { evidenceId: string; alias: string }) =>
        each.evidenceId === id && each.alias === alias
      const name = people.find((person) => person.alias === alias)?.name
      if (!name) return <span className="soft">{showingWords.gone}</span>
      const now = shown.find(isHere)
      const before = past.filter(isHere).at(-1)
      const said = now ?? before
      return (
        <>
          {name}
          {said ? (
            <span className="soft">
              <br />
              {said.words} {said.read}
            </span>
          ) : null}
          {mayShow ? (
            <>
              <br />
              <Link to={to(id, alias)} className="no-print">
                {now ? 'Change or hide' : 'Show this name'}
                <span className="sr"> of {alias}</span>
              </Link>
            </>
          ) : null}
        </>
      )
    },
  })
}
