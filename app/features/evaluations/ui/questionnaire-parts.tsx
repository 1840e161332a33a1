// What stands on every page of a questionnaire, and the pages after it.
import { PadlockLockedIcon } from '@navikt/aksel-icons'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { ButtonLink, LanguageList, Notice, ownNameOf, Page, SubmitButton } from '#app/ui/index.ts'
import type { Questionnaire } from '../queries.server.ts'
import type { Answers } from '../rules/answers.ts'
import { carryFields } from '../rules/pages.ts'
import { inWords, lastDayWords } from './words.ts'

/** The form that carries the answers. The whole document is loaded each time: with and without scripts are one and the same. */
export function Travelling({
  answers,
  at,
  without = null,
  children,
}: {
  answers: Answers
  at: string
  without?: string | null
  children: ReactNode
}) {
  return (
    <Form method="post" reloadDocument noValidate className="sl-form sl-questionnaire">
      {children}
      <input type="hidden" name="at" value={at} />
      {carryFields(answers, without).map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </Form>
  )
}

/** The promise, on every page. */
export function Anonymous({ least }: { least: number }) {
  return (
    <p className="sl-promise">
      <PadlockLockedIcon aria-hidden />
      <span>{m.evaluations_anonymous({ least })}</span>
    </p>
  )
}

/** The other languages as buttons of the same form: the answers come along, which a link could not do. */
export function LanguageChoice({ go }: { go: string }) {
  return (
    <fieldset className="sl-q__languages">
      <legend className="sl-meta">{m.evaluations_language_label()}</legend>
      {locales.map((locale) => (
        <SubmitButton
          key={locale}
          variant="quiet"
          size="small"
          name="go"
          value={go}
          formAction={`?lang=${locale}`}
          lang={locale}
          aria-pressed={locale === getLocale()}
        >
          {ownNameOf(locale)}
        </SubmitButton>
      ))}
    </fieldset>
  )
}

/** After sending, and whenever somebody who has answered comes back. */
export function Thanks({ questionnaire, again, toVisit }: { questionnaire: Questionnaire; again: boolean; toVisit: boolean }) {
  const { least, hostUnitName: unit, visitId } = questionnaire
  return (
    <Page width="read">
      <div className="sl-stack">
        <h1>{m.evaluations_thanks_title()}</h1>
        {again ? <Notice>{m.evaluations_already()}</Notice> : null}
        <p className="sl-lead">{m.evaluations_thanks_body({ least, unit })}</p>
        <nav className="sl-languages" aria-label={m.ui_languages()}>
          <LanguageList />
        </nav>
        {toVisit ? <ButtonLink to={`/visits/${visitId}/evaluation`}>{m.evaluations_thanks_to_visit()}</ButtonLink> : null}
      </div>
    </Page>
  )
}

export function Closed({ questionnaire }: { questionnaire: Questionnaire }) {
  return (
    <Page width="read">
      <div className="sl-stack">
        <h1>{m.evaluations_closed_title()}</h1>
        <p className="sl-meta">{inWords(questionnaire.instrument.title)}</p>
        <p className="sl-lead">
          {m.evaluations_closed_body({ day: lastDayWords(questionnaire.closesAt, questionnaire.timeZone) })}
        </p>
        <nav className="sl-languages" aria-label={m.ui_languages()}>
          <LanguageList />
        </nav>
      </div>
    </Page>
  )
}
