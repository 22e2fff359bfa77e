import { earlyWords } from '~/words/en/feedback'
import { formatDay } from '~/words/en/format'
import { type Block, callOrWrite, type Email } from './blocks'
import type { EmailFacts } from './facts'

type Facts = EmailFacts['response-sent']

/** Strengths come first, whatever else there is to say; what a law asks stands apart, plain and with its source. */
export const responseSent: Email<Facts> = (facts, { url, program }) => ({
  subject: facts.ready
    ? `Everything is in place for ${facts.venue}`
    : facts.part
      ? `A first letter for ${facts.venue}: ${facts.part}`
      : `${facts.liaison} has written to ${facts.venue}`,
  preview: facts.strengths[0]?.words ?? facts.opening,
  blocks: [
    { kind: 'heading', words: `A letter for ${facts.venue}` },
    ...(facts.part ? [{ kind: 'words', words: earlyWords.about(facts.part) } as const] : []),
    { kind: 'words', words: facts.opening },
    ...facts.strengths.map(
      ({ standard, words, quote }): Block => ({
        kind: 'strength',
        about: `What you already do well: ${standard}`,
        words,
        quote,
      }),
    ),
    ...facts.questions.map(
      ({ standard, words }): Block => ({
        kind: 'question',
        about: `One thing I wondered: ${standard}`,
        words,
      }),
    ),
    ...facts.steps.filter(({ law }) => !law).map(stepBlock),
    ...whatNext(facts),
    ...facts.steps.filter(({ law }) => law).map(stepBlock),
    { kind: 'words', words: facts.closing },
    { kind: 'words', words: facts.liaison },
    {
      kind: 'button',
      label: facts.ready ? 'Read the letter' : 'Read the letter and answer',
      url: url(facts.path),
    },
  ],
  help: `${facts.liaison} is glad to talk it through; reply on the page, at any time. ${callOrWrite(program)} If you would like another person to look, a coordinator arranges a second look.`,
})

function stepBlock(step: Facts['steps'][number]): Block {
  const rows = [
    { term: 'Why it helps', detail: step.why },
    { term: 'Help that we offer', detail: step.help },
    { term: 'A date that might suit', detail: formatDay(step.proposedOn) },
  ]
  if (step.law) {
    return { kind: 'law', about: `Law: ${step.law} (${step.standard})`, words: step.words, rows }
  }
  const about = `One step we could take together: ${step.standard}`
  return { kind: 'step', about, words: step.words, rows }
}

function whatNext({ ready, amendment, steps }: Facts): Block[] {
  if (amendment) {
    const words = 'Your accreditation goes on as it is. This letter answers the change you shared.'
    return [{ kind: 'words', words }]
  }
  if (ready) {
    const words =
      'Nothing is left for you to do: your liaison now finishes the certificate, and we write to you when it is there.'
    return [{ kind: 'words', words }]
  }
  if (steps.every(({ law }) => law)) return []
  const words =
    'You can take a step as it is, choose another date, say that it is done already, or say that it is not for you. Share again whenever it suits you.'
  return [{ kind: 'words', words }]
}
