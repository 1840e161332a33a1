// React says what is wrong with a component in the console only. Where it runs unminified, that is a failure.
import { format } from 'node:util'

const real = console.error

/** From now on a warning of React's fails the rendering it is about. */
export function refuseReactWarnings(): void {
  gatherReactWarnings((warning) => {
    throw new Error(warning)
  })
}

/** Hands React's warnings to `take`; answers with the way back to what the console did before. */
export function gatherReactWarnings(take: (warning: string) => void): () => void {
  console.error = (...words: unknown[]) => {
    real(...words)
    if (/^Warning: /.test(String(words[0]))) take(format(...words))
  }
  return () => {
    console.error = real
  }
}
