/**
 * A form's fields as the server reads them (http/form.server.ts), so that one schema judges both.
 * Strings stay strings, a repeated name is a list, "items.0.words" becomes items[0].words; files and names with an
 * underscore stay out.
 */
export function formFields(form: HTMLFormElement): Record<string, unknown> {
  const root: Node = Object.create(null)
  const flat = new Map<string, string | string[]>()
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name.startsWith('_')) continue
    const known = flat.get(name)
    flat.set(name, known === undefined ? value : [known, value].flat())
  }
  for (const [name, value] of flat) place(root, name.split('.'), value)
  return withLists(root) as Record<string, unknown>
}

type Node = { [part: string]: Node | string | string[] }

function place(root: Node, parts: string[], value: string | string[]) {
  const last = parts.at(-1) ?? ''
  let node = root
  for (const part of parts.slice(0, -1)) {
    const next = node[part]
    node = node[part] = isNode(next) ? next : Object.create(null)
  }
  node[last] = value
}

/** Objects whose keys are 0, 1, 2… become lists, in the order of their numbers. */
function withLists(node: Node | string | string[]): unknown {
  if (!isNode(node)) return node
  const entries = Object.entries(node)
  if (entries.length && entries.every(([key]) => /^\d{1,3}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => withLists(value))
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, withLists(value)]))
}

function isNode(value: Node | string | string[] | undefined): value is Node {
  return typeof value === 'object' && !Array.isArray(value)
}
