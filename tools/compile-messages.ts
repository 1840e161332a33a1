// Compiles messages/ to app/paraglide when the messages are newer. In development Vite does it at every change.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { paraglideOptions } from './paraglide-options.ts'

const compiled = 'app/paraglide/messages.js'

if (!existsSync(compiled) || newest() > statSync(compiled).mtimeMs) {
  // Only then: where development packages are left out, the messages have been compiled before.
  const { compile } = await import('@inlang/paraglide-js')
  await compile(paraglideOptions)
}
// The compiler's SDK leaves timers that keep the process alive for half a minute.
process.exit(0)

function newest(): number {
  const files = readdirSync('messages', { recursive: true, encoding: 'utf8' }).map((name) => join('messages', name))
  return Math.max(
    ...[...files, 'project.inlang/settings.json', 'tools/paraglide-options.ts'].map((file) => statSync(file).mtimeMs),
  )
}
