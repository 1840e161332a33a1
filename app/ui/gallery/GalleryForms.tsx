import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  Form,
  HiddenField,
  Notice,
  RadioField,
  RowList,
  SaveBar,
  SaveState,
  Section,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
  TimeField,
  useSlForm,
} from '../index.ts'

type Input = {
  id: string
  name: string
  email: string
  learn: string
  goals: { text: string }[]
  people: { name: string; role: string }[]
  shape: string
  sides: string[]
  unit: string
  day: string
  time: string
  rules: string
}

const defaultValue = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Karin',
  learn: 'Vi vill være med på en hjemreisesamtale, og på morgenmøtet ved tavla.',
  goals: [{ text: 'Forstå hvordan dere holder hjemreisesamtalen.' }, { text: '' }],
  people: [{ name: '', role: '' }],
  shape: 'site',
  sides: ['host'],
}

/** Every kind of field; with `result` as it looks when the server refused. */
export function GalleryForm({ result }: { result: unknown }) {
  const [form, fields] = useSlForm<Input>(result, { id: 'gallery', defaultValue })
  return (
    <Form form={form}>
      <HiddenField field={fields.id} />
      <section>
        <h2>1. Det dere vil lære</h2>
        <TextField field={fields.name} label="Namn" autoComplete="name" />
        <TextField field={fields.email} label="E-post" help="Visas aldrig för andra." type="email" autoComplete="email" />
        <TextArea field={fields.learn} label="Hva vil dere ta del i?" help="Gjerne hverdagen." voice rows={4} />
        <RowList form={form} list={fields.goals} label="Mål" help="Ett mål i varje ruta." add="Lägg till ett mål">
          {(row, number) => <TextArea field={row.getFieldset().text} label={`Mål ${number}`} voice />}
        </RowList>
        <RowList form={form} list={fields.people} label="Deltagare" add="Lägg till en deltagare" look="two">
          {(row) => {
            const person = row.getFieldset()
            return (
              <>
                <TextField field={person.name} label="Namn" />
                <TextField field={person.role} label="Roll" optional />
              </>
            )
          }}
        </RowList>
        <RadioField
          field={fields.shape}
          label="Besöksform"
          row
          choices={[
            { value: 'site', label: 'På plats' },
            { value: 'digital', label: 'Digitalt' },
            { value: 'unsure', label: 'Vet inte', quiet: true },
          ]}
        />
        <CheckboxGroup
          field={fields.sides}
          label="Vilka får läsa?"
          choices={[
            { value: 'host', label: 'Värdarna', help: 'Alla på Tallbacken som är med i besöket.' },
            { value: 'guest', label: 'Gästerna' },
          ]}
        />
        <SelectField
          field={fields.unit}
          label="Enhet"
          empty="Välj en enhet"
          options={[
            { value: 'a', label: 'Rehabavdelningen Tallbacken' },
            { value: 'b', label: 'Hjemmetjenesten Nordvik', lang: 'nb' },
          ]}
        />
        <div className="sl-grid sl-grid--2">
          <DateField field={fields.day} label="Dag" />
          <TimeField field={fields.time} label="Tid" optional />
        </div>
        <CheckboxField field={fields.rules} label="Vi har läst reglerna om tystnadsplikt, foto och blogg." />
      </section>
      <SubmitButton>Skicka till Tallbacken</SubmitButton>
    </Form>
  )
}

/** Save states and notices. */
export function GalleryStates() {
  return (
    <Section id="states" title="Lägen och besked">
      <div className="sl-stack">
        <SaveState saving={{ state: 'saved', time: '14.32' }} />
        <SaveState saving={{ state: 'saving' }} />
        <SaveState saving={{ state: 'local', changes: 3 }} />
        <SaveState saving={{ state: 'failed', why: 'Servern svarar inte.' }} />
        <Notice>Besöket är nästan fullt: fyra av fem platser är tagna.</Notice>
        <Notice tone="success" announce>
          Underlaget är skickat till Tallbacken.
        </Notice>
        <Notice tone="warning">Gästerna har inte svarat om allergier.</Notice>
        <Notice tone="error">
          <h3>Länken har gått ut</h3>
          <p>Vi skickar gärna en ny.</p>
        </Notice>
        <SaveBar saving={{ state: 'saved', time: '14.32' }}>
          <SubmitButton form="gallery" variant="quiet">
            Fortsätt senare
          </SubmitButton>
        </SaveBar>
      </div>
    </Section>
  )
}
