import { expect, test } from 'vitest'
import { latestInstrument } from '#app/features/evaluations/instruments.server.ts'
import { visitKindRows } from '#app/features/visits/reference.server.ts'
import { sides } from '#app/features/visits/rules.ts'

test('each kind of visit names questionnaires that ship, one for each side', () => {
  for (const { questionnaires } of visitKindRows) {
    for (const side of sides) expect(latestInstrument(questionnaires[side]).id).toBe(questionnaires[side])
    expect(questionnaires.guest).not.toBe(questionnaires.host)
  }
})
