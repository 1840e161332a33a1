import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '#app/kernel/env.server.ts'

const production = { ORIGIN: 'https://samlara.example.org', DATABASE_URL: 'postgres://db/samlara', SMTP_URL: 'smtp://mail' }

test('development needs no setting at all', () => {
  const settings = readSettings('development', {})
  expect(settings.ORIGIN).toBe('http://localhost:3000')
  expect(settings.DATA_DIR).toBe('data/dev')
  expect(settings.DATABASE_URL).toBeUndefined()
})

test('the demo and the tests keep their data apart', () => {
  expect(readSettings('demo', {}).DATA_DIR).toBe('data/demo')
  expect(readSettings('test', {}).DATA_DIR).toBe('data/test')
})

test.each([
  ['ORIGIN', { ...production, ORIGIN: '' }],
  ['DATABASE_URL', { ...production, DATABASE_URL: '' }],
  ['SMTP_URL', { ...production, SMTP_URL: '' }],
])('production refuses to start without %s, and says its name', (name, environment) => {
  expect(() => readSettings('production', environment)).toThrow(SettingsError)
  expect(() => readSettings('production', environment)).toThrow(new RegExp(`Set ${name} `))
})

test('production with a folder instead of a database and a mail server starts', () => {
  const settings = readSettings('production', { ORIGIN: 'https://samlara.example.org', DATA_DIR: '/srv/samlara' })
  expect(settings.DATA_DIR).toBe('/srv/samlara')
})

test.each([
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['ORIGIN', 'ftp://samlara.example.org'],
  ['DATABASE_URL', 'mysql://db'],
  ['SMTP_URL', 'mail.example.org'],
  ['LOG_LEVEL', 'loud'],
  ['METRICS_TOKEN', 'short'],
  ['SESSION_IDLE_DAYS', '0'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readSettings('development', { [name]: value })).toThrow(`The setting ${name} is not usable`)
})

test('an empty setting is as good as none', () => {
  expect(readSettings('development', { PORT: '', LOG_LEVEL: '', SESSION_MAX_DAYS: '' }).PORT).toBe(3000)
})

test('the origin loses its last slash, so that addresses can be joined to it', () => {
  expect(readSettings('development', { ORIGIN: 'https://samlara.example.org/' }).ORIGIN).toBe('https://samlara.example.org')
})

test('the origin follows the port when none is set', () => {
  expect(readSettings('demo', { PORT: '4100' }).ORIGIN).toBe('http://localhost:4100')
})
