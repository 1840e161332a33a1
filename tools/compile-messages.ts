// Compiles messages/ to app/paraglide; Vite does the same by itself, type checking and tests need it beforehand.
import { compile } from '@inlang/paraglide-js'
import { paraglideOptions } from './paraglide-options.ts'

await compile(paraglideOptions)
// The compiler's SDK leaves timers that keep the process alive for half a minute.
process.exit(0)
