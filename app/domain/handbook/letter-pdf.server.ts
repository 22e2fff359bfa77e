import { PDFDocument } from 'pdf-lib'
import { earlyWords } from '~/words/en/feedback'
import { letterWords as words } from '~/words/en/letter'
import { colors } from '../certificates/certificate-pdf-operators'
import type { LetterPart, LetterStep, LetterStrength } from '../feedback/letter'
import { headingStyle, soft } from './handbook-blocks.server'
import { describePaper, finishPaper } from './handbook-finish.server'
import { area, type Flow, startFlow } from './handbook-flow.server'
import { say } from './handbook-front.server'
import type { Bookmark } from './handbook-outline.server'
import { startStructure } from './handbook-tags.server'
import { layItems, layTerm, layWords, type Section, startSection } from './letter-pdf-parts.server'
import type { LetterPaper } from './read-letter.server'

/**
 * A letter as a tagged PDF for print. Strengths are its body and come first; what a law asks stands
 * apart, with its source. Equal facts give equal bytes.
 */
export async function drawLetter(paper: LetterPaper): Promise<Uint8Array> {
  const { venue, program, sentOn: day, letter, call, answers } = paper
  const document = await PDFDocument.create({ updateMetadata: false })
  describePaper(document, { title: words.title(venue), venue, program, day, author: letter.from })

  const flow = startFlow(startStructure())
  const bookmarks: Bookmark[] = []
  const section: Section = (title, color) => {
    startSection(flow, title, color)
    bookmarks.push({ title, page: flow.page(), under: [] })
  }
  const standing = ({ id }: LetterStep) =>
    answers.find(({ itemId }) => itemId === id)?.standing ?? ''

  layHead(flow, paper)
  for (const strength of letter.strengths) layStrength(flow, section, strength)
  for (const { title, words: said } of letter.otherWays) {
    section(words.otherWay(title), colors.place)
    layWords(flow, said)
  }
  for (const question of letter.questions) layQuestion(flow, section, question)
  letter.steps.forEach((step, index) => {
    section(words.step(index), colors.lampInk)
    layStep(flow, step, standing(step))
  })
  for (const step of letter.lawSteps) {
    section(`${words.law}: ${step.law}`, colors.danger)
    const under = flow.y() - 2
    flow.draw((canvas) => canvas.rule(area.left, area.right, under, colors.danger))
    layStep(flow, step, standing(step))
  }
  layEnd(flow, section, paper)
  return finishPaper(document, flow, { venue, text: JSON.stringify([letter, call]), bookmarks })
}

function layHead(flow: Flow, { venue, round, letter, program }: LetterPaper) {
  const rule = flow.y() + 6
  flow.draw((canvas) => canvas.rule(area.left, area.left + 96, rule, colors.lamp))
  say(flow, 'P', words.madeWith(program), soft, { before: 2 })
  say(flow, 'H1', words.title(venue), headingStyle(1), { before: 6 })
  say(flow, 'P', `${letter.from} · ${letter.date} · ${words.round(round)}`, soft, { before: 8 })
  if (letter.part) say(flow, 'P', earlyWords.about(letter.part), soft, { before: 8 })
  layWords(flow, letter.opening, { before: 14, size: 11.5 })
}

function layStrength(flow: Flow, section: Section, strength: LetterStrength) {
  section(words.strength(strength.title), colors.place)
  layWords(flow, [strength.words, strength.helps].filter(Boolean).join(' '))
  layWriter(flow, strength)
  layQuote(flow, strength.quote)
  if (strength.source) say(flow, 'P', words.seenIn(strength.source), soft, { before: 4 })
}

function layQuestion(flow: Flow, section: Section, question: LetterPart) {
  section(words.question, colors.soft)
  layWords(flow, question.words)
  layWriter(flow, question)
}

/** Another reviewer's name under their part. */
function layWriter(flow: Flow, { by }: LetterPart) {
  if (by) say(flow, 'P', words.writtenBy(by), soft, { before: 4 })
}

/** An invitation: what it is, why it helps, who helps, a date; and what the venue said to it. */
function layStep(flow: Flow, step: LetterStep, standing: string) {
  say(flow, 'P', step.title, soft, { before: 3 })
  layQuote(flow, step.quote)
  layWords(flow, step.words)
  layWriter(flow, step)
  layTerm(flow, words.why, step.why)
  layTerm(flow, words.help, step.help)
  layTerm(flow, words.date, step.proposedOn)
  layTerm(flow, words.stands, standing)
}

function layQuote(flow: Flow, quote: string) {
  if (!quote) return
  const within = flow.structure.part('BlockQuote')
  layWords(flow, words.quote(quote), { within, indent: 18, slant: true })
}

function layEnd(flow: Flow, section: Section, { letter, call }: LetterPaper) {
  if (letter.ready) {
    section(words.ready, colors.place)
    layWords(flow, words.readyNext)
  }
  if (letter.standings.length > 0) {
    section(words.standings, colors.night)
    layItems(
      flow,
      letter.standings.map(({ title, words: stands }) => [`${title}: `, stands]),
    )
  }
  layWords(flow, letter.closing, { before: 20, size: 11.5 })
  layWords(flow, letter.from)
  section(words.call, colors.night)
  layWords(flow, `${words.whoHelps(call)} ${words.reach(call)}`)
}
