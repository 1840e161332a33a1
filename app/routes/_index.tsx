import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'

export const handle: Handle = { reading: true }

export default function Start() {
  return (
    <div className="sl-wrap">
      <h1>{m.common_product()}</h1>
    </div>
  )
}
