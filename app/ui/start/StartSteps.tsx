import { m } from '#app/paraglide/messages.js'
import { PhaseGlyph } from '../motif.tsx'

const steps = [
  { shape: 'asked', title: m.pages_start_step_1, text: m.pages_start_step_1_text },
  { shape: 'agreed', title: m.pages_start_step_2, text: m.pages_start_step_2_text },
  { shape: 'underway', title: m.pages_start_step_3, text: m.pages_start_step_3_text },
  { shape: 'parting', title: m.pages_start_step_4, text: m.pages_start_step_4_text },
] as const

/** How a visit comes about, in four glyphs and eight sentences. */
export function StartSteps() {
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{m.pages_start_steps()}</h2>
      <ol className="sl-steps">
        {steps.map(({ shape, title, text }) => (
          <li className="sl-stack-s" key={shape}>
            <PhaseGlyph shape={shape} tight />
            <h3>{title()}</h3>
            <p>{text()}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
