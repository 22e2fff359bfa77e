import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import {
  createStaticHandler,
  createStaticRouter,
  StaticRouterProvider,
} from 'react-router-dom/server'
import { describe, expect, test } from 'vitest'
import { Button } from '~/ui/button'
import { Checkbox, RadioGroup } from '~/ui/choices'
import { DateField, Select, TextArea, TextField } from '~/ui/fields'
import { Form } from '~/ui/form'
import { SubmissionSeed } from '~/ui/form-state'

async function render(element: ReactElement): Promise<string> {
  const { query, dataRoutes } = createStaticHandler([{ path: '/', element }])
  const context = await query(new Request('http://localhost/'))
  if (context instanceof Response) throw new Error('The page answered with a redirect.')
  return renderToStaticMarkup(
    <SubmissionSeed.Provider value="0123456789abcdef01234567">
      <StaticRouterProvider
        router={createStaticRouter(dataRoutes, context)}
        context={context}
        hydrate={false}
      />
    </SubmissionSeed.Provider>,
  )
}

/** The opening tag of the control with a name (and value). */
function control(html: string, name: string, value?: string): string {
  const tags = html.match(/<(input|select|textarea)[^>]*>/g) ?? []
  const found = tags.find(
    (tag) =>
      tag.includes(`name="${name}"`) && (value === undefined || tag.includes(`value="${value}"`)),
  )
  if (!found) throw new Error(`There is no control named ${name}.`)
  return found
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
}

describe('a form without script', () => {
  test('is a plain post with an id of its own that the server accepts', async () => {
    const html = await render(
      <Form>
        <TextField name="venue" label="Venue" />
      </Form>,
    )
    expect(html).toContain('<form method="post" action="/"')
    const id = attribute(control(html, '_submission'), 'value') ?? ''
    expect(id).toMatch(/^0123456789abcdef01234567\.[A-Za-z0-9]+$/)
    expect(id).toMatch(/^[\w.-]{16,80}$/)
  })

  test('has another id than a second form on the page', async () => {
    const html = await render(
      <>
        <Form>one</Form>
        <Form>two</Form>
      </>,
    )
    const ids = [...html.matchAll(/name="_submission"[^>]* value="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(2)
  })

  test('sends files only when it says so', async () => {
    expect(await render(<Form>x</Form>)).not.toContain('encType')
    expect(await render(<Form multipart>x</Form>)).toContain('encType="multipart/form-data"')
  })
})

const answer = {
  errors: { venue: 'Type the name.', 'items.0.words': 'Say a little more.', '': 'Too late.' },
  values: {
    venue: 'Typed <b>',
    about: 'Kept text',
    day: '2026-12-12',
    district: 'b',
    way: 'mail',
  },
}
const html = await render(
  <Form answer={answer} values={{ venue: 'Stored', note: 'Stored note' }}>
    <TextField name="venue" label="Venue" hint="As guests know it." />
    <TextField name="note" label="Note" />
    <TextField name="items.0.words" label="Words" />
    <TextArea name="about" label="About" limit={100} />
    <DateField name="day" label="Day" />
    <Select
      name="district"
      label="District"
      choices={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
    />
    <RadioGroup
      name="way"
      legend="Way"
      choices={[
        { value: 'phone', label: 'Phone' },
        { value: 'mail', label: 'Mail' },
      ]}
    />
    <Checkbox name="agree" label="Agree" />
    <Button pending="Sending…">Send</Button>
  </Form>,
)

describe('an answer with errors', () => {
  test('stands beside the field, and the field points to it before its hint', () => {
    const venue = control(html, 'venue')
    const id = attribute(venue, 'id')
    expect(attribute(venue, 'aria-invalid')).toBe('true')
    expect(attribute(venue, 'aria-describedby')).toBe(`${id}-error ${id}-hint`)
    expect(html).toContain(`id="${id}-error"><span class="sr">Error: </span>Type the name.</p>`)
    expect(html).toContain(`<label for="${id}">Venue</label>`)
  })

  test('is listed at the top with links to the fields, nested ones too', () => {
    const summary = /<div class="summary".*?<\/div>/.exec(html)?.[0] ?? ''
    const venue = attribute(control(html, 'venue'), 'id')
    const words = attribute(control(html, 'items.0.words'), 'id')
    expect(summary).toContain(`<a href="#${venue}">Type the name.</a>`)
    expect(summary).toContain(`<a href="#${words}">Say a little more.</a>`)
    expect(summary).toContain('<li>Too late.</li>')
  })

  test('keeps what was typed over what was stored', () => {
    expect(attribute(control(html, 'venue'), 'value')).toBe('Typed &lt;b&gt;')
    expect(attribute(control(html, 'note'), 'value')).toBe('Stored note')
    expect(html).toContain('>Kept text</textarea>')
    expect(attribute(control(html, 'day'), 'value')).toBe('2026-12-12')
    expect(html).toMatch(/<option value="b" selected="">/)
    expect(control(html, 'way', 'mail')).toContain('checked')
    expect(control(html, 'way', 'phone')).not.toContain('checked')
    expect(control(html, 'agree')).not.toContain('checked')
  })

  test('leaves fields without an error alone', () => {
    expect(attribute(control(html, 'note'), 'aria-invalid')).toBeUndefined()
    expect(attribute(control(html, 'note'), 'aria-describedby')).toBeUndefined()
  })
})

test('a field outside of a form keeps its own value, for search boxes', async () => {
  const html = await render(
    <TextField name="words" label="Search" type="search" defaultValue="lantern" />,
  )
  const box = control(html, 'words')
  expect(attribute(box, 'value')).toBe('lantern')
  expect(html).toContain(`<label for="${attribute(box, 'id')}">Search</label>`)
})
