// Questions to check oneself with. Each answer folds out its own explanation: no script, no score, nobody is told.
import { CheckmarkCircleIcon, CircleSlashIcon } from '@navikt/aksel-icons'
import { m } from '#app/paraglide/messages.js'
import { Section } from '#app/ui/index.ts'
import type { Check } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { Said, useContentLanguage } from './language.tsx'

export function SelfChecks({ checks }: { checks: readonly Spoken<Check>[] }) {
  const lang = useContentLanguage()
  return (
    <Section id="checks" title={m.paths_checks()}>
      <div className="sl-stack">
        <p>{m.paths_checks_lead()}</p>
        <ol className="sl-path-checks">
          {checks.map((check) => (
            <li key={check.id} className="sl-stack-s">
              <h3 lang={lang}>{check.question}</h3>
              {check.options.map((option) => (
                <details key={option.text} className="sl-fold" name={check.id}>
                  <summary lang={lang}>{option.text}</summary>
                  <p className="sl-path-why">
                    {option.right ? <CheckmarkCircleIcon aria-hidden /> : <CircleSlashIcon aria-hidden />}
                    <span>
                      <strong>{option.right ? m.paths_check_right() : m.paths_check_other()}</strong> <Said>{option.why}</Said>
                    </span>
                  </p>
                </details>
              ))}
            </li>
          ))}
        </ol>
      </div>
    </Section>
  )
}
