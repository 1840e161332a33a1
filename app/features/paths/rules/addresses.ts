// What places on a path may be called in an address.

/** Pages of the path itself, and of those who write it; no module can be called so. */
const taken = [
  'print',
  'share',
  'sheets',
  'start',
  'edit',
  'versions',
  'changes',
  'copy',
  'file',
  'questionnaire',
  'results',
  'groups',
  'media',
  'rating',
  'about',
  'preview',
  'order',
  'publish',
  'editors',
  'discarding',
]

export const moduleIdPattern = new RegExp(`^(?!(?:${taken.join('|')})$)[A-Za-z0-9-]{1,40}$`)

/** `reflection` is the page where one's own thoughts about a module are written. */
export const activityIdPattern = /^(?!reflection$)[a-z0-9-]{2,40}$/
