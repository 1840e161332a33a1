// The draft as somebody else would see it: who that is, the way back, and what stands where they would write.
import { Link, useLocation } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { TabSwitch } from '#app/ui/index.ts'
import { type Previewer, previewers, trackOf } from '../../previews.ts'
import type { Track } from '../../rules/shape.ts'
import type { ModuleWalked, TrackWalked, Walked } from '../walked.ts'
import { trackName, tracks } from '../words.ts'
import { editAddress } from './words.ts'

/** Above every page of the preview. */
export function PreviewBar({ pathId, role }: { pathId: string; role: Previewer }) {
  const { pathname } = useLocation()
  const [, below = ''] = pathname.split(`/preview/${role}`)
  const place = /^\/(?:sheets|print)(?:\/|$)/.test(below) ? '' : below
  return (
    <div className="sl-preview sl-wrap">
      <div className="sl-card sl-card--quiet sl-stack-s">
        <p className="sl-eyebrow">{m.paths_preview_banner()}</p>
        <TabSwitch
          label={m.paths_preview_banner()}
          current="true"
          items={previewers.map((one) => ({
            to: `${editAddress(pathId, 'preview', one)}${below}`,
            label: previewerName(one),
            current: one === role,
          }))}
        />
        <p>
          <Link to={`${editAddress(pathId)}${place}`}>{m.paths_preview_to_edit()}</Link>
        </p>
      </div>
    </div>
  )
}

function previewerName(role: Previewer): string {
  const track = trackOf(role)
  return track ? trackName(track) : m.paths_preview_visitor()
}

/** The whole path, as somebody who has begun. */
export function previewWalked(role: Previewer): Walked | undefined {
  return role === 'visitor' ? undefined : { begun: false, first: null, beside: null, planned: {} }
}

/** A module, as somebody who has begun and done nothing yet. */
export function previewModuleWalked(role: Previewer, steps: Record<Track, readonly unknown[]>): ModuleWalked | undefined {
  const own = trackOf(role)
  if (!own) return undefined
  const [resource, leader] = tracks.map((track): TrackWalked => {
    const words = { track: trackName(track).toLocaleLowerCase() }
    return {
      title: track === own ? m.paths_preview_track(words) : m.paths_preview_track_other(words),
      count: m.paths_preview_done({ count: steps[track].length }),
      doneAt: {},
    }
  })
  if (!resource || !leader) return undefined
  return {
    ...{ begun: true, first: null, beside: null, planned: {}, faces: null, together: null, complete: [] },
    tracks: { resource_person: resource, leader },
    joint: <p className="sl-meta">{m.paths_preview_joint()}</p>,
    reflection: <p className="sl-meta">{m.paths_preview_own()}</p>,
  }
}

/** Where an activity is ticked off. */
export function PreviewDone({ role }: { role: Previewer }) {
  return role === 'visitor' ? null : <p className="sl-meta">{m.paths_preview_tick()}</p>
}
