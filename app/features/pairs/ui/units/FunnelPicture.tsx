// How many have walked each module, drawn twice so that the numbers stay readable on a phone. The table beside it says the same.
import { m } from '#app/paraglide/messages.js'
import { drawFunnel, type Funnel, type FunnelBar } from './funnel.ts'

type Props = { all: number; modules: readonly { walked: number; joint: number }[] }

export function FunnelPicture({ all, modules }: Props) {
  const name = m.pairs_unit_picture({ all, count: modules.length })
  return (
    <figure className="sl-stack-s">
      <ul className="sl-walk-key">
        <li>
          <Key className="sl-c-walked" /> {m.pairs_unit_walked()}
        </li>
        <li>
          <Key className="sl-c-joint" /> {m.pairs_unit_joint()}
        </li>
      </ul>
      <Picture
        funnel={drawFunnel({ all, modules }, { width: 1060, height: 300 })}
        name={name}
        className="sl-chart sl-chart-wide"
      />
      <Picture
        funnel={drawFunnel({ all, modules }, { width: 360, height: 240 })}
        name={name}
        className="sl-chart sl-chart-narrow"
      />
    </figure>
  )
}

function Key({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden>
      <rect className={className} width="16" height="16" />
    </svg>
  )
}

function Picture({ funnel: f, name, className }: { funnel: Funnel; name: string; className: string }) {
  return (
    <svg className={className} viewBox={`0 0 ${f.width} ${f.height}`} role="img" aria-label={name}>
      <path className="sl-c-grid" d={`M${f.left} ${f.top}H${f.width - f.left}`} />
      <text x={f.left} y={f.top - 10}>
        {m.pairs_unit_begun({ count: f.all })}
      </text>
      {f.modules.map((module) => (
        <g key={module.number}>
          <Bar bar={module.walked} className="sl-c-walked" />
          <Bar bar={module.joint} className="sl-c-joint" />
          {module.hidden ? <path className="sl-c-hidden" d={`M${module.x - 6} ${f.bottom - 4}h12`} /> : null}
          <text x={module.x} y={f.bottom + 24} textAnchor="middle">
            {module.number}
          </text>
        </g>
      ))}
      <path className="sl-c-grid" d={`M${f.left} ${f.bottom}H${f.width - f.left}`} />
    </svg>
  )
}

function Bar({ bar, className }: { bar: FunnelBar | null; className: string }) {
  return bar ? <rect className={className} {...bar} /> : null
}
