import type { Block, EmailProgram, Message } from './blocks'

const width = 72

/** The message as text, complete by itself: nothing stands in the HTML alone. */
export function plainText(message: Message, program: EmailProgram): string {
  const parts = [...message.blocks.map(textOf), ruled('Who can help'), wrapped(message.help)]
  const foot = ['-- ', wrapped(footWords(program)), wrapped(helpLine(program))]
  return `${[...parts, foot.join('\n')].join('\n\n')}\n`
}

export function footWords({ name, place, issuer }: EmailProgram): string {
  return `${name} is a voluntary program for bars and restaurants in ${place}. This message comes from the ${issuer}.`
}

export function helpLine({ emergencyNumber, advocateLine }: EmailProgram): string {
  return `In an emergency, call ${emergencyNumber}. ${advocateLine.name}: ${advocateLine.phone}.`
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return ruled(block.words)
    case 'words':
      return wrapped(block.words)
    case 'list':
      return block.items.map((item) => hanging('- ', item)).join('\n')
    case 'facts':
      return rowsOf(block.rows)
    case 'code':
      return `    ${block.code}`
    case 'strength': {
      const quote = block.quote ? [wrapped(`“${block.quote}”`, '  > ')] : []
      return [wrapped(block.about), hanging('+ ', block.words), ...quote].join('\n')
    }
    case 'question':
      return [wrapped(block.about), hanging('? ', block.words)].join('\n')
    case 'step':
      return [wrapped(block.about), hanging('> ', block.words), rowsOf(block.rows)].join('\n')
    case 'law':
      return [wrapped(block.about), hanging('! ', block.words), rowsOf(block.rows)].join('\n')
    case 'button':
      return `${block.label}:\n${block.url}`
  }
}

function rowsOf(rows: { term: string; detail: string }[]): string {
  return rows.map(({ term, detail }) => hanging('  ', `${term}: ${detail}`)).join('\n')
}

function ruled(words: string): string {
  const text = wrapped(words)
  const longest = Math.max(...text.split('\n').map((line) => line.length))
  return `${text}\n${'-'.repeat(longest)}`
}

function hanging(mark: string, words: string): string {
  return wrapped(words, ' '.repeat(mark.length)).replace(/^\s*/, mark)
}

/** Lines of at most 72 characters; a person's own line breaks stay. */
function wrapped(words: string, indent = ''): string {
  return words
    .split(/\r?\n/)
    .map((line) => wrappedLine(line, indent))
    .join('\n')
}

function wrappedLine(line: string, indent: string): string {
  const lines: string[] = []
  let current = ''
  // A phone number stays on one line.
  for (const word of line.split(/ +(?!\d{3}-\d{4})/)) {
    const longer = current ? `${current} ${word}` : word
    if (current && indent.length + longer.length > width) {
      lines.push(indent + current)
      current = word
    } else current = longer
  }
  return [...lines, indent + current].join('\n')
}
