import { type ApplicationState, openStates } from '~db/vocabulary'
import { Conflict } from '../errors'

/** Who moves an application on. */
export type Mover = 'venue' | 'liaison' | 'coordinator' | 'clock'

export type Move =
  | 'begin'
  | 'share'
  | 'respond'
  | 'find_ready'
  | 'accredit'
  | 'lapse'
  | 'refresh'
  | 'pause'
  | 'resume'
  | 'step_away'
  | 'come_back'

type Transition = {
  move: Move
  from: readonly ApplicationState[]
  /** 'pausedFrom': back to where it was paused. */
  to: ApplicationState | 'pausedFrom'
  by: readonly Mover[]
}

const underway = ['drafting', 'shared', 'in_conversation', 'ready'] as const

/** Every way an application can move. What is not in this table does not happen. */
export const transitions: readonly Transition[] = [
  { move: 'begin', from: ['exploring'], to: 'drafting', by: ['venue'] },
  { move: 'share', from: ['drafting', 'in_conversation'], to: 'shared', by: ['venue'] },
  { move: 'respond', from: ['shared'], to: 'in_conversation', by: ['liaison'] },
  { move: 'find_ready', from: ['shared'], to: 'ready', by: ['liaison'] },
  { move: 'accredit', from: ['ready'], to: 'accredited', by: ['liaison', 'coordinator'] },
  { move: 'lapse', from: ['accredited'], to: 'refresh_due', by: ['clock'] },
  { move: 'refresh', from: ['refresh_due'], to: 'accredited', by: ['clock', 'venue'] },
  { move: 'pause', from: underway, to: 'paused', by: ['venue'] },
  { move: 'resume', from: ['paused'], to: 'pausedFrom', by: ['venue'] },
  {
    move: 'step_away',
    from: ['exploring', ...underway, 'paused'],
    to: 'stepped_away',
    by: ['venue'],
  },
  { move: 'come_back', from: ['stepped_away'], to: 'drafting', by: ['venue'] },
]

/** The state that a move leads to. A move that the table does not have from here is a Conflict. */
export function stateAfter(
  move: Move,
  from: ApplicationState,
  pausedFrom: ApplicationState | null = null,
): ApplicationState {
  const transition = transitions.find((each) => each.move === move && each.from.includes(from))
  if (!transition) {
    throw new Conflict(
      'This application has moved on since you opened the page. Here is where it stands now.',
    )
  }
  return transition.to === 'pausedFrom' ? (pausedFrom ?? 'drafting') : transition.to
}

export function canMove(move: Move, from: ApplicationState): boolean {
  return transitions.some((each) => each.move === move && each.from.includes(from))
}

/** Drafting to ready: a venue has one such application at a time. */
export function isOpen(state: ApplicationState): boolean {
  return (openStates as readonly ApplicationState[]).includes(state)
}

/** The states in which what the venue writes is a draft that its next share takes along. */
export function isDraft(state: ApplicationState): boolean {
  return state === 'exploring' || state === 'drafting' || state === 'in_conversation'
}

/** The states in which the venue has the pen. What an accredited venue changes waits until it shares it. */
export function venueMayEdit(state: ApplicationState): boolean {
  return isDraft(state) || standsAccredited(state)
}

/** The states of a venue that is accredited and has no renewal open. */
export function standsAccredited(state: ApplicationState): boolean {
  return state === 'accredited' || state === 'refresh_due'
}

/** Whether staff may know of it at all: what was never shared is invisible to them. */
export function isVisibleToStaff(state: ApplicationState, roundsShared: number): boolean {
  return roundsShared > 0 && state !== 'exploring' && state !== 'drafting'
}
