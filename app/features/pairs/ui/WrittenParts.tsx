type Props = {
  parts: readonly { label: string; text: string | undefined }[]
  language: string | undefined
  level: 'h2' | 'h3'
}

/** What the two have written under headings, those that nothing stands under left out. */
export function WrittenParts({ parts, language, level: Heading }: Props) {
  return parts
    .filter((part) => part.text)
    .map(({ label, text }) => (
      <div key={label} className="sl-stack-s">
        <Heading>{label}</Heading>
        <p className="sl-voice sl-path-letter" lang={language}>
          {text}
        </p>
      </div>
    ))
}
