// What every test process starts with: the settings of a test server.
import { readSettings, useSettings } from '#app/kernel/env.server.ts'

useSettings(readSettings('test', { ORIGIN: 'http://samlara.test', LOG_LEVEL: 'silent' }))
