// What every test process starts with: the settings of a test server.
import { readSettings, setSettings } from '#app/kernel/env.server.ts'

setSettings(readSettings('test', { ORIGIN: 'http://samlara.test', LOG_LEVEL: 'silent' }))
