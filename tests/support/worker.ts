// What every test file starts with: the settings of a test server, and a clock that shows the present. Files share a worker.
import { setClock } from '#app/kernel/clock.server.ts'
import { readSettings, setSettings } from '#app/kernel/env.server.ts'

setSettings(readSettings('test', { ORIGIN: 'http://samlara.test', LOG_LEVEL: 'silent' }))
setClock(() => new Date())
