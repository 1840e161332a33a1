import { isIP } from 'node:net'
import { z } from 'zod'

const modes = ['production', 'demo', 'development', 'test'] as const
export type Mode = (typeof modes)[number]

const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional())

/**
 * What express calls "trust proxy": how many proxies stand in front, or which. Express itself reads the text '1' as the
 * address 0.0.0.1 and stops the process at 'true', so the text becomes what is meant here.
 */
const trustProxy = z
  .string()
  .refine((text) => /^(\d{1,2}|true|false)$/.test(text) || text.split(',').every(isProxy), {
    message: 'give the number of proxies, or their names or addresses (loopback, 10.0.0.0/8)',
  })
  .transform((text) => (/^\d+$/.test(text) ? Number(text) : text === 'true' || (text === 'false' ? false : text)))

function isProxy(text: string): boolean {
  const [address = '', bits, ...more] = text.trim().split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text.trim())) return true
  const widest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  return widest > 0 && more.length === 0 && (bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= widest))
}

const schema = z.object({
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65535).default(3000)),
  HOST: z.preprocess(blank, z.string().default('0.0.0.0')),
  ORIGIN: optional(z.url({ protocol: /^https?$/ })),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
  DATA_DIR: optional(z.string()),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')),
  MAIL_FROM: z.preprocess(blank, z.string().default('Samlära <no-reply@samlara.example>')),
  OPERATOR: optional(z.string()),
  CONTACT_EMAIL: optional(z.email()),
  ACCESSIBILITY_COMPLAINTS_URL: z.preprocess(blank, z.url().default('https://www.digg.se/tdosanmalan')),
  TRUST_PROXY: optional(trustProxy),
  LOG_LEVEL: z.preprocess(blank, z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
  METRICS_TOKEN: optional(z.string().min(16)),
  SESSION_IDLE_DAYS: z.preprocess(blank, z.coerce.number().positive().default(14)),
  /** Fewer answers than this are never shown in numbers. */
  SMALLEST_GROUP: z.preprocess(blank, z.coerce.number().int().min(5).max(10).default(5)),
  /** Seals the private keys of certificates in the database; without it a secret in DATA_DIR does. */
  CERTIFICATE_SECRET: optional(z.string().min(32)),
  SESSION_MAX_DAYS: z.preprocess(blank, z.coerce.number().positive().default(90)),
})

/** Names that are kept for single sign-on. Until there is one, to set them must not look as if it worked. */
const reserved = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']

export type Settings = Omit<z.infer<typeof schema>, 'ORIGIN' | 'DATA_DIR'> & {
  mode: Mode
  ORIGIN: string
  DATA_DIR: string
  /** DATA_DIR was given: what must not lie in the database can lie there. */
  hasFolder: boolean
}

/** Something the operator has to set before the server can start. */
export class SettingsError extends Error {}

/**
 * Reads the settings once. Production has no defaults for what would be wrong to guess.
 * @throws SettingsError with a sentence that names the setting.
 */
export function readSettings(mode: Mode, environment: Record<string, string | undefined>): Settings {
  const early = reserved.find((name) => environment[name])
  if (early) throw new SettingsError(`Single sign-on (OIDC) is not supported yet. Remove ${early} to start.`)
  const parsed = schema.safeParse(environment)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new SettingsError(`The setting ${issue?.path.join('.')} is not usable: ${issue?.message}.`)
  }
  const values = parsed.data
  if (mode === 'production') {
    if (!values.ORIGIN)
      throw new SettingsError('Set ORIGIN to the public base address, for example ORIGIN=https://samlara.example.org.')
    if (!values.DATABASE_URL && !values.DATA_DIR) {
      throw new SettingsError('Set DATABASE_URL to a PostgreSQL database, or DATA_DIR to a folder for the embedded one.')
    }
    if (!values.DATA_DIR && !values.SMTP_URL) {
      throw new SettingsError('Set SMTP_URL for sending mail, or DATA_DIR to a folder where mails are written instead.')
    }
  }
  return {
    ...values,
    mode,
    hasFolder: values.DATA_DIR !== undefined,
    ORIGIN: (values.ORIGIN ?? `http://localhost:${values.PORT}`).replace(/\/$/, ''),
    DATA_DIR: values.DATA_DIR ?? (mode === 'demo' ? 'data/demo' : mode === 'test' ? 'data/test' : 'data/dev'),
  }
}

let current: Settings | undefined

export function setSettings(settings: Settings): void {
  current = settings
}

/** The settings this process started with. */
export function settings(): Settings {
  if (!current) throw new Error('The settings are read at start; nothing may ask before.')
  return current
}
