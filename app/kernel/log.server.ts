import pino, { type Logger } from 'pino'
import { settings } from './env.server.ts'

let made: Logger | undefined

/** One line of JSON an event. Addresses with a token in them are logged without it; bodies, cookies and secrets never. */
export function logger(): Logger {
  made = made ?? pino({ level: settings().LOG_LEVEL, serializers: { error: loggedError } })
  return made
}

/** What went wrong and where, without what people wrote: a failed statement carries its values in message, params and detail. */
export function loggedError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  const statement = 'params' in error || 'query' in error || 'parameters' in error
  const [first = ''] = (error.stack ?? '').split(error.message)
  const stack = statement ? (error.stack ?? '').slice(first.length + error.message.length) : error.stack
  return {
    type: error.name,
    message: statement ? 'a statement failed' : error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack,
    ...(error.cause === undefined ? {} : { cause: loggedError(error.cause) }),
  }
}
