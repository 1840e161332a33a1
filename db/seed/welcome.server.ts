import { settings } from '#app/kernel/env.server.ts'
import { DEMO_PASSWORD } from './people.server.ts'
import { addressOf, doors, people } from './world/people.ts'

/** What the demo prints when it is open: where, as whom, and where the mails are. */
export function demoWelcome(): string {
  const { ORIGIN } = settings()
  const rows = doors.map(({ key }) => {
    const cast = people[key]
    const role = cast.roles[0]?.kind.replaceAll('_', ' ') ?? 'guest from another country'
    return `  ${addressOf(cast).padEnd(26)}${cast.name}, ${role}`
  })
  return [
    '',
    `Samlära’s demo is open at ${ORIGIN}`,
    '',
    `Sign in with the password ${DEMO_PASSWORD} as`,
    ...rows,
    '',
    `Mails are not sent; read them at ${ORIGIN}/dev/outbox`,
    '',
  ].join('\n')
}
