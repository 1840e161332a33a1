// The thread's two kinds of words: what somebody wants to learn, and what guests bring.
import type { ReactNode } from 'react'

type VoiceCard = {
  /** `Who` of the author. */
  who: ReactNode
  /** A chip in the corner: language, kind. */
  chip?: ReactNode
  /** The words as they were written, with their language. */
  text: string
  lang: string
  /** `ThreadStops`. */
  stops?: ReactNode
  children?: ReactNode
}

/** Person → words → where it is served (children) → stops. */
export function GoalCard({ who, chip, text, lang, stops, children }: VoiceCard) {
  return (
    <article className="sl-goal">
      <div className="sl-row sl-row--between">
        {who}
        {chip}
      </div>
      <h3 className="sl-voice" lang={lang}>
        {text}
      </h3>
      {children}
      {stops}
    </article>
  )
}

/** An improvement work the guests bring: the gift. */
export function GiftCard({ who, chip, title, text, lang, stops, children }: VoiceCard & { title: string }) {
  return (
    <article className="sl-goal sl-goal--gift">
      <div className="sl-row sl-row--between">
        {who}
        {chip}
      </div>
      <h3 className="sl-voice" lang={lang}>
        {title}
      </h3>
      {text ? (
        <p className="sl-voice" lang={lang}>
          {text}
        </p>
      ) : null}
      {children}
      {stops}
    </article>
  )
}
