// Compiles the messages before any test imports them, when they changed since the last time.
import { execFileSync } from 'node:child_process'

export function setup(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/compile-messages.ts'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
