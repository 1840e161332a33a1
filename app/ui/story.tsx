// How something people have told looks in a list. The title link covers the card: one link per card.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type Props = {
  to: string
  title: string
  /** Language of title and excerpt. */
  lang: string
  excerpt?: string
  /** `alt` is empty when the picture only decorates. */
  picture?: { src: string; alt: string } | null
  chips?: ReactNode
  /** `Who` of the author. */
  who: ReactNode
}

export function StoryCard({ to, title, lang, excerpt, picture, chips, who }: Props) {
  return (
    <article className="sl-story">
      {picture ? (
        <img className="sl-story__picture" src={picture.src} width={720} height={405} alt={picture.alt} loading="lazy" />
      ) : null}
      <div className="sl-story__body">
        {chips ? <div className="sl-chips">{chips}</div> : null}
        <h3 lang={lang}>
          <Link to={to} prefetch="intent">
            {title}
          </Link>
        </h3>
        {excerpt ? <p lang={lang}>{excerpt}</p> : null}
        {who}
      </div>
    </article>
  )
}
