import { describe, expect, test } from 'vitest'
import { toneHintsForText } from '~/domain/feedback/tone'
import { readPack } from '~/domain/standards/load-pack'
import { findStandard, isEssential, type Standard } from '~/domain/standards/standard-set'

const { set, settings } = readPack()

/** What the program asks, standard by standard: evidence, then the figures behind it. */
const asked = `
SRV-1  E policy:age-and-id training:fake-id=80%/24
SRV-2  E policy:responsible-service training:responsible-service=90%/36
SRV-3  E policy:staff-alcohol attestation
CARE-1 E training:sexual-assault-intervention,sexual-assault-intervention-refresher=70%/12 attestation
CARE-2 E policy:harassment-response
CARE-3 + photo:help-code attestation/6
CARE-4 + contact attestation
OPS-1  E policy:calling-police
OPS-2  E blank_form:incident-log attestation
OPS-3  E policy:occupancy photo
OPS-4  E policy:de-escalation training:de-escalation=80%/24
OPS-5  E register_check:security-partners training:security-license=100%
OPS-6  + training:medical-emergency:cpr-aed,naloxone=20%/24 attestation
OPS-7  + attestation photo
HOME-1 E policy:getting-home acknowledgement photo
HOME-2 + policy:good-neighbor contact
MGT-1  E count=90%/12
MGT-2  E contact conversation/12
MGT-3  + attestation`

function inShort(standard: Standard): string {
  const evidence = standard.evidence.map(({ kind, template, training, count, months }) =>
    [
      kind,
      template ? `:${template}` : '',
      training ? `:${training.types.join()}=${training.percent}%${over(training.months)}` : '',
      count ? `=${count.percent}%${over(count.months)}` : '',
      over(months),
    ].join(''),
  )
  return [standard.code.padEnd(6), isEssential(standard) ? 'E' : '+', ...evidence].join(' ')
}

function over(months: number | undefined): string {
  return months ? `/${months}` : ''
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsOf)
}

