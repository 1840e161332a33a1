// Two PGlite openers of one folder silently lose rows, so a lock file beside the folder names its one process.
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'

class FolderLockedError extends Error {
  constructor(path: string, pid: number) {
    super(
      `The embedded database is in use by process ${pid} (${path}). Stop that server first, or set DATABASE_URL to a PostgreSQL database.`,
    )
  }
}

/**
 * Takes the lock file, or throws FolderLockedError. Returns the function that gives it back.
 * A lock whose process is gone is taken over; a process number that has been given out again is told by its start time.
 */
export function lockFolder(path: string): () => void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = openSync(path, 'wx')
      writeSync(file, JSON.stringify({ pid: process.pid, started: startOf(process.pid) }))
      closeSync(file)
      const release = () => rmSync(path, { force: true })
      process.once('exit', release)
      return () => {
        process.off('exit', release)
        release()
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = readHolder(path)
      if (holder && isSameProcess(holder)) throw new FolderLockedError(path, holder.pid)
      rmSync(path, { force: true })
    }
  }
  throw new FolderLockedError(path, 0)
}

type Holder = { pid: number; started: string | null }

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

function isSameProcess(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const started = startOf(holder.pid)
  return started === null || holder.started === null || started === holder.started
}

/** The process's start in kernel ticks (Linux), or null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}
