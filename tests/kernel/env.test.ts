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
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', 'loopback, 300.1.1.1'],
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

test.each([
  ['1', 1],
  ['0', 0],
  ['true', true],
  ['false', false],
  ['loopback', 'loopback'],
  ['loopback, 10.0.0.0/8, fc00::/7', 'loopback, 10.0.0.0/8, fc00::/7'],
  ['', undefined],
])('TRUST_PROXY=%s is what express understands by it', (text, meant) => {
  expect(readSettings('development', { TRUST_PROXY: text }).TRUST_PROXY).toBe(meant)
})

test.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])(
  '%s is refused rather than ignored: there is no single sign-on yet',
  (name) => {
    expect(() => readSettings('production', { ...production, [name]: 'https://idp.example.org' })).toThrow(
      `Single sign-on (OIDC) is not supported yet. Remove ${name} to start.`,
    )
    expect(readSettings('production', { ...production, [name]: '' }).ORIGIN).toBe(production.ORIGIN)
  },
)
