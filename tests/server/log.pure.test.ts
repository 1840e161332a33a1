// What of an address is written down: never what opens something by itself, never what was asked for.
import { expect, test } from 'vitest'
import { loggedPath } from '../../server/log.ts'

test('an address whose part is a key is logged without it, and every address without its search', () => {
  const key = 'QmFzZTY0dXJsLWtleS13aXRoLTI0LWJ5dGVz'
  const keyed = [`/i/${key}`, `/e/${key}/1`, `/calendar/${key}.ics`, `/teaching/attend/${key}.data`, `/check/${key}.json`]
  for (const path of keyed) expect(loggedPath(`${path}?words=${key}`)).not.toContain(key)
  expect(loggedPath('/paths/learn-to-teach-on/share?words=Kom+och+läs')).toBe('/paths/learn-to-teach-on/share')
  expect(loggedPath('/teaching/attend/x?done=1')).toBe('/teaching/attend/…')
  expect(loggedPath('/check')).toBe('/check')
})
