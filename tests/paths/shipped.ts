import { shipped } from '#app/features/paths/reference.server.ts'
import { found } from '#app/kernel/errors.ts'

/** The path that comes with the program. */
export const shippedPath = found(shipped.find((path) => path.id === 'learn-to-teach-on'))
