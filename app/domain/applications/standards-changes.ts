import { areaNames, tierNames } from '~/words/en/names'
import {
  askedWhere,
  askFigures,
  publishWords,
  standardFields,
  trainingFigures,
} from '~/words/en/standards-changes'
import { peopleWords } from '~/words/en/training'
import { type Difference, differences } from '../policies/differences'
import {
  type EvidenceAsk,
  monthsOf,
  type Standard,
  type StandardSet,
  type TrainingType,
} from '../standards/standard-set'

type Side = { text: string; changed: boolean }[]
export type FieldChange = { field: string; before: Side; after: Side }

/** What differs between two sets of standards: word by word where one stayed, and which came and went. */
export function changesOfStandards(from: StandardSet, to: StandardSet) {
  const before = new Map(from.standards.map((standard) => [standard.code, standard]))
  const stays = new Set(to.standards.map(({ code }) => code))
  return {
    changed: to.standards.flatMap((standard) => {
      const earlier = before.get(standard.code)
      const fields = earlier ? fieldChanges(textsOf(earlier, from), textsOf(standard, to)) : []
      return fields.length > 0 ? [{ code: standard.code, title: standard.title, fields }] : []
    }),
    added: to.standards.filter(({ code }) => !before.has(code)).map(inShort),
    gone: from.standards.filter(({ code }) => !stays.has(code)).map(inShort),
  }
}

function inShort({ code, title, tier, why, asked }: Standard) {
  return { code, title, tier: tierNames[tier], why, asked }
}

/** The same in a few lines, with what goes along with the standards, for whoever publishes them. */
export function changesOfSet(from: StandardSet, to: StandardSet): string[] {
  const { changed, added, gone } = changesOfStandards(from, to)
  const lines = [
    ...added.map(({ code, title, tier }) => publishWords.added(`${code} ${title}, ${tier}`)),
    ...changed.map(({ code, title, fields }) =>
      publishWords.changed(
        `${code} ${title}`,
        fields.map(({ field }) => field),
      ),
    ),
    ...gone.map(({ code, title }) => publishWords.gone(`${code} ${title}`)),
    ...partsChanged(publishWords.template, from.templates, to.templates),
    ...partsChanged(publishWords.training, from.trainingTypes, to.trainingTypes),
    ...(isSame(from.lexicon, to.lexicon) ? [] : [publishWords.lexicon]),
    ...(from.distinction === to.distinction ? [] : [publishWords.distinction(to.distinction)]),
  ]
  return lines.length > 0 ? lines : [publishWords.nothing]
}

type Part = { code: string; title: string }

function partsChanged(what: string, from: readonly Part[], to: readonly Part[]): string[] {
  const before = new Map(from.map((part) => [part.code, part]))
  const stays = new Set(to.map(({ code }) => code))
  const named = ({ code, title }: Part) => `${what} ${code} “${title}”`
  return [
    ...to.flatMap((part) => {
      const earlier = before.get(part.code)
      if (!earlier) return publishWords.added(named(part))
      return isSame(earlier, part) ? [] : publishWords.changed(named(part), [])
    }),
    ...from.filter(({ code }) => !stays.has(code)).map((part) => publishWords.gone(named(part))),
  ]
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

type Texts = Record<keyof typeof standardFields, string>

function fieldChanges(was: Texts, is: Texts): FieldChange[] {
  return Object.entries(standardFields).flatMap(([key, field]) => {
    const name = key as keyof typeof standardFields
    if (was[name] === is[name]) return []
    const parts = differences(was[name], is[name])
    return [{ field, before: sideOf(parts, 'removed'), after: sideOf(parts, 'added') }]
  })
}

/** All that a venue reads of a standard, as text, with the figures that it is counted by. */
function textsOf(standard: Standard, { trainingTypes }: StandardSet): Texts {
  const { title, area, tier, why, asked, evidence, goodPractice, example, help } = standard
  return {
    ...{ title, why, asked, example, help },
    area: areaNames[area],
    tier: tierNames[tier],
    onlyIf: standard.onlyIf ? askedWhere[standard.onlyIf] : '',
    evidence: evidence.map((ask) => askText(ask, trainingTypes)).join('\n'),
    goodPractice: goodPractice.join('\n'),
  }
}

function askText(ask: EvidenceAsk, types: readonly TrainingType[]): string {
  const { training } = ask
  return [
    ask.statement ? `${ask.ask}: “${ask.statement}”` : ask.ask,
    training
      ? trainingFigures({
          ...training,
          positions: training.positions.map((position) => peopleWords([position])[1]),
          titles: training.types.map(
            (code) => types.find((type) => type.code === code)?.title ?? code,
          ),
          counts: training.months ?? types.find(({ code }) => code === training.types[0])?.months,
        })
      : '',
    askFigures(ask.count?.percent, monthsOf(ask)),
  ]
    .filter(Boolean)
    .join('. ')
}

function sideOf(parts: readonly Difference[], own: 'added' | 'removed'): Side {
  return parts
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }) => ({ text, changed: kind === own }))
}
