import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type DemoPerson, demoPeople } from '~/domain/accounts/queries.server'
import { requireDemo } from '~/http/demo.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { HiddenField } from '~/ui/fields'
import { Form } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { listOf } from '~/words/en/format'
import { addressed, placeWords } from '~/words/en/names'

export const meta: MetaFunction = () => [{ title: 'The people of the demo – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireDemo(args)
  const people = (await demoPeople(db)).map(personView)
  return { people, mailStays: args.context.env.resend === null }
}

function personView({ places, ...person }: DemoPerson) {
  const { id, story } = person
  return { id, name: addressed(person), line: listOf(places.map(placeWords)), story }
}

export default function Demo() {
  const { people, mailStays } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>The people of the demo</h1>
      <p className="lead">
        Everybody here is made up. Sign in as one of them with one click, and look at the program
        through their eyes.
      </p>
      <Notice>
        {mailStays ? (
          <p>
            No mail leaves this machine. Read it all in <a href={paths.mailbox()}>the mailbox</a>.
          </p>
        ) : (
          <p>Mail goes out through Resend, because RESEND_API_KEY is set.</p>
        )}
        <p>This page answers on this machine alone, and only in a demo.</p>
      </Notice>
      {people.length === 0 ? (
        <EmptyState title="There is nobody here yet">
          The people of the demo come with its seed: run npm run db:seed, and open this page again.
        </EmptyState>
      ) : (
        <ul className="cards">
          {people.map(({ id, name, line, story }) => (
            <li key={id} className="card flow">
              <h2>{name}</h2>
              <p className="kicker">{line}</p>
              {story ? <p>{story}</p> : null}
              <Form document action={paths.demoSignIn()} label={`Sign in as ${name}`}>
                <HiddenField name="personId" value={id} />
                <Button about={`as ${name}`}>Sign in</Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
