import type { toneKinds } from '~db/vocabulary'

export const toneKindNames: Record<(typeof toneKinds)[number], string> = {
  command: 'An order',
  warning: 'A threat',
  judgement: 'A verdict',
  argument: 'An argument',
  praise: 'Praise that judges',
}
