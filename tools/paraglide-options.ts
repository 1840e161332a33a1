import type { CompilerOptions } from '@inlang/paraglide-js'

/** One set of options for Vite, vitest and the command line, so that all three compile the same messages. */
export const paraglideOptions: CompilerOptions = {
  project: './project.inlang',
  outdir: './app/paraglide',
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'locale-modules',
  emitGitIgnore: false,
  emitPrettierIgnore: false,
}
