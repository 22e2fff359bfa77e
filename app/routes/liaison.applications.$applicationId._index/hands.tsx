import type { useLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form } from '~/ui/form'
import type { loader } from './route'

type Hands = ReturnType<typeof useLoaderData<typeof loader>>['hands']

/** Whose this application is and was, and how it comes into other hands. */
export function InWhoseHands({ hands, applicationId }: { hands: Hands; applicationId: string }) {
  return (
    <section className="flow">
      <h2>In whose hands</h2>
      <p>{hands.now}.</p>
      <div className="actions">
        {hands.mayTakeOn ? (
          <Form action={paths.takeOn(applicationId)} label="Take it on" className="inline">
            <Button pending="Taking it on…">Take it on</Button>
          </Form>
        ) : null}
        {hands.mayAssign ? (
          <ButtonLink to={paths.assign(applicationId)}>Hand to a colleague</ButtonLink>
        ) : null}
        {hands.mayStepBack ? (
          <ButtonLink to={paths.stepBack(applicationId)}>Step back</ButtonLink>
        ) : null}
      </div>
      {hands.history.length > 0 ? (
        <ul>
          {hands.history.map(({ id, on, line, words }) => (
            <li key={id}>
              {on}: {line}
              {words ? <span className="pre soft"> “{words}”</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {hands.recused.map((each) => (
        <div key={each.id} className="flow">
          <p>
            {each.name} stepped back on {each.on}.
          </p>
          {each.reason ? (
            <p className="soft">
              Why, for coordinators alone: <span className="pre">{each.reason}</span>
            </p>
          ) : null}
          {each.mayEnd ? (
            <ButtonLink to={paths.endRecusal(each.id)} small about={each.name}>
              Let them review again
            </ButtonLink>
          ) : null}
        </div>
      ))}
    </section>
  )
}
