// How a mail looks: our own mark drawn with text, one column, one button. Mail programs want styles inline; nothing is fetched.
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components'
import type { CSSProperties, ReactNode } from 'react'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import type { Letter, Quote } from '../words.ts'

const sans = "'Hanken Grotesk', 'Segoe UI', Helvetica, Arial, sans-serif"
const serif = "Literata, Georgia, 'Times New Roman', serif"

const look = {
  body: { backgroundColor: '#fbf9f8', color: '#261d31', fontFamily: sans, margin: 0, padding: '24px 12px' },
  sheet: { backgroundColor: '#ffffff', border: '1px solid #dcd5db', borderRadius: '16px', maxWidth: '560px', padding: '28px' },
  mark: { fontSize: '18px', fontWeight: 700, lineHeight: '24px', margin: '0 0 20px' },
  host: { color: '#58337f', fontSize: '28px', letterSpacing: '-0.3em' },
  guest: { color: '#f0a94a', fontSize: '28px', letterSpacing: '0.08em' },
  heading: { fontSize: '22px', fontWeight: 700, lineHeight: '30px', margin: '0 0 16px' },
  text: { fontSize: '16px', lineHeight: '26px', margin: '0 0 16px' },
  quote: { borderLeft: '4px solid #f0a94a', margin: '0 0 16px', padding: '2px 0 2px 16px' },
  voice: { fontFamily: serif, fontSize: '17px', lineHeight: '28px', margin: 0 },
  facts: { backgroundColor: '#f5efee', borderRadius: '12px', margin: '0 0 20px', padding: '12px 16px' },
  fact: { fontSize: '15px', lineHeight: '24px', margin: 0 },
  code: { fontSize: '30px', fontWeight: 700, letterSpacing: '0.2em', lineHeight: '40px', margin: '0 0 16px' },
  button: {
    backgroundColor: '#58337f',
    borderRadius: '999px',
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 700,
    padding: '13px 26px',
    textDecoration: 'none',
  },
  address: { color: '#4f4859', fontSize: '14px', lineHeight: '22px', margin: '16px 0 0', wordBreak: 'break-all' },
  link: { color: '#4b286e' },
  rule: { borderColor: '#dcd5db', margin: '24px 0 16px' },
  small: { color: '#4f4859', fontSize: '14px', lineHeight: '22px', margin: '0 0 8px' },
} satisfies Record<string, CSSProperties>

/** `letter` in `locale`; `origin` stands before its paths. Drawn inside `inLanguage`, so that the frame's own words match. */
export function LetterPage({ letter, locale, origin }: { letter: Letter; locale: Locale; origin: string }) {
  const { subject, paragraphs, facts = [], code, action, why, contact } = letter
  return (
    <Html lang={locale}>
      <Head>
        <title>{subject}</title>
      </Head>
      <Preview>{previewOf(letter)}</Preview>
      <Body style={look.body}>
        <Container style={look.sheet}>
          <Text style={look.mark}>
            <span aria-hidden="true">
              <span style={look.host}>●</span>
              <span style={look.guest}>●</span>
            </span>{' '}
            {m.common_product()}
          </Text>
          <Heading as="h1" style={look.heading}>
            {subject}
          </Heading>
          {paragraphs.map((paragraph) =>
            typeof paragraph === 'string' ? (
              <Text key={paragraph} style={look.text}>
                {paragraph}
              </Text>
            ) : (
              <Said key={paragraph.words} quote={paragraph} />
            ),
          )}
          {facts.length > 0 ? (
            <Section style={look.facts}>
              {facts.map(({ label, value }) => (
                <Text key={label} style={look.fact}>
                  <strong>{label}:</strong> {value}
                </Text>
              ))}
            </Section>
          ) : null}
          {code ? <Text style={look.code}>{code}</Text> : null}
          {action ? <Way label={action.label} address={origin + action.path} /> : null}
          <Hr style={look.rule} />
          <Text style={look.small}>{why}</Text>
          <Text style={look.small}>{contact ? m.notifications_contact(contact) : m.notifications_contact_none()}</Text>
        </Container>
      </Body>
    </Html>
  )
}

function Said({ quote }: { quote: Quote }): ReactNode {
  return (
    <Section style={look.quote}>
      <Text lang={quote.language} style={look.voice}>
        {quote.words}
      </Text>
      {quote.by ? <Text style={look.small}>{quote.by}</Text> : null}
    </Section>
  )
}

function Way({ label, address }: { label: string; address: string }): ReactNode {
  return (
    <Section>
      <Button href={address} style={look.button}>
        {label}
      </Button>
      <Text style={look.address}>
        {m.notifications_link_plain()}
        <br />
        <Link href={address} style={look.link}>
          {address}
        </Link>
      </Text>
    </Section>
  )
}

/** What mail programs show beside the subject: the first sentence that is ours. */
function previewOf({ paragraphs }: Letter): string {
  return paragraphs.find((paragraph) => typeof paragraph === 'string') ?? ''
}
