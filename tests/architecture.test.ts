import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const rooms = [
  'identity',
  'units',
  'visits',
  'preparation',
  'programme',
  'blogs',
  'indicators',
  'evaluations',
  'training',
  'paths',
  'pairs',
  'mastery',
  'teaching',
  'certificates',
  'notifications',
]
const source = ['app', 'server', 'db', 'tools']
  .flatMap(filesIn)
  .filter((file) => /\.(ts|tsx)$/.test(file) && !file.startsWith('app/paraglide/'))

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

type Import = { from: string; to: string; typeOnly: boolean }

/** Imports of our own files, as paths from the project's folder; `import type` is told apart because it leaves no code. */
function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ]
    .map((match) => ({ from: file, to: resolved(file, match[3] ?? match[4] ?? ''), typeOnly: Boolean(match[2]) }))
    .filter((found) => found.to !== '')
}

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return join(file, '..', specifier)
  return ''
}

const imports = source.flatMap(importsOf)
const roomOf = (path: string) => /^app\/features\/([^/]+)\//.exec(path)?.[1]
const told = (found: Import[]) => found.map(({ from, to }) => `${from} imports ${to}`)

test('the host imports nothing of the app', () => {
  const host = imports.filter(({ from, typeOnly }) => ['server/index.ts', 'server/host.ts'].includes(from) && !typeOnly)
  expect(told(host.filter(({ to }) => to !== 'server/host.ts'))).toEqual([])
})

test('a room imports only rooms below it', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [above, below] = [roomOf(from), roomOf(to)]
    return above && below && above !== below && rooms.indexOf(below) > rooms.indexOf(above)
  })
  expect(told(wrong)).toEqual([])
})

test('every room is in the order', () => {
  const unknown = readdirSync('app/features').filter((room) => !rooms.includes(room))
  expect(unknown).toEqual([])
})

test('only server files open the database', () => {
  const wrong = imports.filter(
    ({ from, to, typeOnly }) =>
      from.startsWith('app/') && /^db\/(?!reference\/.*\.json$)/.test(to) && !/\.server\.tsx?$/.test(from) && !typeOnly,
  )
  expect(told(wrong)).toEqual([])
})

test('rules and policies are pure: no server file, no interface, no database', () => {
  const pure = imports.filter(({ from }) => /^app\/features\/[^/]+\/(rules|policy)/.test(from))
  const wrong = pure.filter(
    ({ to, typeOnly }) => !typeOnly && (/\.server\.tsx?$/.test(to) || /^app\/(ui|http|live|routes)\//.test(to)),
  )
  expect(told(wrong)).toEqual([])
})

test('rules and policies do not read the clock', () => {
  const wrong = source.filter(
    (file) =>
      /^app\/features\/[^/]+\/(rules|policy)/.test(file) && /new Date\(\)|Date\.now\(\)/.test(readFileSync(file, 'utf8')),
  )
  expect(wrong).toEqual([])
})

test('kernel, ui and i18n know no room', () => {
  const low = imports.filter(({ from, to }) => /^app\/(kernel|ui|i18n)\//.test(from) && /^app\/(features|routes)\//.test(to))
  expect(told(low)).toEqual([])
})

test('a room shows components of its own and of rooms below', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      /^app\/features\/[^/]+\/ui\//.test(from) &&
      /\/ui\//.test(to) &&
      rooms.indexOf(roomOf(to) ?? '') > rooms.indexOf(roomOf(from) ?? ''),
  )
  expect(told(wrong)).toEqual([])
})

test('routes contain no SQL and no rules', () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith('app/routes/') && (to.startsWith('db/schema') || to.startsWith('db/client')),
  )
  expect(told(wrong)).toEqual([])
})

