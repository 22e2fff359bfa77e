import '~/ui/styles/workspace.css'
import { Link, useParams } from '@remix-run/react'
import type { AskView } from '~/domain/applications/workspace-ask-view'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import type { Choice } from '~/ui/fields'
import { StillTrue } from '~/ui/still-true'
import { Tag } from '~/ui/tag'
import { EvidenceForm } from '../venue.$venueId.standards.$code.evidence.$kind/evidence-form'
import { Earlier } from './earlier'

type AskBoxProps = {
  ask: AskView
  code: string
  mayEdit: boolean
  policies: Choice[]
  today: string
}

/** One thing that a standard asks for: what is beside it already, and how to add more. */
export function AskBox({ ask, code, mayEdit, policies, today }: AskBoxProps) {
  return (
    <article className="card ask flow" id={ask.kind}>
      <h3>{ask.ask}</h3>
      <p>
        <Tag tone={ask.answered ? 'place' : 'soft'}>{ask.answered ? 'In place' : 'Still open'}</Tag>
      </p>
      {ask.coverage ? <p>{ask.coverage}</p> : null}
      {ask.zones ? <Zones words={ask.zones} /> : null}
      {ask.evidence.length > 0 ? <Given ask={ask} mayEdit={mayEdit} /> : null}
      <Earlier ask={ask} />
      {ask.signTo ? (
        <p>
          Your team can sign on their phone that they have read them, and are counted by themselves:{' '}
          <Link to={ask.signTo}>Read by your team</Link>
        </p>
      ) : null}
      {ask.refreshTo ? <NewDate to={ask.refreshTo} ask={ask.ask} /> : null}
      {mayEdit && !ask.zones && !ask.refreshTo ? (
        <Ways ask={ask} code={code} policies={policies} today={today} />
      ) : null}
    </article>
  )
}

/** The zones near the venue speak for its door team, as the staff list does for training. */
function Zones({ words }: { words: string[] }) {
  const { venueId = '' } = useParams()
  return (
    <>
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="actions">
        <ButtonLink to={paths.venueZones(venueId)} small>
          Open the zones near you
        </ButtonLink>
      </div>
    </>
  )
}

/** What the certificate counts by is not a draft, and has a page of its own. */
function NewDate({ to, ask }: { to: string; ask: string }) {
  return (
    <div className="actions">
      <ButtonLink to={to} small>
        Add a new date<span className="sr">: {ask}</span>
      </ButtonLink>
    </div>
  )
}

function Given({ ask, mayEdit }: { ask: AskView; mayEdit: boolean }) {
  return (
    <ul className="given">
      {ask.evidence.map((each) => (
        <li key={each.id}>
          <div>
            {each.to ? (
              <Link to={each.to} reloadDocument={each.isFile}>
                {each.title}
              </Link>
            ) : (
              <strong>{each.title}</strong>
            )}
            {each.detail ? <p className="soft">{each.detail}</p> : null}
            <p className="soft">{each.given}</p>
            {each.stillTrue ? <StillTrue {...each.stillTrue} title={each.title} /> : null}
          </div>
          {mayEdit ? (
            <p className="links">
              {each.pointTo ? (
                <Link to={each.pointTo}>
                  Say where to look<span className="sr"> in {each.title}</span>
                </Link>
              ) : null}
              {each.removeTo ? (
                <Link to={each.removeTo}>
                  Take away<span className="sr"> {each.title}</span>
                </Link>
              ) : null}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

type WaysProps = Pick<AskBoxProps, 'ask' | 'code' | 'policies' | 'today'>

function Ways({ ask, code, policies, today }: WaysProps) {
  const { venueId = '' } = useParams()
  const { kind, template, templateTo, uploadTo } = ask
  if (kind === 'training') {
    return (
      <div className="actions">
        <ButtonLink to={paths.team(venueId)} small>
          Open team and training
        </ButtonLink>
      </div>
    )
  }
  const single = !['policy', 'photo', 'blank_form'].includes(kind)
  const none = ask.evidence.length === 0
  return (
    <>
      {kind === 'policy' && none ? (
        <div className="actions">
          {templateTo ? (
            <ButtonLink to={templateTo} look="go">
              Write it from our template
            </ButtonLink>
          ) : null}
          <ButtonLink to={uploadTo}>Upload yours</ButtonLink>
        </div>
      ) : null}
      {kind !== 'policy' && templateTo ? (
        <p className="soft">
          The template <Link to={templateTo}>“{template}”</Link> can help with it.
        </p>
      ) : null}
      {kind === 'policy' && policies.length === 0 ? null : (
        <details
          className="more"
          open={(none && kind !== 'policy') || Boolean(ask.begun?.revision)}
        >
          <summary>{summaryOf(kind, none, single)}</summary>
          <EvidenceForm
            kind={kind}
            statement={ask.statement}
            policies={policies}
            today={today}
            action={paths.addEvidence(venueId, code, kind)}
            replaces={ask.replaces}
            begun={ask.begun}
            keepTo={paths.keepBegun(venueId, code, kind)}
          />
        </details>
      )}
    </>
  )
}

function summaryOf(kind: string, none: boolean, single: boolean): string {
  if (kind === 'policy') return 'Use a policy that you have here already'
  if (none) return 'Add it here'
  return single ? 'Bring it up to date' : 'Add another'
}
