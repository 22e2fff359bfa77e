import './demo.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type DemoPerson, demoGroups, demoPeople } from '~/domain/accounts/demo-people.server'
import { requireDemo } from '~/http/demo.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { HiddenField } from '~/ui/fields'
import { Form } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { countOf } from '~/words/en/format'
import { addressed, placesWords } from '~/words/en/names'

export const meta: MetaFunction = () => [{ title: 'The people of the demo – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireDemo(args)
  const groups = demoGroups(await demoPeople(db)).map(({ title, people }, place) => ({
    id: `group-${place + 1}`,
    title,
    people: people.map(personView),
  }))
  return { groups, mailStays: args.context.env.resend === null }
}

function personView({ places, ...person }: DemoPerson) {
  const { id, story } = person
  return { id, name: addressed(person), line: placesWords(places), story }
}

type Person = ReturnType<typeof personView>

export default function Demo() {
  const { groups, mailStays } = useLoaderData<typeof loader>()
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
      {groups.length === 0 ? (
        <EmptyState title="There is nobody here yet">
          The people of the demo come with its seed: run npm run db:seed, and open this page again.
        </EmptyState>
      ) : (
        <>
          <nav aria-label="Groups of people">
            <ul className="demo-groups">
              {groups.map(({ id, title, people }) => (
                <li key={id}>
                  <a href={`#${id}`}>{title}</a>{' '}
                  <small>{countOf(people.length, 'person', 'people')}</small>
                </li>
              ))}
            </ul>
          </nav>
          {groups.map(({ id, title, people }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              <ul className="demo-people">
                {people.map((person) => (
                  <PersonRow key={person.id} {...person} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </>
  )
}

function PersonRow({ id, name, line, story }: Person) {
  return (
    <li>
      <div>
        <h3>{name}</h3>
        <p className="kicker">{line}</p>
        {story ? <p>{story}</p> : null}
      </div>
      <Form document action={paths.demoSignIn()} label={`Sign in as ${name}`}>
        <HiddenField name="personId" value={id} />
        <Button about={`as ${name}`}>Sign in</Button>
      </Form>
    </li>
  )
}
