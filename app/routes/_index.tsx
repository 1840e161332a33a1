import type { MetaFunction } from '@remix-run/node'
import { m } from '#app/paraglide/messages.js'
import type { Handle } from '#app/root.tsx'
import { StartPage } from '#app/ui/start/StartPage.tsx'

export const handle: Handle = { reading: true }

export const meta: MetaFunction = () => [
  { title: `${m.common_product()} – ${m.pages_start_title()}` },
  { name: 'description', content: m.pages_start_lead() },
]

export default function Start() {
  return <StartPage voice={null} stories={null} offers={null} />
}