/** Everything that answers a request: which half of which route, and what it was made by. */
const doors = filesIn('app/routes').flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  const made = [...text.matchAll(/export (?:const|let|async function|function) (loader|action)\b(?:\s*=\s*(\w+))?/g)]
  const handedOn = [...text.matchAll(/export \{[^}]*\b(loader|action)\b/g)].map(([, part]) => ({ part, maker: 'an import' }))
  const own = made.map(([, part, maker]) => ({ part, maker: maker ?? 'a bare function' }))
  return [...own, ...handedOn].map((door) => ({ ...door, route: file.replace(/^app\/routes\/|\.tsx?$/g, '') }))
})

test('every loader and action comes from the door, which names who asks', () => {
  const makers = ['open', 'signedIn', 'backTo']
  const others = doors
    .filter(({ maker }) => !makers.includes(maker))
    .map(({ route, part, maker }) => `${route} ${part}: ${maker}`)
  expect(doors.length).toBeGreaterThan(150)
  // The page for addresses that nobody owns: its action is its loader.
  expect(others).toEqual(['$ action: loader'])
})

test('what is open to visitors is listed here', () => {
  const open = new Set(doors.filter(({ maker }) => maker === 'open').map(({ route }) => route))
  expect([...open].sort()).toEqual([
    '$',
    '[.]well-known.jwks[.]json',
    '_index',
    'accessibility',
    'blog.$slug',
    'blog._index',
    'calendar.$token[.ics]',
    'check.$checkId._index',
    'check.$checkId[.json]',
    'check._index',
    'contact',
    'dev.gallery',
    'dev.outbox.$mailId._index',
    'dev.outbox.$mailId.file',
    'dev.outbox.$mailId.look',
    'dev.outbox._index',
    'e.$token',
    'i.$token._index',
    'i.$token.renewal',
    'issuer._index',
    'issuer.keys.$keyId',
    'issuer.status.$list',
    'login.$token',
    'login._index',
    'login.code',
    'login.link',
    'logout',
    'media.$mediaId',
    'offers',
    'paths.$pathId.$moduleId.$activityId',
    'paths.$pathId.$moduleId._index',
    'paths.$pathId._index',
    'paths.$pathId.changes',
    'paths.$pathId.file',
    'paths.$pathId.print',
    'paths.$pathId.results',
    'paths.$pathId.share',
    'paths.$pathId.sheets.$toolId',
    'paths.$pathId.versions',
    'paths._index',
    'privacy',
    'teaching.attend.$token',
    'theme',
    'training',
    'units.$unitId._index',
  ])
})

test('an address that is only posted to leads its reloader on, and tells a refusal as a page', () => {
  // Answers the page's own script, which says it beside the field.
  const forScripts = ['app/routes/visits.$visitId.preparation_.field.ts']
  const posted = filesIn('app/routes').filter(
    (file) => file.endsWith('.ts') && /export const action/.test(readFileSync(file, 'utf8')),
  )
  expect(posted.length).toBeGreaterThan(15)
  expect(posted.filter((file) => !/export const loader = backTo\(/.test(readFileSync(file, 'utf8')))).toEqual([])
  const page = /export \{ (Refused|RefusedPage) as default, \1 as ErrorBoundary \}/
  expect(posted.filter((file) => !page.test(readFileSync(file, 'utf8')))).toEqual(forScripts)
})

/** `pairs-work.ts` holds more tables of the room `pairs`. */
test('a room writes only the tables of its own schema files', () => {
  const owners = new Map<string, string>()
  for (const file of filesIn('db/schema')) {
    for (const match of readFileSync(file, 'utf8').matchAll(/export const (\w+) = pgTable\(/g)) {
      if (match[1]) owners.set(match[1], file.replace(/^db\/schema\/|(-\w+)?\.ts$/g, ''))
    }
  }
  const wrong = source.filter(roomOf).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\.(insert|update|delete)\((\w+)\)/g)].flatMap((match) => {
      const owner = owners.get(match[2] ?? '')
      return owner && owner !== roomOf(file) ? [`${file} writes ${match[2]}, which ${owner} owns`] : []
    }),
  )
  expect(wrong).toEqual([])
})

