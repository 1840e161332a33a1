import { date, timestamp } from 'drizzle-orm/pg-core'

/** An instant, as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A calendar day, as 'YYYY-MM-DD'. */
export const calendarDay = (name: string) => date(name, { mode: 'string' })
