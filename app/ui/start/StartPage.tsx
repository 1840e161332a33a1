// The start page: what Samlära is, what people have told, how a visit comes about, who invites right now.
import { m } from '#app/paraglide/messages.js'
import { Band, ButtonLink, Card, EmptyState, Page, Section, StoryCard, Who } from '../index.ts'
import { StartSteps } from './StartSteps.tsx'

export type Story = {
  to: string
  title: string
  lang: string
  excerpt: string
  author: string
  about: string
  side: 'host' | 'guest'
  picture?: { src: string; alt: string } | null
}

export type Offer = { id: string; unit: string; unitLanguage: string; text: string; lang: string; to: string }

/** `voice` is the story in the band; `stories` the cards below it. */
export function StartPage({
  voice,
  stories,
  offers,
}: {
  voice: Story | null
  stories: readonly Story[]
  offers: readonly Offer[]
}) {
  return (
    <Page>
      <Hero />
      {voice ? <Voice story={voice} /> : null}
      <Section
        id="stories"
        title={m.pages_start_stories()}
        action={stories.length > 0 ? <a href="/blog">{m.pages_start_stories_all()}</a> : null}
      >
        {stories.length > 0 ? <Stories stories={stories} /> : <NoStories voice={Boolean(voice)} />}
      </Section>
      <StartSteps />
      <Section
        id="offers"
        title={m.pages_start_offers()}
        action={offers.length > 0 ? <a href="/offers">{m.pages_start_offers_all()}</a> : null}
      >
        {offers.length > 0 ? <Offers offers={offers} /> : <NoOffers />}
      </Section>
      <section className="sl-grid sl-grid--2" aria-label={m.pages_start_invited()}>
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
      </section>
    </Page>
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

function Voice({ story }: { story: Story }) {
  return (
    <Band id="voice" title={m.pages_start_voice()}>
      <blockquote className="sl-quote" lang={story.lang}>
        {story.excerpt}
      </blockquote>
      <div className="sl-row sl-row--between">
        <Who name={story.author} about={story.about} side={story.side} />
        <a href={story.to}>{m.pages_start_voice_read()}</a>
      </div>
    </Band>
  )
}

function Stories({ stories }: { stories: readonly Story[] }) {
  return (
    <div className="sl-grid sl-grid--3">
      {stories.map(({ author, about, side, ...story }) => (
        <StoryCard key={story.to} {...story} who={<Who name={author} about={about} side={side} />} />
      ))}
    </div>
  )
}

function NoStories({ voice }: { voice: boolean }) {
  if (voice) return <a href="/blog">{m.pages_start_stories_all()}</a>
  return (
    <EmptyState id="no-stories" level={3} title={m.pages_start_stories_empty()} glyph="asked">
      <p>{m.pages_start_stories_empty_text()}</p>
    </EmptyState>
  )
}

function Offers({ offers }: { offers: readonly Offer[] }) {
  return (
    <Card>
      {offers.map((offer) => (
        <article className="sl-offer" key={offer.id}>
          <h3 lang={offer.unitLanguage}>
            <a href={offer.to}>{offer.unit}</a>
          </h3>
          <p lang={offer.lang}>{offer.text}</p>
          <ButtonLink to={offer.to} variant="secondary" about={offer.unit}>
            {m.pages_start_offers_ask()}
          </ButtonLink>
        </article>
      ))}
    </Card>
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
