import type { ReactNode } from 'react'
import { type Block, type Inline, parseMarkdown } from './markdown-parse'

/** Restricted Markdown as elements: paragraphs, lists, emphasis, links. Nothing is put in as markup. */
export function Markdown({ text }: { text: string }) {
  return (
    <>{parseMarkdown(text).map((block, index) => numbered(index, <BlockOf block={block} />))}</>
  )
}

function BlockOf({ block }: { block: Block }) {
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Inlines inside={block.inside} />
      </p>
    )
  }
  const items = block.items.map((item, index) =>
    numbered(
      index,
      <li>
        <Inlines inside={item} />
      </li>,
    ),
  )
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
}

function Inlines({ inside }: { inside: Inline[] }) {
  return <>{inside.map((piece, index) => numbered(index, <InlineOf piece={piece} />))}</>
}

function InlineOf({ piece }: { piece: Inline }) {
  switch (piece.kind) {
    case 'text':
      return <>{piece.text}</>
    case 'break':
      return <br />
    case 'strong':
      return (
        <strong>
          <Inlines inside={piece.inside} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <Inlines inside={piece.inside} />
        </em>
      )
    case 'link':
      return (
        <a href={piece.to} rel="noopener noreferrer nofollow">
          <Inlines inside={piece.inside} />
        </a>
      )
  }
}

/** The pieces of a text have no names of their own, and never change places. */
function numbered(index: number, element: ReactNode) {
  return <Keyed key={index}>{element}</Keyed>
}

function Keyed({ children }: { children: ReactNode }) {
  return <>{children}</>
}
