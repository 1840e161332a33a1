import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything a build is made from. */
export const sources = [
  'app',
  'server',
  'db',
  'messages',
  'public',
  'tools',
  'project.inlang/settings.json',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
]

/** Is the built file missing, or older than what it was made from? Paths are taken from `root`. */
export function isStale(built: string, root = '.'): boolean {
  const file = join(root, built)
  return !existsSync(file) || Math.max(...sources.map((path) => newest(join(root, path)))) > statSync(file).mtimeMs
}

/** When the file, or the newest file below the folder, was last written; what compiling writes does not count. */
function newest(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  const below = readdirSync(path).filter((name) => name !== 'paraglide')
  return Math.max(0, ...below.map((name) => newest(join(path, name))))
}
