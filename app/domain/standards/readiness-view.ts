import { readinessStandingNames, readinessWords } from '~/words/en/readiness'
import type { ReadinessAnswers } from './readiness'
import { type EssentialPicture, needsClass, pictureOf } from './readiness-picture'
import type { StandardSet } from './standard-set'

/** The picture as a page shows it: a sentence, what comes first, and every essential with its help. */
export function pictureView(set: StandardSet, answers: ReadinessAnswers) {
  const { essentials, first, ...counts } = pictureOf(set, answers)
  const line = ({ standard, standing }: EssentialPicture) => ({
    code: standard.code,
    title: standard.title,
    standing,
    status: readinessStandingNames[standing],
    why: standard.why,
    asked: standard.asked,
    help: standard.help,
    template: templateOf(set, standard),
    needsClass: needsClass(standard),
  })
  return {
    ...readinessWords(counts),
    counts,
    first: first.map(line),
    others: essentials
      .filter(({ standing }) => standing !== 'nearly' && standing !== 'to_begin')
      .map(line),
  }
}

export type PictureView = ReturnType<typeof pictureView>
export type PictureLine = PictureView['first'][number]

/** The template that helps with a standard, be it for a policy or a form. */
function templateOf(set: StandardSet, { evidence }: EssentialPicture['standard']): string | null {
  const code = evidence.find(({ template }) => template)?.template
  return set.templates.find((template) => template.code === code)?.title ?? null
}
