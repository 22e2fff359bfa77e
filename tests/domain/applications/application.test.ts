import { describe, expect, it } from 'vitest'
import {
  canMove,
  isDraft,
  isVisibleToStaff,
  type Move,
  standsAccredited,
  stateAfter,
  transitions,
  venueMayEdit,
} from '~/domain/applications/application'
import { Conflict } from '~/domain/errors'
import { type ApplicationState, applicationStates } from '~db/vocabulary'

/** Every way on, as the program tells it. What is not here is refused. */
const ways: Record<ApplicationState, Partial<Record<Move, ApplicationState>>> = {
  exploring: { begin: 'drafting', step_away: 'stepped_away' },
  drafting: { share: 'shared', pause: 'paused', step_away: 'stepped_away' },
  shared: {
    respond: 'in_conversation',
    find_ready: 'ready',
    pause: 'paused',
    step_away: 'stepped_away',
  },
  in_conversation: { share: 'shared', pause: 'paused', step_away: 'stepped_away' },
  ready: { accredit: 'accredited', pause: 'paused', step_away: 'stepped_away' },
  accredited: { lapse: 'refresh_due' },
  refresh_due: { refresh: 'accredited' },
  paused: { resume: 'shared', step_away: 'stepped_away' },
  stepped_away: { come_back: 'drafting' },
}
const moves = [...new Set(transitions.map(({ move }) => move))]

describe('the transition table', () => {
  it.each(applicationStates)('from %s goes where the program says, and nowhere else', (from) => {
    const found = moves.flatMap((move) =>
      canMove(move, from) ? [[move, stateAfter(move, from, 'shared')]] : [],
    )
    expect(Object.fromEntries(found)).toEqual(ways[from])
  })

  it('refuses every other move with a sentence that is fit to show', () => {
    for (const from of applicationStates) {
      for (const move of moves.filter((each) => !canMove(each, from))) {
        expect(() => stateAfter(move, from)).toThrow(Conflict)
      }
    }
  })

  it('resumes where it was paused', () => {
    for (const before of ['drafting', 'shared', 'in_conversation', 'ready'] as const) {
      expect(stateAfter('resume', 'paused', before)).toBe(before)
    }
  })
})

describe('a state', () => {
  it('gives the venue the pen before it shares, after it has heard, and while it is accredited', () => {
    const drafts = ['exploring', 'drafting', 'in_conversation']
    expect(applicationStates.filter(isDraft)).toEqual(drafts)
    expect(applicationStates.filter(venueMayEdit)).toEqual(
      applicationStates.filter((state) => isDraft(state) || standsAccredited(state)),
    )
    expect(applicationStates.filter(standsAccredited)).toEqual(['accredited', 'refresh_due'])
  })

  it('is hidden from staff while nothing was shared, and while the venue drafts', () => {
    expect(applicationStates.filter((state) => isVisibleToStaff(state, 0))).toEqual([])
    expect(applicationStates.filter((state) => !isVisibleToStaff(state, 2))).toEqual([
      'exploring',
      'drafting',
    ])
  })
})
