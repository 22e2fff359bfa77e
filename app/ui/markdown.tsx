import type { ReactNode } from 'react'
import { type Block, type Inline, parseMarkdown, type Text } from '~/words/markdown'

type MarkdownProps = {
  text: string
  /** The level of its headings, one below the heading that it stands under. */
  heading?: 'h3' | 'h4' | 'h6'
  /** Passages that are new to the reader: "0" for a block, "2.1" for an item of a list. */
  changed?: readonly string[] | undefined
}

/** Restricted Markdown as elements: headings, paragraphs, lists, emphasis, links. Nothing is put in as markup. */
export function Markdown({ text, heading = 'h3', changed = [] }: MarkdownProps) {
  return (
    <>
      {parseMarkdown(text).map((block, index) =>
        numbered(
          index,
          <BlockOf
            block={block}
            heading={heading}
            isNew={(at) => changed.includes(`${index}${at}`)}
          />,
        ),
      )}
    </>
  )
}

type BlockProps = {
  block: Block
  heading: 'h3' | 'h4' | 'h6'
  isNew: (at: string) => boolean
}

function BlockOf({ block, heading: Heading, isNew }: BlockProps) {
  if (block.kind === 'list') {
    const items = block.items.map((item, index) =>
      numbered(
        index,
        <li>
          <Marked isNew={isNew(`.${index}`)}>
            <Inlines inside={item} />
          </Marked>
        </li>,
      ),
    )
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
  }
  const Element = block.kind === 'heading' ? Heading : 'p'
  return (
    <Element>
      <Marked isNew={isNew('')}>
        <Inlines inside={block.inside} />
      </Marked>
    </Element>
  )
}

function Marked({ isNew, children }: { isNew: boolean; children: ReactNode }) {
  return isNew ? <ins>{children}</ins> : <>{children}</>
}

function Inlines({ inside }: { inside: readonly Inline[] }) {
  return <>{inside.map((piece, index) => numbered(index, <InlineOf piece={piece} />))}</>
}

function InlineOf({ piece }: { piece: Inline }) {
  if (piece.kind === 'break') return <br />
  if (piece.kind === 'text') return emphasized(piece)
  return (
    <a href={piece.to} rel="noopener noreferrer nofollow">
      <Inlines inside={piece.inside} />
    </a>
  )
}

function emphasized({ text, strong, em }: Text) {
  const inner = em ? <em>{text}</em> : text
  return strong ? <strong>{inner}</strong> : inner
}

/** The pieces of a text have no names of their own, and never change places. */
function numbered(index: number, element: ReactNode) {
  return <Keyed key={index}>{element}</Keyed>
}

function Keyed({ children }: { children: ReactNode }) {
  return <>{children}</>
}
