// The start page: what Samlära is, what people have told, how a visit comes about, who invites right now.
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Band, ButtonLink, Card, EmptyState, Page, Section, type Side, Who } from '../index.ts'
import { StartSteps } from './StartSteps.tsx'

/** What somebody told, in their own words, with a way to the rest. */
export type Voice = { to: string; words: string; lang: string; name: string; about: string; side: Side }

type Props = {
  voice: Voice | null
  /** Cards of stories; null when nobody has told openly. */
  stories: ReactNode | null
  /** Units that invite; null when none does. */
  offers: ReactNode | null
}

export function StartPage({ voice, stories, offers }: Props) {
  return (
    <Page>
      <Hero />
      {voice ? <VoiceBand voice={voice} /> : null}
      <Section
        id="stories"
        title={m.pages_start_stories()}
        action={stories ? <a href="/blog">{m.pages_start_stories_all()}</a> : null}
      >
        {stories ?? <NoStories />}
      </Section>
      <StartSteps />
      <Section
        id="offers"
        title={m.pages_start_offers()}
        action={offers ? <a href="/offers">{m.pages_start_offers_all()}</a> : null}
      >
        {offers ?? <NoOffers />}
      </Section>
      <InvitedAndGiven />
    </Page>
  )
}

function InvitedAndGiven() {
  return (
    <div className="sl-grid sl-grid--2">
      <Card tone="guest">
        <h2>{m.pages_start_invited()}</h2>
        <p>{m.pages_start_invited_text()}</p>
        <div>
          <ButtonLink to="/login" variant="secondary">
            {m.ui_sign_in()}
          </ButtonLink>
        </div>
      </Card>
      <Card tone="quiet">
        <h2>{m.pages_start_gives()}</h2>
        <p className="sl-say">{m.pages_start_gives_text()}</p>
        <p>
          <a href="/about#numbers">{m.pages_start_gives_more()}</a>
        </p>
      </Card>
    </div>
  )
}

function Hero() {
  return (
    <section className="sl-hero" aria-labelledby="start">
      <div className="sl-stack">
        <h1 id="start">{m.pages_start_title()}</h1>
        <p className="sl-lead">{m.pages_start_lead()}</p>
        <div className="sl-row">
          <ButtonLink to="#offers">{m.pages_start_find()}</ButtonLink>
          <ButtonLink to="#stories" variant="quiet">
            {m.pages_start_read()}
          </ButtonLink>
        </div>
      </div>
      <img src="/drawings/moten.svg" width={592} height={420} alt={m.pages_start_picture()} />
    </section>
  )
}

function VoiceBand({ voice }: { voice: Voice }) {
  return (
    <Band id="voice" title={m.pages_start_voice()}>
      <blockquote className="sl-quote" lang={voice.lang}>
        {voice.words}
      </blockquote>
      <div className="sl-row sl-row--between">
        <Who name={voice.name} about={voice.about} side={voice.side} />
        <a href={voice.to}>{m.pages_start_voice_read()}</a>
      </div>
    </Band>
  )
}

function NoStories() {
  return (
    <EmptyState id="no-stories" level={3} title={m.pages_start_stories_empty()} glyph="asked">
      <p>{m.pages_start_stories_empty_text()}</p>
    </EmptyState>
  )
}

function NoOffers() {
  return (
    <EmptyState
      id="no-offers"
      level={3}
      title={m.pages_start_offers_empty()}
      glyph="dialogue"
      action={
        <ButtonLink to="/login" variant="secondary">
          {m.ui_sign_in()}
        </ButtonLink>
      }
    >
      <p>{m.pages_start_offers_empty_text()}</p>
    </EmptyState>
  )
}
