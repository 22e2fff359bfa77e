import type { Limit } from './limits'

const minutes = 60
const hour = 60 * minutes

/** How often codes by email may be asked for, and typed. */
export const codeLimits = {
  /** Emailed codes that one network asks for; a browser that the account knows has its own allowance below. */
  'code-request': {
    per: {
      address: { points: 30, seconds: hour },
      emailThere: { points: 5, seconds: 15 * minutes },
    },
    sentence: (when) =>
      `Many codes were asked for in a short time. A code that you have in your mail still works in the browser that asked for it. You can ask for a new one ${when}.`,
  },
  /** All that networks in which an account has not signed in ask for it together: beyond that each is slowed. */
  'code-request-elsewhere': {
    per: { email: { points: 20, seconds: hour } },
    sentence: (when) => `Many codes were asked for this address. They come faster again ${when}.`,
  },
  /** One code for as long as a code lives: no stranger uses up what another network is given. */
  'code-request-slowed': {
    per: {
      address: { points: 30, seconds: hour },
      emailAround: { points: 1, seconds: 10 * minutes },
    },
    sentence: (when) =>
      `Many codes were asked for this address from many places, so they come slowly just now. The one that you have in your mail works in the browser that asked for it. You can ask for the next one ${when}.`,
  },
  'code-request-known-browser': {
    per: { browser: { points: 5, seconds: 15 * minutes } },
    sentence: (when) =>
      `This browser asked for many codes in a short time. The newest one in your mail still works here. You can ask for another ${when}.`,
  },
  /** Codes typed where none is waiting; a waiting code bears five tries by itself. */
  'code-typing': {
    per: { address: { points: 60, seconds: 15 * minutes } },
    sentence: (when) =>
      `Many codes were typed from your network that were over already. Ask for a new code, or try again ${when}.`,
  },
} as const satisfies Record<string, Limit>
