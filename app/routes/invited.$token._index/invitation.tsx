import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

/** What the button does: it depends on who is signed in. */
export type WayIn = 'accept' | 'other' | 'staff' | 'code'

type OpenProps = {
  token: string
  name: string
  way: WayIn
  spoken: boolean
  handOver: boolean
  email: string
  from: string
  what: string
  means: string
  until: string
  answer: FormAnswer | undefined
}

export function OpenInvitation(props: OpenProps) {
  const { name, from, what, means, until } = props
  return (
    <>
      <h1>Welcome, {name}</h1>
      <p className="lead">
        {from} invites you to be {what}.
      </p>
      <p>{means}</p>
      {props.handOver ? <p>{from} hands the venue over to you when you accept.</p> : null}
      <Go {...props} />
      <p>
        The invitation is open until {until}. You do not know {from}? Close this page: nothing
        happens.
      </p>
    </>
  )
}

function Go({ token, way, spoken, email, what, answer }: OpenProps) {
  if (way === 'other') {
    return (
      <Notice title="You are signed in with another address">
        This invitation is for {email}. If that is yours too, sign out at the top of the page, and
        open the link from your email again.
      </Notice>
    )
  }
  if (way === 'staff') {
    return (
      <>
        <p>You have a staff sign-in already. Sign in with it, and this page comes back.</p>
        <ButtonLink to={paths.staffSignIn(paths.invited(token))} look="go" document>
          Sign in as program staff
        </ButtonLink>
      </>
    )
  }
  if (way === 'code') {
    return (
      <Form document answer={answer} label="Go on with the invitation">
        <p>
          To make sure that it is you, we send a code to {email}. You type it on the next page.
          {spoken ? ' After that, have the word ready that you were told.' : null}
        </p>
        <Button look="go" pending="Sending…">
          Send me a code by email
        </Button>
      </Form>
    )
  }
  return (
    <Form document answer={answer} label="Accept the invitation">
      {spoken ? (
        <TextField
          name="spoken"
          label="The word that you were told"
          hint="Two words and two digits, like amber-lantern-42. Whoever invited you tells it to you in person or by phone. You have five tries."
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          width="m"
        />
      ) : null}
      <Button look="go" pending="Accepting…">
        {`Accept and become ${what}`}
      </Button>
    </Form>
  )
}

type ClosedProps = {
  standing: 'absent' | 'expired' | 'tries_over' | 'accepted' | 'withdrawn'
  token: string
  answer: FormAnswer | undefined
}

const closed: Record<ClosedProps['standing'], { title: string; words: string }> = {
  absent: {
    title: 'This link opens nothing now',
    words: 'Perhaps a newer link took its place, or a part of it is missing.',
  },
  expired: {
    title: 'This link has run out',
    words: 'Links work for 7 days. We can send a new one to the address that was invited.',
  },
  tries_over: {
    title: 'This invitation is closed',
    words:
      'The word did not fit five times. Ask whoever invited you to send the invitation again, with a new word.',
  },
  accepted: {
    title: 'This invitation was accepted',
    words: 'Each invitation works once. If it was you, sign in to go on.',
  },
  withdrawn: {
    title: 'This invitation was taken back',
    words: 'Nothing is left to do here. If that surprises you, ask whoever invited you.',
  },
}

export function ClosedInvitation({ standing, token, answer }: ClosedProps) {
  const { title, words } = closed[standing]
  const renewable = standing === 'absent' || standing === 'expired'
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{words}</p>
      {answer?.errors?.[''] ? <Notice tone="warning">{answer.errors['']}</Notice> : null}
      {renewable ? (
        <Form document action={paths.renewInvited(token)} label="Send me a new link">
          <Button look="go" pending="Sending…">
            Send me a new link
          </Button>
        </Form>
      ) : (
        <ButtonLink to={paths.signIn()} look={standing === 'accepted' ? 'go' : 'quiet'} document>
          Sign in
        </ButtonLink>
      )}
    </>
  )
}