test('only commands write', () => {
  const readers = source.filter((file) => /^app\/(features\/.*(queries|socket|rules|policy)|routes|http|live)/.test(file))
  const write = /\.(insert|update|delete)\(\w+\)\s*\.(values|set|where)\(/
  expect(readers.filter((file) => write.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('only one file names lucia', () => {
  const naming = source.filter((file) => /from 'lucia'/.test(readFileSync(file, 'utf8')))
  expect(naming).toEqual(['app/features/identity/sessions.server.ts'])
})

test('what happens is told to the logger, which leaves out what people wrote; only commands of the console print', () => {
  const commands = ['server/index.ts', 'server/admin.ts']
  const printing = source.filter((file) => /^(app|server|db)\//.test(file) && /\bconsole\./.test(readFileSync(file, 'utf8')))
  expect(printing.filter((file) => !commands.includes(file))).toEqual([])
})

test('settings are read in one place', () => {
  const reading = source.filter((file) => file.startsWith('app/') && readFileSync(file, 'utf8').includes('process.env'))
  expect(reading).toEqual([])
})

test('files stay small: 80 lines for a route, 300 for a room’s tables, 250 for anything else', () => {
  const mostOf = (file: string) => (file.startsWith('app/routes/') ? 80 : file.startsWith('db/schema/') ? 300 : 250)
  const tooLong = source.flatMap((file) => {
    const lines = readFileSync(file, 'utf8').split('\n').length - 1
    return lines > mostOf(file) ? [`${file}: ${lines} lines, at most ${mostOf(file)}`] : []
  })
  expect(tooLong).toEqual([])
})

test('every decision has a number of its own', () => {
  const numbers = readdirSync('docs/decisions').map((file) => file.slice(0, 4))
  expect(numbers).toEqual([...new Set(numbers)])
})

test('no file is named after nothing', () => {
  const banned = /(^|[/.-])(utils?|helpers?|manager|service|common|misc|data|v2)([./-]|$)/i
  expect(source.filter((file) => banned.test(file))).toEqual([])
})

test('nothing on a page is styled inline and nothing bypasses escaping', () => {
  // Mails are no pages: mail programs know no stylesheets.
  const isMail = (file: string) => file.startsWith('app/features/notifications/mail/')
  const wrong = source.filter((file) => {
    const text = file.endsWith('.tsx') ? readFileSync(file, 'utf8') : ''
    return text.includes('dangerouslySetInnerHTML') || (/\sstyle=\{/.test(text) && !isMail(file))
  })
  expect(wrong).toEqual([])
})

test('every message exists in all three languages', () => {
  const missing = readdirSync('messages/en').flatMap((file) => {
    const [sv, nb, en] = ['sv', 'nb', 'en'].map((locale) =>
      Object.keys(JSON.parse(readFileSync(`messages/${locale}/${file}`, 'utf8'))),
    )
    const all = new Set([...(sv ?? []), ...(nb ?? []), ...(en ?? [])])
    return [...all].filter((key) => ![sv, nb, en].every((keys) => keys?.includes(key))).map((key) => `${file}: ${key}`)
  })
  expect(missing).toEqual([])
})

test('every message is said somewhere', () => {
  const code = source.map((file) => readFileSync(file, 'utf8')).join('\n')
  const named = new Set(code.match(/\b[a-z]+_\w+\b/g))
  const built = [...code.matchAll(/`([a-z]+_[a-z_]+_)\$\{/g)].map((match) => match[1] ?? '')
  const unsaid = readdirSync('messages/en')
    .flatMap((file) => Object.keys(JSON.parse(readFileSync(`messages/en/${file}`, 'utf8'))))
    .filter((key) => key !== '$schema' && !named.has(key) && !built.some((beginning) => key.startsWith(beginning)))
  expect(unsaid).toEqual([])
})

test.runIf(existsSync('build/server/index.js'))('the built server holds one copy of every module', () => {
  // Parts that are loaded when first needed lie beside the entry.
  const built = filesIn('build/server').filter((file) => file.endsWith('.js'))
  const copies = built.flatMap((file) => readFileSync(file, 'utf8').match(/class DomainError extends Error/g) ?? [])
  expect(copies).toHaveLength(1)
})
