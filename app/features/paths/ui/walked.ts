// What the path's pages show of a walk beside the text. Visitors see none of it; who walks is not known here.
import type { ReactNode } from 'react'
import type { Track } from '../rules/shape.ts'

/** One track as somebody has walked it: whose it is, how far they have come, activity → when it was done. */
export type TrackWalked = { title: string; count: string; doneAt: Readonly<Record<string, Date>> }

/** Beside and around the whole path, or a module of it. `planned`: module → the day that was given it, in words. */
export type Walked = { begun: boolean; first: ReactNode; beside: ReactNode; planned: Readonly<Record<string, ReactNode>> }

export type ModuleWalked = Walked & {
  faces: ReactNode
  /** Who walks together, in a line. */
  together: string | null
  tracks: Record<Track, TrackWalked>
  /** To the joint step, and how it stands. */
  joint: ReactNode
  /** Where one's own thoughts are written. */
  reflection: ReactNode
  /** Modules whose joint step is complete, by id. */
  complete: readonly string[]
}
