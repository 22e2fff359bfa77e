import { listOf } from '~/words/en/format'
import { notices } from '~/words/en/notices'
import { receiptWords as words } from '~/words/en/receipt'
import type { Block, Inline } from '~/words/markdown'
import type { SharedWith } from '../applications/readers.server'
import { receiptOf } from '../applications/rounds-receipt.server'
import type { SharedEvidence, SharedStandard } from '../applications/rounds-view'
import type { Reading } from '../context'
import type { RoundId, VenueId } from '../ids'
import { programOf } from '../standards/program.server'
import type { Handbook } from './handbook'

/**
 * The receipt of a share as a paper: reference, what happens next, who reads it, and what went along.
 * The team stands there by its numbers alone, also where the venue shows a name.
 */
export async function receiptPaperOf(
  reading: Reading,
  venueId: VenueId,
  roundId: RoundId,
): Promise<Handbook> {
  const receipt = await receiptOf(reading, venueId, roundId)
  const { settings } = await programOf(reading.db)
  const { reference, waiting, hearBy, contact, readers } = receipt
  const said = [
    { heading: words.wordsAlong, blocks: paragraphs(receipt.words) },
    { heading: words.ruler, blocks: paragraphs(receipt.ruler) },
  ]
  return {
    venue: receipt.venue,
    program: settings.name,
    title: words.title(reference),
    day: receipt.sharedDay,
    whole: false,
    made: words.made(settings.name),
    policies: [
      {
        title: words.title(reference),
        review: '',
        file: null,
        sections: [
          {
            heading: words.next,
            blocks: [
              ...paragraphs(waiting ? words.hearBy(hearBy) : words.answered),
              ...paragraphs(words.questions(contact)),
            ],
          },
          {
            heading: words.readersOn(readers.on),
            blocks: [
              list(readers.people.map(readerLine)),
              ...(readers.since.length > 0
                ? [...paragraphs(`${words.readersSince}:`), list(readers.since.map(readerLine))]
                : []),
              ...paragraphs(`${notices.staffNames} ${notices.publicRecords}`),
            ],
          },
          ...said.filter(({ blocks }) => blocks.length > 0),
          ...receipt.standards.map(standardSection),
        ],
      },
    ],
  }
}

function standardSection({ title, stance, words: said, evidence }: SharedStandard) {
  return {
    heading: title,
    blocks: [...paragraphs([stance, said].filter(Boolean).join(' ')), ...evidence.flatMap(piece)],
  }
}

/** A piece of evidence: its name, what stands beside it, and of a training who has it, by number. */
function piece(each: SharedEvidence): Block[] {
  const { kind, title, details, sections, pointer, file, people } = each
  const named = kind === title ? title : `${kind}: ${title}`
  const lines = [
    ...details,
    sections.length > 0 ? words.sections(listOf(sections.map(({ heading }) => heading))) : '',
    pointer ? words.page(pointer) : '',
    file ? words.file(file.name, file.size) : '',
  ]
  return [
    { kind: 'heading', inside: plain(named) },
    ...paragraphs(lines.filter(Boolean).join(' ')),
    ...paragraphs(each.words),
    ...(people.length > 0 ? [list(people.map(words.person))] : []),
  ]
}

function readerLine({ name, role }: SharedWith): string {
  return `${name}. ${role}.`
}

/** A person's own words as they typed them: no mark in them means anything here. */
function paragraphs(text: string): Block[] {
  return text.trim() === '' ? [] : [{ kind: 'paragraph', inside: plain(text) }]
}

function list(items: string[]): Block {
  return { kind: 'list', ordered: false, items: items.map(plain) }
}

function plain(text: string): Inline[] {
  return text.split('\n').flatMap((line, index): Inline[] => {
    const piece = { kind: 'text', text: line, strong: false, em: false } as const
    return index === 0 ? [piece] : [{ kind: 'break' }, piece]
  })
}