describe('the program pack', () => {
  test('asks what the program asks', () => {
    expect(set.standards.map(inShort).join('\n')).toBe(asked.trim())
    expect(set.standards.filter(isEssential)).toHaveLength(13)
    expect(set.distinction).toBe(4)
  })

  test('asks for security credentials only where a venue has security', () => {
    const conditional = set.standards.filter((standard) => standard.onlyIf)
    expect(conditional.map((standard) => standard.code)).toEqual(['OPS-5'])
  })

  test.each([
    ['SRV-1', ['bartender', 'barback', 'door', 'security']],
    ['SRV-2', ['owner', 'manager', 'bartender', 'barback', 'server', 'host', 'door', 'security']],
    ['CARE-1', ['owner', 'manager', 'bartender', 'barback', 'server', 'host', 'door', 'security']],
    ['OPS-4', ['owner', 'manager', 'door', 'security']],
    ['OPS-5', ['security']],
  ])('names who is in scope of %s', (code, positions) => {
    const training = findStandard(set, code)?.evidence.find((ask) => ask.training)?.training
    expect(training?.positions).toEqual(positions)
  })

  test('uses each code once', () => {
    for (const codes of [
      set.standards.map((standard) => standard.code),
      set.templates.map((template) => template.code),
      set.trainingTypes.map((type) => type.code),
      set.trainingTypes.flatMap((type) => type.synonyms),
      set.lexicon.flatMap((entry) => entry.avoid.map((words) => words.toLowerCase())),
    ]) {
      expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
    }
  })

  test('refers only to templates and trainings that exist, and to every template', () => {
    const asks = set.standards.flatMap((standard) => standard.evidence)
    const named = asks.flatMap((ask) => (ask.template ? [ask.template] : []))
    expect(named.toSorted()).toEqual(set.templates.map((template) => template.code).toSorted())

    const types = new Set(set.trainingTypes.map((type) => type.code))
    const trained = asks.flatMap((ask) => ask.training?.types ?? [])
    const full = set.trainingTypes.flatMap((type) => (type.extends ? [type.extends] : []))
    expect([...trained, ...full].filter((code) => !types.has(code))).toEqual([])
  })

  test('gives each kind of evidence what it needs', () => {
    for (const ask of set.standards.flatMap((standard) => standard.evidence)) {
      if (ask.kind === 'policy') expect(ask.template, ask.ask).toBeDefined()
      if (ask.kind === 'training') expect(ask.training, ask.ask).toBeDefined()
      if (ask.kind === 'attestation') expect(ask.statement, ask.ask).toBeDefined()
      if (ask.kind === 'count') expect(ask.count, ask.ask).toBeDefined()
    }
  })

  test('has thirteen templates that open and end alike', () => {
    expect(set.templates).toHaveLength(13)
    for (const { code, sections } of set.templates) {
      const anchors = sections.map((section) => section.anchor)
      expect(new Set(anchors).size, code).toBe(anchors.length)
      expect(anchors.slice(0, 3)).toEqual(['purpose', 'covers', 'leads'])
      expect(anchors.slice(-3)).toEqual(['how-staff-learn', 'review-date', 'counsel-or-insurer'])
      expect(anchors.length, code).toBeGreaterThanOrEqual(9)
    }
  })

  test.each([
    ['responsible-service', 'printed_date', 36],
    ['manager-alcohol-law', 'printed_date', 36],
    ['sexual-assault-intervention', 'fixed_months', 12],
    ['sexual-assault-intervention-refresher', 'refresher', 12],
    ['fake-id', 'fixed_months', 24],
    ['de-escalation', 'fixed_months', 24],
    ['crime-response', 'fixed_months', 24],
    ['fire-occupancy', 'fixed_months', 12],
    ['cpr-aed', 'fixed_months', 24],
    ['cpr-hands-only', 'fixed_months', 12],
    ['naloxone', 'fixed_months', 24],
    ['security-license', 'printed_date', 36],
    ['help-code-briefing', 'fixed_months', 6],
    ['loading-zone-briefing', 'until_changed', undefined],
    ['trafficking-awareness', 'fixed_months', 24],
    ['active-threat', 'fixed_months', 24],
    ['policy-acknowledgement', 'fixed_months', 12],
  ])('counts %s by %s, %s months', (code, rule, months) => {
    const type = set.trainingTypes.find((candidate) => candidate.code === code)
    expect([type?.rule, type?.months]).toEqual([rule, months])
  })

  test.each([
    [
      'owner',
      'responsible-service manager-alcohol-law sexual-assault-intervention de-escalation fire-occupancy',
    ],
    ['bartender', 'responsible-service sexual-assault-intervention fake-id'],
    ['server', 'responsible-service sexual-assault-intervention'],
    ['door', 'sexual-assault-intervention fake-id de-escalation'],
    ['security', 'sexual-assault-intervention fake-id de-escalation security-license'],
    ['kitchen', 'fire-occupancy'],
    ['other', ''],
  ] as const)('plans for a %s: %s', (position, codes) => {
    const types = set.trainingTypes.filter((type) => type.positions.includes(position))
    expect(types.map((type) => type.code).join(' ')).toBe(codes)
  })

  test.each([
    ['Responsible service (TIPS)', 'responsible-service'],
    ['TIPS On-Premise 3.0', 'responsible-service'],
    ['ServSafe Alcohol Primary', 'responsible-service'],
    ['Bar Bystander (full)', 'sexual-assault-intervention'],
    ['Bar Bystander refresher', 'sexual-assault-intervention-refresher'],
    ['Fake ID class', 'fake-id'],
    ['De-escalation', 'de-escalation'],
    ['CPR', 'cpr-aed'],
    ['Narcan', 'naloxone'],
  ])('knows "%s" as %s', (name, code) => {
    const types = set.trainingTypes.filter((type) => type.synonyms.includes(name.toLowerCase()))
    expect(types.map((type) => type.code)).toEqual([code])
  })

  test('keeps synonyms in lower case', () => {
    const synonyms = set.trainingTypes.flatMap((type) => type.synonyms)
    expect(synonyms.filter((name) => name !== name.toLowerCase().trim())).toEqual([])
  })

  test('carries the whole lexicon', () => {
    const count = (kind: string) => set.lexicon.filter((entry) => entry.kind === kind).length
    expect(set.lexicon.length).toBeGreaterThanOrEqual(48)
    expect([count('command'), count('warning'), count('judgement')]).toEqual([17, 18, 33])
    expect(set.lexicon.filter((entry) => entry.try.length === 0)).toHaveLength(2)
    expect(set.lexicon.filter((entry) => entry.try.length > 2)).toEqual([])
  })

  test('writes as the program speaks', () => {
    const { lexicon, ...spoken } = set
    const texts = [
      ...textsOf(spoken),
      ...textsOf(settings),
      ...lexicon.map((entry) => entry.reason),
    ]
    const british = /\b(?:programme|licence|neighbour|colour|behaviour|organis|recognis|queue)/i
    expect(texts.filter((text) => british.test(text))).toEqual([])
    expect(
      texts.filter((text) => /\b(?:criterion|criteria|requirement|proof|iteration)\b/i.test(text)),
    ).toEqual([])
    expect(texts.filter((text) => text.length > 280)).toEqual([])
    expect(texts.filter((text) => text !== text.trim() || / {2}/.test(text))).toEqual([])
  })

  test('follows its own advice on tone', () => {
    const texts = [...textsOf(set.standards), ...textsOf(set.templates)]
    const found = texts.flatMap((text) =>
      toneHintsForText(text, set.lexicon).map((hint) => `${hint.words}: ${text}`),
    )
    expect(found).toEqual([])
    expect(texts.filter((text) => /\b(?:must|should|shall)\b/i.test(text))).toEqual([])
  })

  test('reads easily: short sentences', () => {
    const prose = set.standards.flatMap(({ why, asked, help, example }) => [
      why,
      asked,
      help,
      example,
    ])
    const prompts = set.templates.flatMap(({ sections }) =>
      sections.map((section) => section.prompt),
    )
    const sentences = [...prose, ...prompts].flatMap((text) => text.split(/(?<=[.?!])\s+/))
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 34)).toEqual([])
  })

  test('has settings that a coordinator can change, with numbers nobody owns', () => {
    expect(settings).toMatchObject({
      name: 'Lamplight',
      place: 'Washington, DC',
      emergencyNumber: '911',
      certificateMonths: 12,
      firstReadDays: 10,
      newHireDays: 30,
      expiringDays: 60,
      graceDays: 30,
      groupsFrom: 5,
    })
    for (const phone of [settings.contactPhone, settings.advocateLine.phone]) {
      expect(phone).toMatch(/555-01\d\d$/)
    }
  })
})
