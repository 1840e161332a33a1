import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSecrets } from '#app/jobs/job.ts'
import { jobs } from '#server/rooms.ts'

test('whatever work was given, no way in and no typed address is kept of it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (rest, secret) => {
      const hidden = `«${secret}»`
      const data = { rest, token: hidden, deep: [{ code: hidden, email: hidden, visitId: 'v', to: hidden }] }
      const kept = JSON.stringify(withoutSecrets(data))
      expect(kept).not.toContain(JSON.stringify(hidden).slice(1, -1))
      expect(kept).toContain('"visitId":"v"')
    }),
  )
})

test('every job whose work can hold a link or a code says so', () => {
  expect(jobs.filter((job) => job.carriesSecrets).map((job) => job.name)).toEqual([
    'identity.prepare_login_link',
    'identity.prepare_email_change',
    'notify',
    'mail.send',
  ])
})
