import { expect, test } from 'vitest'
import {
  goalSets,
  groupTitle,
  indicatorOf,
  indicators,
  itemText,
  sourceTitle,
} from '#app/features/indicators/reference.server.ts'
import { respondentGroups } from '#app/features/indicators/rules/words.ts'

test('the strategy is whole: 3 overall goals, 15 effect goals, 26 indicators', () => {
  const strategy = goalSets.find((set) => set.id === 'strategy')
  const effectGoals = strategy?.goals.flatMap((goal) => goal.effectGoals) ?? []
  expect(strategy?.goals.length).toBe(3)
  expect(effectGoals.length).toBe(15)
  expect(effectGoals.flatMap((goal) => goal.indicators).length).toBe(26)
})

test('eight of the 26 carry a number, and three ask for a high share without one', () => {
  const strategy = indicators.filter((indicator) => indicator.set.id === 'strategy')
  expect(strategy.filter((indicator) => indicator.target).length).toBe(8)
  expect(strategy.filter((indicator) => indicator.wish === 'high').length).toBe(3)
  expect(strategy.every((indicator) => indicator.target === null || indicator.target.comparator === '>')).toBe(true)
})

test('targets are exact fractions: 9/10 and 17/20', () => {
  const fractions = new Set(indicators.flatMap(({ target }) => (target ? [`${target.numerator}/${target.denominator}`] : [])))
  expect([...fractions].sort()).toEqual(['17/20', '9/10'])
})

test('the co-learning set has its ten, with a score of its own kind', () => {
  const coLearning = indicators.filter((indicator) => indicator.set.id === 'co_learning')
  expect(coLearning.map((indicator) => indicator.id)).toEqual(Array.from({ length: 10 }, (_, index) => `CL${index + 1}`))
  expect(indicatorOf('CL3')?.kind).toBe('net')
})

test('every indicator is named once, and what it names has words in three languages', () => {
  expect(new Set(indicators.map((indicator) => indicator.id)).size).toBe(indicators.length)
  for (const indicator of indicators) {
    for (const source of indicator.sources) expect(sourceTitle(source), source).toBeDefined()
    for (const item of indicator.items) expect(itemText(item), item).toBeDefined()
    if (['share', 'net'].includes(indicator.kind)) expect(indicator.denominator, indicator.id).not.toBeNull()
  }
  for (const group of respondentGroups) expect(groupTitle(group).nb).not.toBe('')
})
