import type { SeenName } from '~/domain/applications/see-names.server'
import { asksFor } from '~/domain/feedback/new-item'
import type { Studio } from '~/domain/feedback/studio.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { SharedStandards } from '~/ui/shared-evidence'
import { SeenNames, seenNamesOf } from '~/ui/shown-names'
import { standingNames } from '~/words/en/feedback'
import { QuotePassage } from './quote-passage'

/** What the venue shared. Each piece has the button with which a strength begins on it. */
export function EvidencePane({ page, names }: { page: Studio; names: SeenName[] }) {
  return (
    <section id="evidence" className="studio-pane flow" aria-labelledby="evidence-title">
      <h2 id="evidence-title">What they shared</h2>
      {page.words ? (
        <Notice title={`A word from ${page.venue}`}>
          <p className="pre">{page.words}</p>
        </Notice>
      ) : null}
      {page.ruler ? (
        <Notice title="Their ruler, which they chose to share">{page.ruler}</Notice>
      ) : null}
      <p className="soft">
        Begin with what they do well. Mark a passage to quote it, or use the button under a piece.
      </p>
      <SeenNames names={names} />
      <QuotePassage />
      <SharedStandards
        standards={page.standards}
        open
        names={seenNamesOf(names)}
        fileTo={(fileId) =>
          page.part
            ? paths.partFile(page.part.id, fileId)
            : paths.reviewFile(page.applicationId, fileId)
        }
        pageTo={(fileId, number) =>
          page.part
            ? paths.partFilePage(page.part.id, fileId, number)
            : paths.reviewFilePage(page.applicationId, fileId, number)
        }
        aboutStandard={(standard) => <AtHand page={page} code={standard.code} />}
        afterStandard={(standard) => (
          <>
            {page.part ? null : <Standing page={page} standard={standard} />}
            <div className="actions inline">
              <Add kind="question" standard={standard}>
                Ask a question
              </Add>
              <Add kind="next_step" standard={standard}>
                Offer a next step
              </Add>
              {standard.otherWay && !page.part ? (
                <Add kind="accepted_alternative" standard={standard}>
                  Accept their way in writing
                </Add>
              ) : null}
            </div>
          </>
        )}
        underEvidence={(evidence, standard) => (
          <div className="actions inline">
            <Add kind="strength" standard={standard} roundEvidenceId={evidence.id}>
              Note a strength here
            </Add>
            <Add kind="next_step" standard={standard} roundEvidenceId={evidence.id}>
              Offer a next step here
            </Add>
          </div>
        )}
      />
      <Unshared page={page} />
    </section>
  )
}

type AddProps = {
  kind: Parameters<typeof asksFor>[0]['kind']
  standard: { code: string; title: string }
  roundEvidenceId?: string
  children: string
}

/** Saves what is typed and comes back with one more part. It belongs to the form on the other side. */
function Add({ kind, standard, roundEvidenceId, children }: AddProps) {
  const evidence = roundEvidenceId as Parameters<typeof asksFor>[0]['roundEvidenceId']
  const value = asksFor({ kind, standard: standard.code, roundEvidenceId: evidence ?? null })
  return (
    <Button small form="studio" name="add" value={value} about={`on ${standard.title}`}>
      {children}
    </Button>
  )
}

/** What changed since the last round, and what the standard is for, beside what the venue shared. */
function AtHand({ page, code }: { page: Studio; code: string }) {
  const standard = page.standards.find((each) => each.code === code)
  if (!standard) return null
  const { changes, asked, why, goodPractice } = standard
  return (
    <>
      {changes.length > 0 ? (
        <p>
          <b>Since the last round:</b> {changes.join(' ')}
        </p>
      ) : null}
      <details className="more">
        <summary>What it is for, and good practice</summary>
        <div className="flow">
          <p>{asked}</p>
          <p>{why}</p>
          <ul>
            {goodPractice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </details>
    </>
  )
}

type StandingProps = { page: Studio; standard: { code: string; title: string } }

/** How the standard stands, as the letter says it. It belongs to the form on the other side. */
function Standing({ page, standard: { code, title } }: StandingProps) {
  const chosen = page.draft?.standings?.[code] ?? ''
  const choices = [...Object.entries(standingNames), ['', 'Say nothing yet']]
  return (
    <fieldset className="standing">
      <legend>
        How it stands <span className="sr">on {title}</span>
      </legend>
      {choices.map(([value = '', words]) => (
        <label key={value}>
          <input
            type="radio"
            form="studio"
            name={`standings.${code}`}
            value={value}
            defaultChecked={value === chosen}
          />
          {words}
        </label>
      ))}
    </fieldset>
  )
}

/** Essentials without a word so far. A strength from elsewhere in the round can open the way to a step. */
function Unshared({ page: { unshared } }: { page: Studio }) {
  const essentials = unshared.filter(({ essential }) => essential)
  if (essentials.length === 0) return null
  return (
    <section className="flow">
      <h3>Essentials not shared yet</h3>
      <p>
        The venue sees these on its own task list. A step on one of them begins with a strength too:
        something they shared elsewhere that goes half the way.
      </p>
      {essentials.map((standard) => (
        <details className="more" key={standard.code}>
          <summary>{standard.title}</summary>
          <div className="actions inline">
            <Add kind="strength" standard={standard}>
              Note a strength
            </Add>
            <Add kind="question" standard={standard}>
              Ask a question
            </Add>
            <Add kind="next_step" standard={standard}>
              Offer a next step
            </Add>
          </div>
        </details>
      ))}
    </section>
  )
}
