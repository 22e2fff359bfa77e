/** Tags that are kept, without their attributes; headings of every level become one. */
const kept = new Set(
  'p br ul ol li a strong em div blockquote pre section article table tr hr'.split(' '),
)
const renamed: Record<string, string> = { b: 'strong', i: 'em', td: 'div', th: 'div' }
/** Tags that go with all that is in them. */
const dropped = new Set(
  'style script xml head title object svg select textarea noscript'.split(' '),
)
const single = new Set(['br', 'hr', 'img', 'meta', 'link', 'input', 'col'])

const token =
  /<!--[\s\S]*?-->|<![^>]*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi

type Open = { tag: string; close: string; drops: boolean; label: boolean; item: boolean }

/**
 * What Word or Google Docs put on the clipboard as plain HTML: paragraphs that only look like lists become
 * lists, bold and italic styles become emphasis, and styles, classes, comments and scripts are gone. No
 * style attribute is left, which the page's content policy would refuse.
 */
export function cleanPasted(html: string): string {
  const open: Open[] = []
  let out = ''
  let label: string | null = null
  let inItem = false
  let lists = 0
  const closeItem = () => {
    if (inItem) out += '</li>'
    inItem = false
  }

  function begin(tag: string, attributes: string) {
    const style = attribute(attributes, 'style')
    const entry: Open = { tag, close: '', drops: dropped.has(tag), label: false, item: false }
    // Safari ends what was copied with a break of its own.
    const none = open.some(({ drops }) => drops) || /Apple-interchange-newline/.test(attributes)
    if (none) entry.drops = true
    else if (/mso-list:\s*ignore/i.test(style)) {
      entry.label = label === null
      label ??= ''
    } else if (/^(p|h[1-6]|div)$/.test(tag) && /mso-list:\s*l\d+\s+level\d+/i.test(style)) {
      out += marks.begin
      entry.item = true
    } else if (tag === 'ul' || tag === 'ol') {
      closeItem()
      if (lists === 0) out += `<${tag}>`
      lists += 1
    } else if (tag === 'li') {
      closeItem()
      out += '<li>'
      inItem = true
    } else out += opened(tag, attributes, style, entry)
    if (!single.has(tag)) open.push(entry)
  }

  function end(tag: string) {
    const at = open.map((entry) => entry.tag).lastIndexOf(tag)
    if (at === -1) return
    for (const entry of open.splice(at).reverse()) {
      if (entry.label) {
        out += `${marks.label}${label ?? ''}${marks.label}`
        label = null
      } else if (entry.item) out += marks.end
      else if (entry.tag === 'ul' || entry.tag === 'ol') {
        closeItem()
        lists -= 1
        if (lists === 0) out += `</${entry.tag}>`
      } else if (entry.tag === 'li') closeItem()
      else out += entry.close
    }
  }

  for (const [whole, slash, name, attributes = ''] of fragmentOf(html).matchAll(token)) {
    if (name === undefined) {
      if (/^<!(--)?\[if !supportLists\]/i.test(whole)) label ??= ''
      else if (/^<!(--)?\[endif\]/i.test(whole) && label !== null && !open.some((e) => e.label)) {
        out += `${marks.label}${label}${marks.label}`
        label = null
      } else if (whole.startsWith('<!') || open.some(({ drops }) => drops)) continue
      else if (label !== null) label += whole
      else out += whole === '<' ? '&lt;' : whole
    } else if (slash) end(name.toLowerCase())
    else begin(name.toLowerCase(), attributes)
  }
  end(open[0]?.tag ?? '')
  return withLists(out)
}

/** Private letters that stand for the borders of Word's items until all are known. */
const marks = { begin: '\ue000', end: '\ue001', label: '\ue002' }

/** Neighboring items of one kind as one list; the label tells whether they are counted. */
function withLists(html: string): string {
  let kind = ''
  const listed = html.replace(/\ue000([^\ue001]*)\ue001(\s*)/g, (_, content: string) => {
    const [, label = ''] = /\ue002([^\ue002]*)\ue002/.exec(content) ?? []
    const tag = /^(\s|&nbsp;)*\(?(\d+|[a-z]|[ivxlc]+)[.)]/i.test(label) ? 'ol' : 'ul'
    return `\ue000${tag}\ue001<li>${content.replace(/\ue002[^\ue002]*\ue002/g, '').trim()}</li>`
  })
  return listed
    .replace(/(?:\ue000(?:ul|ol)\ue001<li>[^\ue000]*?<\/li>)+/g, (run) => {
      kind = ''
      const items = run.replace(/\ue000(ul|ol)\ue001/g, (_, tag: string) => {
        const border = kind === tag ? '' : `${kind ? `</${kind}>` : ''}<${tag}>`
        kind = tag
        return border
      })
      return `${items}</${kind}>`
    })
    .replace(/[\ue000-\ue002]/g, '')
}

function opened(tag: string, attributes: string, style: string, entry: Open): string {
  if (entry.drops) return ''
  const name = /^h[1-6]$/.test(tag) ? 'h3' : (renamed[tag] ?? tag)
  const plainStyle = /(?<![-\w])font-weight:\s*(normal|[1-4]00)/i.test(style)
  const before: string[] = []
  if (name === 'a')
    before.push(`<a href="${attribute(attributes, 'href').replaceAll('"', '%22')}">`)
  else if (name === 'h3' || (kept.has(name) && !(name === 'strong' && plainStyle))) {
    before.push(`<${name}>`)
  }
  if (tag === 'span' || tag === 'font') {
    if (/(?<![-\w])font-weight:\s*(bold|[6-9]00)/i.test(style)) before.push('<strong>')
    if (/(?<![-\w])font-style:\s*(italic|oblique)/i.test(style)) before.push('<em>')
  }
  entry.close = [...before]
    .reverse()
    .map((each) => each.replace(/<(\w+).*/, '</$1>'))
    .join('')
  return before.join('')
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(
    attributes,
  )
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}

/** The part that was copied, where the clipboard says which it is. */
function fragmentOf(html: string): string {
  const inside = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1] ?? html
  return inside.replace(/[\ue000-\ue002]/g, '')
}
