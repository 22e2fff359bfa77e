import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { countOf } from '~/words/en/format'

type Props = {
  ways: { answerTo: string; shareTo: string; sharedOn: string; standards: unknown[] }
  /** What changed, where the page tells it in full. */
  children?: ReactNode
}

/** Once a letter is here: two ways on, each as welcome as the other. */
export function WaysOn({ ways: { answerTo, shareTo, ...since }, children }: Props) {
  const again = 'Your liaison reads your workspace as it stands then. You look it over first.'
  return (
    <section className="flow no-print" id="ways-on">
      <h2>Two ways to go on</h2>
      <p>Take either, both, or neither. There is no date by which you must.</p>
      {children}
      <ul className="tasks" aria-label="Two ways to go on">
        <li>
          <Link to={answerTo} className="row">
            <b>Answer without sharing</b>{' '}
            <small>Reply to the letter, or answer its steps. Nothing else goes along.</small>
          </Link>
        </li>
        <li>
          <Link to={shareTo} className="row">
            <b>Share again</b> <small>{children ? again : `${again} ${changedWords(since)}`}</small>
          </Link>
        </li>
      </ul>
    </section>
  )
}

function changedWords({ sharedOn, standards }: Pick<Props['ways'], 'sharedOn' | 'standards'>) {
  return standards.length === 0
    ? `You have changed nothing since ${sharedOn}.`
    : `You have changed something on ${countOf(standards.length, 'standard', 'standards')} since ${sharedOn}.`
}
