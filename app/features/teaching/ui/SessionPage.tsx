// One session, as teacher, learner or manager sees it: the same facts, and what this reader can do.
import { Link, Form as PlainForm } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import {
  ButtonLink,
  CardSection,
  Columns,
  Facts,
  Form,
  NextStep,
  Notice,
  Page,
  PageHead,
  Section,
  StatusChip,
  SubmitButton,
  TextArea,
  useSlForm,
} from '#app/ui/index.ts'
import type { SessionPage as View } from '../queries/log.server.ts'
import { SignOffSide } from './SignOffSide.tsx'
import { formName, learnersWords, sessionAddress, signOffStatus, signOffWords } from './words.ts'

export function SessionPage(view: View) {
  const { session, mine } = view
  return (
    <Page width={mine ? undefined : 'read'}>
      <PageHead
        title={session.subject}
        lang={session.language}
        facts={[formatDay(session.taughtOn), m.teaching_minutes_words({ count: session.minutes }), formName(session.form)]}
        crumbs={
          mine
            ? [
                { to: '/teaching', label: m.teaching_title() },
                { label: session.subject, lang: session.language },
              ]
            : undefined
        }
      />
      {mine ? (
        <Columns label={m.teaching_signoff()} side={<SignOffSide {...view} mine={mine} />}>
          <Answers {...view} />
          <WhatWasTaught {...view} />
          <Reflection key={mine.reflection?.text} sessionId={session.id} reflection={mine.reflection} />
        </Columns>
      ) : (
        <div className="sl-stack-l">
          <Answers {...view} />
          <WhatWasTaught {...view} />
        </div>
      )}
    </Page>
  )
}

function WhatWasTaught({ session, module, mine, can }: View) {
  const where = session.unit ?? { name: session.place, language: session.language }
  const somebody = m.teaching_somebody()
  const from = mine?.learntFrom
  const items = [
    { term: m.teaching_teacher(), value: session.teacher ?? somebody },
    { term: m.teaching_where(), value: <span lang={where.language}>{where.name}</span> },
    { term: m.teaching_to_whom(), value: learnersWords(session) },
    module && {
      term: m.teaching_module(),
      value: <Link to={`/paths/${module.pathId}/${module.moduleId.toLowerCase()}`}>{module.title}</Link>,
    },
    from && {
      term: m.teaching_learnt_from(),
      value: (
        <Link to={sessionAddress(from.id)} lang={from.language}>
          {from.subject}
        </Link>
      ),
    },
    session.signedOn && {
      term: m.teaching_signed_by(),
      value: m.teaching_signed_words({ name: session.signedBy ?? somebody, day: formatDay(session.signedOn) }),
    },
  ]
  return (
    <CardSection id="facts" title={m.teaching_facts()}>
      <p>
        <StatusChip status={signOffStatus(session.signOff)}>{signOffWords(session.signOff)}</StatusChip>
      </p>
      <Facts items={items.flatMap((item) => item || [])} />
      {can.change ? <Changes sessionId={session.id} /> : null}
    </CardSection>
  )
}

/** What waits for this reader here: the one primary action. */
function Answers({ session, can, answer }: View) {
  const name = session.teacher ?? m.teaching_somebody()
  if (can.sign) {
    return (
      <NextStep id="sign" eyebrow={m.teaching_sign_eyebrow()} title={m.teaching_sign_title({ name })}>
        <p>{m.teaching_sign_text(session)}</p>
        <PlainForm method="post" action={sessionAddress(session.id, 'signature')} className="sl-row">
          <input type="hidden" name="version" value={session.version} />
          <SubmitButton>{m.teaching_sign()}</SubmitButton>
          <ButtonLink to={sessionAddress(session.id, 'return')} variant="quiet">
            {m.teaching_return()}
          </ButtonLink>
        </PlainForm>
      </NextStep>
    )
  }
  if (can.confirm) {
    return (
      <NextStep id="confirm" eyebrow={m.teaching_confirm_eyebrow()} title={m.teaching_confirm_title({ name })}>
        <p>{answer === 'declined' ? m.teaching_confirm_declined() : m.teaching_confirm_text()}</p>
        <div className="sl-row">
          <PlainForm method="post" action={sessionAddress(session.id, 'attendance')}>
            <SubmitButton>{m.teaching_confirm()}</SubmitButton>
          </PlainForm>
          {answer === 'waiting' ? (
            <PlainForm method="post" action={sessionAddress(session.id, 'absence')}>
              <SubmitButton variant="quiet">{m.teaching_decline()}</SubmitButton>
            </PlainForm>
          ) : null}
        </div>
      </NextStep>
    )
  }
  if (answer === 'confirmed') {
    return (
      <NextStep
        id="on"
        eyebrow={m.teaching_on_eyebrow()}
        title={m.teaching_on_title()}
        action={<ButtonLink to={`/teaching/new?from=${session.id}`}>{m.teaching_teach_on()}</ButtonLink>}
      >
        <p>{m.teaching_on_text()}</p>
      </NextStep>
    )
  }
  if (!session.returned) return null
  return (
    <Notice tone="warning">
      <p>{m.teaching_returned_text()}</p>
      <p className="sl-voice" lang={session.returned.language}>
        {session.returned.note}
      </p>
    </Notice>
  )
}

function Changes({ sessionId }: { sessionId: string }) {
  return (
    <div className="sl-row">
      <ButtonLink to={sessionAddress(sessionId, 'edit')} variant="secondary">
        {m.teaching_change()}
      </ButtonLink>
      <PlainForm method="post" action={sessionAddress(sessionId, 'removal')}>
        <SubmitButton variant="danger">{m.teaching_delete()}</SubmitButton>
      </PlainForm>
    </div>
  )
}

function Reflection({ sessionId, reflection }: { sessionId: string; reflection: { text: string; language: string } | null }) {
  const [form, fields] = useSlForm<{ reflection: string }>(undefined, {
    id: 'reflection',
    defaultValue: { reflection: reflection?.text ?? '' },
  })
  return (
    <Section id="thoughts" title={m.teaching_reflection()}>
      <Form form={form} action={sessionAddress(sessionId, 'reflection')}>
        <TextArea
          field={fields.reflection}
          label={m.teaching_reflection_own()}
          help={m.teaching_reflection_help()}
          rows={5}
          voice
          optional
        />
        <div>
          <SubmitButton variant="secondary">{m.teaching_reflection_save()}</SubmitButton>
        </div>
      </Form>
    </Section>
  )
}
