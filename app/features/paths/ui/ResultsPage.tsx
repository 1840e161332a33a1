// What those who walked a version think of it: question by question, and their words for those who write the path.
import type { Instrument, Scales } from '#app/features/evaluations/rules/instrument.ts'
import { AnswersTo, WordsTo } from '#app/features/evaluations/ui/feedback-question.tsx'
import { inWords } from '#app/features/evaluations/ui/words.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { EmptyState, Page, PageHead, Section } from '#app/ui/index.ts'
import type { PathAnswers } from '../queries/answers.server.ts'
import { PathLanguage, Said } from './language.tsx'
import { addressOf } from './words.ts'

type Results = Omit<PathAnswers, 'path'> & { path: { id: string; title: string }; language: Locale }

export function ResultsPage({ path, language, number, least, scales, answered, asked, texts }: Results) {
  const isEmpty = asked.every(({ questions }) => questions.every(({ people }) => people === 0))
  return (
    <PathLanguage language={language}>
      <Page>
        <PageHead
          title={m.paths_results()}
          lead={<Said>{path.title}</Said>}
          facts={[m.paths_version_number({ number }), ...(answered > 0 ? [m.paths_results_answers({ count: answered })] : [])]}
          crumbs={[
            { to: addressOf(path.id), label: <Said>{path.title}</Said> },
            { to: addressOf(path.id, 'versions'), label: m.paths_versions() },
            { label: m.paths_results() },
          ]}
        />
        {isEmpty ? (
          <EmptyState id="none" title={m.paths_results_none()} glyph="evaluating">
            <p>{m.paths_results_none_text({ least })}</p>
          </EmptyState>
        ) : (
          <>
            <p className="sl-meta">{m.paths_results_rule({ least })}</p>
            {asked.map((one) => (
              <Counts key={one.instrument.version} {...one} scales={scales} />
            ))}
          </>
        )}
        {texts ? <Words asked={asked} texts={texts} least={least} /> : null}
      </Page>
    </PathLanguage>
  )
}

function Counts({ instrument, questions, scales }: Results['asked'][number] & { scales: Scales }) {
  return (
    <Section id={`answers-${instrument.version}`} title={m.paths_results_counts()}>
      <div className="sl-stack">
        {questions.map((question) => (
          <AnswersTo key={question.item.id} question={question} scales={scales} />
        ))}
      </div>
    </Section>
  )
}

function Words({ asked, texts, least }: Pick<Results, 'asked' | 'least'> & { texts: NonNullable<Results['texts']> }) {
  const items = asked
    .flatMap(({ instrument }) => writtenIn(instrument))
    .filter(({ id }) => texts.some((one) => one.item === id))
  return (
    <Section id="words" title={m.paths_results_words()}>
      <p className="sl-meta">{m.paths_results_words_rule({ least })}</p>
      {items.length === 0 ? <p>{m.paths_results_words_none()}</p> : null}
      <div className="sl-stack">
        {items.map((item) => (
          <WordsTo key={item.id} heading={<h3>{inWords(item.text)}</h3>} words={texts.filter((one) => one.item === item.id)} />
        ))}
      </div>
    </Section>
  )
}

function writtenIn(instrument: Instrument) {
  return instrument.items.filter(({ type }) => type === 'free_text')
}
