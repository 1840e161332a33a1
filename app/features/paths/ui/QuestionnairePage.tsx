// What those who walk a path are asked about it: who sees what first, then all questions on one page, sent once.
import { EyeIcon, PadlockLockedIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import type { Instrument, Scales } from '#app/features/evaluations/rules/instrument.ts'
import { Question } from '#app/features/evaluations/ui/question.tsx'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, CardSection, Form, Notice, Page, PageHead, SubmitButton, useSlForm } from '#app/ui/index.ts'
import { PathLanguage, Said } from './language.tsx'
import { addressOf, resultsAddress } from './words.ts'

type Asked = {
  /** `ships`: comes with the program, and nobody here writes it. */
  path: { id: string; title: string; by: string; ships: boolean }
  language: Locale
  number: number
  pairId: string | null
  state: 'open' | 'answered' | 'not_walking'
  instrument: Instrument
  scales: Scales
  least: number
}

export function QuestionnairePage({ result, ...asked }: Asked & { result: unknown }) {
  const { path, language, number, state } = asked
  return (
    <PathLanguage language={language}>
      <Page width="read">
        <PageHead
          title={m.paths_questionnaire()}
          lead={<Said>{path.title}</Said>}
          facts={[m.paths_version_number({ number })]}
          crumbs={[{ to: addressOf(path.id), label: <Said>{path.title}</Said> }, { label: m.paths_questionnaire() }]}
        />
        {state === 'open' ? (
          <>
            <WhoSees {...asked} />
            <Questions {...asked} result={result} />
          </>
        ) : null}
        {state === 'answered' ? <Answered {...asked} /> : null}
        {state === 'not_walking' ? <NotWalking {...asked} /> : null}
      </Page>
    </PathLanguage>
  )
}

/** Told before anything is answered. */
function WhoSees({ path, least }: Asked) {
  const words = path.ships ? m.paths_questionnaire_words_ships({ least }) : m.paths_questionnaire_words({ by: path.by, least })
  return (
    <CardSection id="who" title={m.paths_questionnaire_who()}>
      <ul className="sl-path-seen">
        <li>
          <PadlockLockedIcon aria-hidden />
          <span>{m.paths_questionnaire_nobody()}</span>
        </li>
        <li>
          <EyeIcon aria-hidden />
          <span>{m.paths_questionnaire_counts({ least })}</span>
        </li>
        <li>
          <EyeIcon aria-hidden />
          <span>{words}</span>
        </li>
      </ul>
      <p className="sl-meta">{m.paths_questionnaire_once()}</p>
      <p className="sl-meta">{m.paths_questionnaire_apart()}</p>
    </CardSection>
  )
}

function Questions({ instrument, scales, result }: Asked & { result: unknown }) {
  const [form, fields] = useSlForm<Record<string, string>>(result)
  return (
    <Form form={form}>
      {instrument.items.map((item) => {
        const field = fields[item.id]
        return field ? (
          <Question
            key={item.id}
            item={item}
            scales={scales}
            id={field.id}
            name={field.name}
            value={field.initialValue}
            problem={field.errors?.[0]}
            help={item.type === 'free_text' ? m.paths_questionnaire_patients() : undefined}
          />
        ) : null
      })}
      <div>
        <SubmitButton>{m.paths_questionnaire_send()}</SubmitButton>
      </div>
    </Form>
  )
}

function Answered({ path, number, pairId, least }: Asked) {
  return (
    <>
      <Notice tone="success">
        <p>{m.paths_questionnaire_thanks({ least })}</p>
      </Notice>
      <p>
        <Link to={resultsAddress(path.id, number)}>{m.paths_results_link()}</Link>
      </p>
      {pairId ? (
        <p>
          <Link to={`/pairs/${pairId}`}>{m.paths_questionnaire_back()}</Link>
        </p>
      ) : null}
    </>
  )
}

function NotWalking({ path, number }: Asked) {
  return (
    <>
      <p>{m.paths_questionnaire_walkers()}</p>
      <p>
        <ButtonLink to={addressOf(path.id, 'start')} variant="secondary">
          {m.paths_questionnaire_start()}
        </ButtonLink>
      </p>
      <p>
        <Link to={resultsAddress(path.id, number)}>{m.paths_results_link()}</Link>
      </p>
    </>
  )
}
