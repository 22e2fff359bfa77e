import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { TextArea, TextField } from '~/ui/fields'
import { notices } from '~/words/en/notices'

const files = ['app/routes', 'app/ui'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name)),
)
const sourceOf = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
const pages = files.filter((file) => /export async function action|export default/.test(read(file)))

function read(file: string): string {
  return sourceOf.get(file) ?? ''
}

/** A page with every component that it is made of. */
function partsOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, from = ''] of read(file).matchAll(/from '((?:~\/ui\/|\.\.?\/)[^']+)'/g)) {
    const bare = from.startsWith('~') ? join('app', from.slice(2)) : join(dirname(file), from)
    if (existsSync(`${bare}.tsx`)) partsOf(`${bare}.tsx`, seen)
  }
  return seen
}

describe('the notice at boxes for free text', () => {
  test('names incidents, birth dates, social security numbers and criminal-justice information', () => {
    for (const words of ['certain night', 'birth dates', 'social security', 'court records']) {
      expect(notices.noIncidents).toContain(words)
    }
  })

  test('stands at a text area by itself, and the box points to it', () => {
    const html = renderToStaticMarkup(<TextArea name="words" label="Words" hint="A hint." />)
    const [, id] = /<p class="hint" id="([^"]+-notice)">Please leave out/.exec(html) ?? []
    expect(id).toBeDefined()
    expect(/aria-describedby="([^"]+)"/.exec(html)?.[1]?.split(' ')).toContain(id)
  })

  test('stands at no line for a name or a number', () => {
    expect(renderToStaticMarkup(<TextField name="name" label="Name" />)).not.toContain('leave out')
  })

  test('is left out only where a box takes no sentences, for a reason', () => {
    const without = files.flatMap((file) =>
      [...read(file).matchAll(/notice=\{\{ none: '([^']+)' \}\}/g)].map(([, why]) => [file, why]),
    )
    expect(without).toEqual([
      [
        'app/routes/venue.$venueId.team.import._index.tsx',
        'Cells of a list; the columns that do not belong here are left out.',
      ],
      ['app/ui/map-field.tsx', 'It holds the coordinates of a curb.'],
    ])
  })

  test('stands in each form whose boxes point to it there', () => {
    const shared = files.filter(
      (file) => file !== 'app/ui/fields.tsx' && /notice="in form"/.test(read(file)),
    )
    expect(shared.length).toBeGreaterThan(3)
    for (const page of pages) {
      const parts = [...partsOf(page)]
      if (!parts.some((part) => shared.includes(part))) continue
      const shows = parts.some((part) => read(part).includes('<FreeTextNotice'))
      expect(shows, page).toBe(true)
    }
  })

  test('is named by every text area that is not the shared one', () => {
    const own = files.flatMap((file) =>
      [...read(file).matchAll(/<textarea[^>]*>/gs)]
        .filter(([tag]) => !tag.includes('hidden'))
        .map(() => file),
    )
    expect(own).toEqual([
      'app/routes/venue.$venueId.policies.$policyId._index/section-editor.tsx',
      'app/ui/fields.tsx',
    ])
    const editor = read('app/routes/venue.$venueId.policies.$policyId._index/section-editor.tsx')
    expect(editor).toMatch(/describedBy = prompt \? `\$\{id\}-hint free-text` : 'free-text'/)
    expect(editor.match(/[dD]escribed-?[bB]y=\{describedBy\}/g)).toHaveLength(2)
    const page = read('app/routes/venue.$venueId.policies.$policyId._index/route.tsx')
    expect(page).toMatch(/id="free-text">[^<]*\{notices\.noIncidents\}/)
  })
})
