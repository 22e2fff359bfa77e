import { Link } from '@remix-run/react'
import { keepWords } from '~/words/en/keep-current'
import { Button } from './button'

type StillTrueProps = {
  to: string
  said: string
  title: string
  /** Where it can be changed, when that is another page. */
  changeTo?: string
}

/** "Still true?" with its one tap, or the way to change it. A plain form: the page comes back at this place, with the day. */
export function StillTrue({ to, said, title, changeTo }: StillTrueProps) {
  if (!to) return <p className="soft">{said}</p>
  return (
    <form method="post" action={to} className="still-true">
      <span className="soft">{said}</span>{' '}
      <Button small>
        {keepWords.yes}
        <span className="sr">: {title}</span>
      </Button>
      {changeTo ? (
        <>
          {' '}
          <Link to={changeTo}>
            {keepWords.no}
            <span className="sr">: {title}</span>
          </Link>
        </>
      ) : null}
    </form>
  )
}
