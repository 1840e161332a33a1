// A film: ours with captions and everything it says beside it, or a link to where it is shown.
import { ExternalLinkIcon } from '@navikt/aksel-icons'
import { formatList, languageName } from '#app/i18n/format.ts'
import { locales } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Fold } from '#app/ui/index.ts'
import type { Activity } from '../rules/shape.ts'
import type { Spoken } from '../rules/spoken.ts'
import { PassageText } from './PassageText.tsx'
import { mediaAddress } from './words.ts'

type FilmActivity = Extract<Spoken<Activity>, { kind: 'video' }>
type Film = NonNullable<FilmActivity['video']>

export function VideoBody({ activity }: { activity: FilmActivity }) {
  const { video, transcript } = activity
  return (
    <>
      {video ? <ShownFilm video={video} title={activity.title} /> : null}
      {transcript.length > 0 ? (
        <Fold summary={m.paths_film_transcript()}>
          <PassageText blocks={transcript} />
        </Fold>
      ) : null}
    </>
  )
}

function ShownFilm({ video, title }: { video: Film; title: string }) {
  return 'link' in video ? <FilmElsewhere video={video} /> : <OwnFilm video={video} title={title} />
}

/** No film is played here without captions: in a draft it is a file to open until somebody has written them. */
function OwnFilm({ video, title }: { video: Extract<Film, { media: string }>; title: string }) {
  const captioned = locales.flatMap((language) => {
    const mediaId = video.captions[language]
    return mediaId ? [{ language, src: mediaAddress(mediaId), label: languageName(language) }] : []
  })
  const shown = captioned.find(({ language }) => language === getLocale()) ?? captioned[0]
  const film = mediaAddress(video.media)
  return (
    <div className="sl-stack-s">
      {shown ? (
        <video className="sl-path-film" controls preload="metadata" src={film} aria-label={title}>
          <track kind="captions" src={shown.src} srcLang={shown.language} label={shown.label} default />
          {captioned
            .filter((one) => one !== shown)
            .map(({ language, src, label }) => (
              <track key={language} kind="captions" src={src} srcLang={language} label={label} />
            ))}
        </video>
      ) : (
        <p>
          <a href={film}>{title}</a>
        </p>
      )}
      <p className="sl-meta">{captionWords(captioned.map(({ language }) => language))}</p>
    </div>
  )
}

/** Nothing of other hosts is shown on our pages: they would learn who reads. */
function FilmElsewhere({ video }: { video: Extract<Film, { link: string }> }) {
  const { host } = new URL(video.link)
  return (
    <div className="sl-stack-s">
      <p>
        <a href={video.link} rel="noreferrer external">
          <ExternalLinkIcon aria-hidden /> {m.paths_film_open({ host })}
        </a>
      </p>
      <p className="sl-meta">
        {m.paths_film_elsewhere({ host })} {captionWords(video.captioned)}
      </p>
    </div>
  )
}

function captionWords(languages: readonly string[]): string {
  if (languages.length === 0) return m.paths_film_no_captions()
  return m.paths_film_captions({ languages: formatList(languages.map(languageName)) })
}
