import {
  Button,
  ButtonLink,
  Chip,
  Chips,
  EmptyState,
  Face,
  Faces,
  GiftCard,
  GoalCard,
  NextStep,
  PageHead,
  Pair,
  PhaseGlyph,
  Section,
  SectionNav,
  StatusChip,
  SubmitButton,
  stepShapes,
  TabSwitch,
  Thread,
  ThreadEnd,
  ThreadIcon,
  ThreadStops,
  Who,
} from '../index.ts'
import { goal, ingrid, karin, sindre, stepsAt, yusuf } from './people.ts'

const statuses = ['met', 'not-met', 'unsure', 'no-target', 'no-data', 'hidden', 'hidden-protect'] as const

/** The heading of a visit, its thread and its sections. */
export function GalleryHead() {
  return (
    <>
      <PageHead
        crumbs={[{ label: 'Besök', to: '/visits' }, { label: 'Trygg hemgång' }]}
        title="Trygg hemgång"
        pair={<Pair host={karin} guest={ingrid} large />}
        lead="Hjemmetjenesten Nordvik på besök hos rehabavdelningen Tallbacken."
        facts={['tisdag 2 – torsdag 4 februari 2027', 'på plats', '4 gäster']}
      />
      <Thread steps={stepsAt(3)} note="Om 15 dagar kommer gästerna." />
      <Thread label="Tråden i slutet" steps={stepsAt(8)} />
      <ThreadEnd>
        <p>
          <strong>Tallbacken tackade nej den 9 november.</strong> Svaret går att läsa nedan.
        </p>
      </ThreadEnd>
      <SectionNav
        label="Besökets sidor"
        items={[
          { to: '/dev/gallery', label: 'Översikt', end: true },
          ...['Underlag', 'Program', 'Rummet', 'Blogg', 'Utvärdering', 'Summering'].map((label) => ({
            to: `/${label}`,
            label,
          })),
        ]}
      />
      <TabSwitch
        label="Dagar"
        current="date"
        items={[
          { to: '?day=1', label: 'tis 2 feb', note: 'Framkomst', current: true },
          { to: '?day=2', label: 'ons 3 feb', note: 'Dag 2' },
          { to: '?day=3', label: 'tors 4 feb', note: 'Hem' },
        ]}
      />
    </>
  )
}

/** Faces, glyphs, chips and buttons. */
export function GalleryMotif() {
  return (
    <Section id="motif" title="Ansikten, tecken, knappar">
      <div className="sl-stack">
        <div className="sl-row">
          {stepShapes.map((shape) => (
            <PhaseGlyph key={shape} shape={shape} />
          ))}
        </div>
        <div className="sl-row">
          <Face {...karin} side="host" alone />
          <Face {...yusuf} side="host" alone />
          <Face name="Åsa" side="guest" size="s" alone />
          <Face {...sindre} side="guest" size="l" alone />
          <Pair host={yusuf} guest={ingrid} />
        </div>
        <Who {...sindre} side="guest" about="gäst, arbetsterapeut" />
        <Faces
          people={[
            { id: '1', ...ingrid, side: 'guest' },
            { id: '2', ...sindre, side: 'guest' },
          ]}
        >
          Ingrid och Sindre fyller i tillsammans nu.
        </Faces>
        <Chips>
          {statuses.map((status) => (
            <StatusChip key={status} status={status} />
          ))}
        </Chips>
        <Chips>
          <Chip glyph="preparing">Förbereds</Chip>
          <Chip tone="quiet">skrivet på norska</Chip>
          <Chip tone="now">Pågår, 50 minuter kvar</Chip>
          <StatusChip status="unsure">Ingen programpunkt än</StatusChip>
        </Chips>
        <form className="sl-row" action="#motif">
          <SubmitButton>Läs och svara</SubmitButton>
          <Button>Lägg till ett mål</Button>
          <ButtonLink to="?quiet" variant="quiet">
            Lämna över till någon annan
          </ButtonLink>
          <Button variant="danger">Avbryt besöket</Button>
          <ButtonLink to="?small" variant="secondary" size="small" about="förfrågan från Rosslea">
            Öppna
          </ButtonLink>
        </form>
      </div>
    </Section>
  )
}

/** The next step, goals, gifts and an empty state. */
export function GalleryCards() {
  return (
    <>
      <NextStep
        id="next"
        eyebrow="Ditt nästa steg, Karin"
        title="Läs gästernas underlag och svara"
        pair={<Pair host={karin} guest={ingrid} />}
        action={<ButtonLink to="?answer">Läs och svara</ButtonLink>}
        quiet={
          <ButtonLink to="?hand-over" variant="quiet">
            Lämna över till någon annan
          </ButtonLink>
        }
        note="ungefär 15 minuter"
      >
        <p>Ingrid och Áilu skickade in sitt underlag i går. Gör det gärna före torsdag 21 januari.</p>
      </NextStep>
      <Section id="goals" title="Det vi vill lära" action={<a href="#goals">Lägg till ett mål</a>}>
        <div className="sl-grid">
          <GoalCard
            who={<Who {...ingrid} side="guest" about="gäst, avdelningschef" />}
            chip={<Chip tone="quiet">skrivet på norska</Chip>}
            {...goal}
            stops={<ThreadStops stops={6} reached={2} name="finns i programmet" />}
          >
            <p className="sl-serves">
              <ThreadIcon />
              <span>
                Tas upp <a href="#goals">onsdag 10.30, Följ med på hemgångssamtalet</a>
              </span>
            </p>
          </GoalCard>
          <GiftCard
            who={<Who {...sindre} side="guest" about="gäst, arbetsterapeut" />}
            chip={<Chip>Förbättringsarbete</Chip>}
            title="Fem dager hjemme"
            text="Vi ringer hver pasient de fem første dagene etter utskrivning."
            lang="nb"
            stops={<ThreadStops stops={5} reached={2} name="presenteras" more="Kan sedan bli ett gott exempel." />}
          />
        </div>
      </Section>
      <EmptyState
        id="empty"
        title="Ingen har skrivit än"
        action={
          <ButtonLink to="?write" variant="secondary">
            Skriv första inlägget
          </ButtonLink>
        }
      >
        <p>Skriv några rader om vad ni hoppas på. Gästerna läser gärna på färjan.</p>
      </EmptyState>
    </>
  )
}
