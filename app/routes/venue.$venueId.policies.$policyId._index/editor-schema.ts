import { type Mark, type Node, Schema } from 'prosemirror-model'
import { type Block, type Inline, parseMarkdown, safeAddress, type Text } from '~/words/markdown'
import { writeMarkdown } from '~/words/markdown-write'

/** Exactly what restricted Markdown can say, and nothing more: what is pasted becomes one of these, or plain text. */
export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    heading: {
      group: 'block',
      content: 'text*',
      defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: () => ['h3', 0],
    },
    bullet_list: {
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ul' }],
      toDOM: () => ['ul', 0],
    },
    ordered_list: {
      group: 'block',
      content: 'list_item+',
      parseDOM: [{ tag: 'ol' }],
      toDOM: () => ['ol', 0],
    },
    list_item: {
      content: 'paragraph+',
      defining: true,
      parseDOM: [{ tag: 'li' }],
      toDOM: () => ['li', 0],
    },
    text: { group: 'inline' },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = safeAddress(element.getAttribute('href') ?? '')
            return href ? { href } : false
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs.href, rel: 'noopener noreferrer nofollow' }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

const { nodes, marks } = schema

export function docOf(markdown: string): Node {
  const blocks = parseMarkdown(markdown).map(nodeOf)
  return nodes.doc.create(null, blocks.length > 0 ? blocks : nodes.paragraph.create())
}

export function markdownOf(doc: Node): string {
  const blocks: Block[] = []
  doc.forEach((node) => {
    blocks.push(blockOf(node))
  })
  return writeMarkdown(blocks)
}

function nodeOf(block: Block): Node {
  if (block.kind !== 'list') return nodes[block.kind].create(null, inlineNodes(block.inside))
  const items = block.items.map((item) =>
    nodes.list_item.create(null, nodes.paragraph.create(null, inlineNodes(item))),
  )
  return (block.ordered ? nodes.ordered_list : nodes.bullet_list).create(null, items)
}

function inlineNodes(inside: readonly Inline[], link: readonly Mark[] = []): Node[] {
  return inside.flatMap((piece): Node | Node[] => {
    if (piece.kind === 'break') return nodes.hard_break.create()
    if (piece.kind === 'link') {
      return inlineNodes(piece.inside, [marks.link.create({ href: piece.to })])
    }
    const own = [...link]
    if (piece.strong) own.push(marks.strong.create())
    if (piece.em) own.push(marks.em.create())
    return schema.text(piece.text, own)
  })
}

function blockOf(node: Node): Block {
  if (node.type === nodes.heading) return { kind: 'heading', inside: inlinesOf(node) }
  if (node.type === nodes.paragraph) return { kind: 'paragraph', inside: inlinesOf(node) }
  const items: Inline[][] = []
  node.forEach((item) => {
    const lines: Inline[] = []
    item.forEach((paragraph, _, index) => {
      if (index > 0) lines.push({ kind: 'break' })
      lines.push(...inlinesOf(paragraph))
    })
    items.push(lines)
  })
  return { kind: 'list', ordered: node.type === nodes.ordered_list, items }
}

function inlinesOf(node: Node): Inline[] {
  const found: Inline[] = []
  node.forEach((child) => {
    if (!child.isText) {
      found.push({ kind: 'break' })
      return
    }
    const text: Text = {
      kind: 'text',
      text: child.text ?? '',
      strong: marks.strong.isInSet(child.marks) !== undefined,
      em: marks.em.isInSet(child.marks) !== undefined,
    }
    const to: string | undefined = marks.link.isInSet(child.marks)?.attrs.href
    const last = found.at(-1)
    if (to === undefined) found.push(text)
    else if (last?.kind === 'link' && last.to === to) last.inside.push(text)
    else found.push({ kind: 'link', to, inside: [text] })
  })
  return found
}
