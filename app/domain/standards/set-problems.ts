import { type EvidenceAsk, isEssential, type Standard, type StandardSet } from './standard-set'

/** What the shape of a set cannot say: that codes are used once, and that what is named is there. */
export function problemsOf(set: StandardSet): string[] {
  const { standards, templates, trainingTypes } = set
  const types = new Set(trainingTypes.map(({ code }) => code))
  const enhanced = standards.filter((standard) => !isEssential(standard)).length
  return [
    ...twice('standard', standards),
    ...twice('template', templates),
    ...twice('training type', trainingTypes),
    ...standards.flatMap((standard) => ofStandard(standard, set)),
    ...templates.flatMap(({ code, sections }) =>
      twice(
        'section',
        sections.map(({ anchor }) => ({ code: anchor })),
        ` in ${code}`,
      ),
    ),
    ...trainingTypes.flatMap(({ code, extends: full }) =>
      full && !types.has(full) ? `${code} extends a training that is not there: ${full}.` : [],
    ),
    ...(set.distinction > enhanced
      ? [
          `Distinction asks for ${set.distinction} of the enhanced standards, and there are ${enhanced}.`,
        ]
      : []),
  ]
}

function twice(what: string, named: readonly { code: string }[], where = ''): string[] {
  const codes = named.map(({ code }) => code)
  const again = new Set(codes.filter((code, at) => codes.indexOf(code) !== at))
  return [...again].map((code) => `The ${what} ${code} is there twice${where}.`)
}

function ofStandard({ code, evidence }: Standard, set: StandardSet): string[] {
  return [
    ...twice(
      'kind of evidence',
      evidence.map(({ kind }) => ({ code: kind })),
      ` in ${code}`,
    ),
    ...evidence.flatMap((ask) =>
      ofAsk(ask, set).map((problem) => `${code}, ${ask.kind}: ${problem}`),
    ),
  ]
}

function ofAsk(ask: EvidenceAsk, { templates, trainingTypes }: StandardSet): string[] {
  const absent = (ask.training?.types ?? []).filter((type) =>
    trainingTypes.every(({ code }) => code !== type),
  )
  const isThere = templates.some(({ code }) => code === ask.template)
  return [
    ...(ask.template && !isThere ? [`the template ${ask.template} is not there.`] : []),
    ...absent.map((type) => `the training ${type} is not there.`),
    ...(ask.kind === 'training' && !ask.training ? ['it says nothing of the training.'] : []),
    ...(ask.kind === 'attestation' && !ask.statement ? ['it has no statement to sign.'] : []),
    ...(ask.kind === 'count' && !ask.count ? ['it does not say what is counted.'] : []),
  ]
}
