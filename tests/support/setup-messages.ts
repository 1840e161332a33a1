// Compiles the messages before any test imports them, when they changed since the last time.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const compiled = 'app/paraglide/messages.js'

export function setup(): void {
  if (existsSync(compiled) && newest('messages') <= statSync(compiled).mtimeMs) return
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/compile-messages.ts'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

function newest(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return Math.max(...entries.map((entry) => statSync(join(folder, entry)).mtimeMs))
}
