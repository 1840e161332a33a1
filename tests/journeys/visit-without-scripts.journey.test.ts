// A whole visit on both databases, without any scripts.
import { test } from 'vitest'
import { holdWholeVisit } from './visit/whole.ts'

test.each(['pglite', 'postgres'] as const)(
  'a visit on %s is asked for, prepared, held, judged, asked about again and counted',
  (database) => holdWholeVisit({ database, scripts: false }),
)
