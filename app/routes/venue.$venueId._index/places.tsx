import { Link, useParams } from '@remix-run/react'
import { paths } from '~/paths'

type Paper = { id: string; to: string; words: string }
type PlacesProps = {
  letters: Paper[]
  shares: (Paper & { reference: string })[]
  accredited: boolean
  confirmed: boolean
}

/** The rooms of the workspace, with every letter and every share. */
export function Places({ letters, shares, accredited, confirmed }: PlacesProps) {
  const { venueId = '' } = useParams()
  const places = [
    {
      to: paths.application(venueId),
      title: 'Task list',
      about: 'Every standard, and where each one stands.',
    },
    {
      to: paths.selfCheck(venueId),
      title: 'Readiness check',
      about: 'What you have already, and what could come first. Only your team reads it.',
    },
    {
      to: paths.policies(venueId),
      title: 'Policies',
      about: 'What you wrote for your team, or uploaded.',
    },
    {
      to: paths.team(venueId),
      title: 'Team and training',
      about: 'Your staff list and who is trained in what. Names stay with you.',
    },
    {
      to: paths.dues(venueId),
      title: 'What falls due',
      about: 'Trainings and dates that run out, the soonest first.',
    },
    ...(confirmed
      ? [
          {
            to: paths.contacts('venue', venueId),
            title: 'Contacts',
            about: 'When you and your liaison met, and whether it was helpful.',
          },
        ]
      : []),
    ...(accredited
      ? [
          {
            to: paths.venueCertificate(venueId),
            title: 'Certificate',
            about: 'Download it, print it, or let it rest.',
          },
        ]
      : []),
  ]
  return (
    <section className="flow">
      <h2>Your workspace</h2>
      <ul className="tasks">
        {places.map(({ to, title, about }) => (
          <li key={to}>
            <Link to={to} className="row">
              <b>{title}</b> <small>{about}</small>
            </Link>
          </li>
        ))}
        {letters.map(({ id, to, words }) => (
          <li key={id}>
            <Link to={to} className="row">
              <b>{words}</b> <small>From your liaison.</small>
            </Link>
          </li>
        ))}
        {shares.map(({ id, to, words, reference }) => (
          <li key={id}>
            <Link to={to} className="row">
              <b>{words}</b> <small>Your receipt, {reference}, with exactly what went along.</small>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
