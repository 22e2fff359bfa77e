import { Parser } from 'htmlparser2'

export type Field = {
  name: string
  /** The type of the input, or "textarea", "select". */
  type: string
  value: string
  /** What a phone is told to offer: "numeric", "tel"; or "". */
  mode: string
}

/** A form that posts, as its page holds it before anything is typed. */
export type PageForm = { action: string; multipart: boolean; fields: Field[] }

const free = new Set(['text', 'search', 'email', 'tel', 'url', 'password', 'textarea'])

/** Whether somebody can type whatever they like into it. */
export function takesText({ type }: Field): boolean {
  return free.has(type)
}

/** The forms of a page that post, with what a browser would send of each when nothing is touched. */
export function formsOf(html: string, path: string): PageForm[] {
  const forms: PageForm[] = []
  let form: PageForm | null = null
  let select: Field | null = null
  let area: Field | null = null
  const radios = new Set<string>()

  const parser = new Parser({
    onopentag(tag, given) {
      if (tag === 'form') {
        form = null
        if (given.method?.toLowerCase() !== 'post') return
        const multipart = given.enctype === 'multipart/form-data'
        form = { action: given.action || path, multipart, fields: [] }
        forms.push(form)
      }
      if (!form) return
      const { name = '', value = '' } = given
      if (tag === 'textarea') area = { name, type: 'textarea', value: '', mode: '' }
      if (tag === 'select') select = { name, type: 'select', value: '', mode: '' }
      if (tag === 'option' && select && ('selected' in given || !select.value)) select.value = value
      if (tag === 'button' && name) {
        form.fields.push({ name, type: 'button', value, mode: '' })
      }
      if (tag !== 'input' || !name) return
      const type = given.type ?? 'text'
      const ticked = 'checked' in given
      if (type === 'file' || (type === 'checkbox' && !ticked)) return
      if (type === 'radio') {
        const key = `${forms.length} ${name}`
        if (radios.has(key) && !ticked) return
        radios.add(key)
        form.fields = form.fields.filter((field) => field.name !== name)
      }
      form.fields.push({ name, type, value, mode: given.inputmode ?? '' })
    },
    ontext(text) {
      if (area) area.value += text
    },
    onclosetag(tag) {
      if (tag === 'textarea' && area) form?.fields.push(area)
      if (tag === 'select' && select) form?.fields.push(select)
      if (tag === 'textarea') area = null
      if (tag === 'select') select = null
      if (tag === 'form') form = null
    },
  })
  parser.end(html)
  return forms
}
