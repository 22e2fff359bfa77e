import { type DestinationStream, type Logger, pino } from 'pino'
import { type Env, env } from './env.server'

export type Log = Logger

/** One JSON line per event, with a stable `event` name and ids; never names or addresses of people. */
export function createLog(level: Env['logLevel'], destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return destination ? pino(options, destination) : pino(options)
}

/**
 * What may be logged of an error: its name, its code and where it happened. The message stays out,
 * because a database error quotes the row; LOG_LEVEL=debug, meant for one's own machine, shows it.
 */
export function errorFacts(error: unknown, level: string): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  const cause = error.cause instanceof Error ? errorFacts(error.cause, level) : undefined
  const message = level === 'debug' || level === 'trace' ? error.message : undefined
  return { error: error.name, code, message, at: at?.map((line) => line.trim()), cause }
}

export const log = createLog(env.logLevel)
