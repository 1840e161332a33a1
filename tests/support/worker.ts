// What every test file starts with: the settings of a test server, a clock that shows the present, and React's warnings as
// failures. Files share a worker.
import { setClock } from '#app/kernel/clock.server.ts'
import { readSettings, setSettings } from '#app/kernel/env.server.ts'
import { refuseReactWarnings } from './react-warnings.ts'

setSettings(readSettings('test', { ORIGIN: 'http://samlara.test', LOG_LEVEL: 'silent' }))
setClock(() => new Date())
refuseReactWarnings()
