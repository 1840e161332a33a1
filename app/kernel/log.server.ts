import pino, { type Logger } from 'pino'
import { settings } from './env.server.ts'

let made: Logger | undefined

/** One line of JSON an event. Addresses with a token in them are logged without it; bodies, cookies and secrets never. */
export function logger(): Logger {
  made = made ?? pino({ level: settings().LOG_LEVEL, serializers: { error: pino.stdSerializers.err } })
  return made
}
