import { formatDay } from '~/words/en/format'
import { asText, type PaperFacts as Facts, lines, of, when, who } from './paper-words'
import type { DataEntry, Row } from './venue-data.server'

const itemTitles: Record<string, string> = {
  strength: 'Strength',
  accepted_alternative: 'Another way that was accepted',
  question: 'Question',
  next_step: 'Next step',
}

/** Each letter that was sent, with answers to its steps and the replies of both sides. */
export function letters(facts: Facts): DataEntry[] {
  const { rows, named } = facts
  return of(rows, 'responses').map((letter) => {
    const all = of(rows, 'response_items').filter(({ responseId }) => responseId === letter.id)
    const items = Object.keys(itemTitles).flatMap((kind) =>
      all.filter((item) => item.kind === kind).map((item) => itemText(facts, item)),
    )
    const replies = of(rows, 'replies')
      .filter(({ responseId }) => responseId === letter.id)
      .map(({ id, personId, at, words }) =>
        lines([
          `### ${who(facts, personId)}, ${when(facts, at)}`,
          asText(words),
          ...filesOf(facts, id),
        ]).trimEnd(),
      )
    const date = when(facts, letter.sentAt)
    const title = `Letter of ${date}`
    const text = lines([
      `# ${title}`,
      `From ${who(facts, letter.authorId)}.`,
      settled(facts, letter),
      asText(letter.opening),
      ...items,
      asText(letter.closing),
      replies.length > 0 ? `## Replies\n\n${replies.join('\n\n')}` : '',
    ])
    return { path: named('letters/', `letter-${date}`, 'md'), title, from: { text } }
  })
}

/** Their names: the files themselves lie in a folder of their own. */
function filesOf({ rows }: Facts, replyId: unknown): string[] {
  const ids = of(rows, 'reply_files').flatMap((row) => (row.replyId === replyId ? row.fileId : []))
  const names = of(rows, 'files').flatMap(({ id, name }) => (ids.includes(id) ? String(name) : []))
  return names.length > 0 ? [`Files: ${names.join(', ')}`] : []
}

function itemText(facts: Facts, item: Row): string {
  const answers = of(facts.rows, 'step_history')
    .filter(({ itemId }) => itemId === item.id)
    .map(
      ({ answer, words, personId, at }) =>
        `- ${who(facts, personId)}, ${when(facts, at)}: ${answer}${words ? `. ${words}` : ''}`,
    )
  return lines([
    `## ${itemTitles[String(item.kind)]}: ${item.standard}`,
    asText(item.words),
    item.quote ? `> ${String(item.quote).replaceAll('\n', '\n> ')}` : '',
    asText(item.why),
    asText(item.help),
    item.proposedOn ? `Proposed for ${formatDay(String(item.proposedOn))}.` : '',
    answers.join('\n'),
    settled(facts, item),
  ]).trimEnd()
}

function settled(facts: Facts, { settledAt }: Row): string {
  return settledAt ? `Settled: ${when(facts, settledAt)}.` : ''
}
