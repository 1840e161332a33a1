import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitInvitationsInput } from '#app/features/identity/rules/invitees.ts'
import { doMeet, joined, roleInstants } from '#app/features/identity/rules/role-days.ts'
import { isActive, personRoleInput, unitInvitationInput } from '#app/features/identity/rules.ts'
import { newId } from '#app/kernel/ids.ts'

const invited = { id: newId(), email: 'maeve@example.ie', name: '', locale: 'en', roleKind: 'supervisor' }

test('days are whole by the clock of the place, and what is not given is open', () => {
  expect(roleInstants({ startsOn: '2026-05-01', endsOn: '2026-10-31' }, 'Europe/Helsinki')).toEqual({
    startsAt: new Date('2026-04-30T21:00:00Z'),
    // The clock goes back on 25 October.
    endsAt: new Date('2026-10-31T22:00:00Z'),
  })
  expect(roleInstants({}, 'Europe/Oslo')).toEqual({ startsAt: null, endsAt: null })
})

test('a form refuses days in the wrong order, and days for an admin', () => {
  const days = { startsOn: '2026-05-02', endsOn: '2026-05-01' }
  const complaints = [
    unitInvitationInput.safeParse({ ...invited, ...days }),
    unitInvitationsInput.safeParse({ ...invited, addresses: 'maeve@example.ie', ...days }),
    personRoleInput.safeParse({ kind: 'member', unitId: newId(), ...days }),
  ].map((parsed) => parsed.error?.issues[0])
  for (const issue of complaints) expect(issue).toMatchObject({ path: ['endsOn'], message: 'identity_error_role_order' })
  expect(unitInvitationInput.safeParse({ ...invited, startsOn: days.endsOn, endsOn: days.endsOn }).success).toBe(true)
  const admin = personRoleInput.safeParse({ kind: 'admin', endsOn: '2026-12-31' })
  expect(admin.error?.issues).toMatchObject([{ path: ['endsOn'], message: 'identity_error_admin_days' }])
})

const instant = fc.integer({ min: 0, max: 200 }).map((hours) => new Date(Date.UTC(2026, 0, 1, hours)))
const period = fc
  .tuple(instant, fc.option(fc.integer({ min: 1, max: 100 })))
  .map(([startsAt, hours]) => ({ startsAt, endsAt: hours === null ? null : new Date(startsAt.getTime() + hours * 3_600_000) }))

test('two periods meet when somebody would hold both at some hour, and joined they hold whenever one of them did', () => {
  const hours = Array.from({ length: 310 }, (_, hour) => new Date(Date.UTC(2026, 0, 1, hour)))
  fc.assert(
    fc.property(period, period, (one, other) => {
      const both = hours.some((hour) => isActive(one, hour) && isActive(other, hour))
      expect(doMeet(one, other)).toBe(both)
      if (!both) return
      const whole = joined(one, other)
      for (const hour of hours) expect(isActive(whole, hour)).toBe(isActive(one, hour) || isActive(other, hour))
    }),
  )
})
