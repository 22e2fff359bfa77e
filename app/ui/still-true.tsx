import { keepWords } from '~/words/en/keep-current'
import { Button } from './button'

type StillTrueProps = { to: string; said: string; title: string }

/** "Still true?" with its one tap. A plain form: the page comes back at this place, with the day. */
export function StillTrue({ to, said, title }: StillTrueProps) {
  if (!to) return <p className="soft">{said}</p>
  return (
    <form method="post" action={to} className="still-true">
      <span className="soft">{said}</span>{' '}
      <Button small>
        {keepWords.yes}
        <span className="sr">: {title}</span>
      </Button>
    </form>
  )
}
