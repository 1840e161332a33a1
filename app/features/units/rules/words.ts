// The nouns of the units room. Table columns take their lists from here, so this file imports nothing.

export const unitKinds = [
  'region',
  'administration',
  'area',
  'clinic',
  'care_centre',
  'ward',
  'team',
  'municipality',
  'university',
  'college',
  'education_unit',
  'partner_organisation',
] as const
export type UnitKind = (typeof unitKinds)[number]

export const visitForms = ['on_site', 'digital', 'mixed'] as const
export type VisitForm = (typeof visitForms)[number]

/** Countries a unit can be in, the Nordic ones first (ISO 3166-1 alpha-2); names come from the reader's language. */
export const countries = [
  'SE',
  'NO',
  'DK',
  'FI',
  'IS',
  'FO',
  'GL',
  'AX',
  'EE',
  'LV',
  'LT',
  'IE',
  'GB',
  'NL',
  'BE',
  'DE',
  'AT',
  'CH',
  'FR',
  'ES',
  'PT',
  'IT',
  'PL',
  'CZ',
  'SI',
  'HR',
  'GR',
  'MT',
  'CA',
  'AU',
  'NZ',
  'US',
] as const
export type Country = (typeof countries)[number]

/** Languages a unit works in or receives visits in (BCP 47), Nordic ones first; fewer than people write in, for each is a box to tick. */
export const languages = [
  'sv',
  'nb',
  'nn',
  'da',
  'fi',
  'is',
  'se',
  'fo',
  'kl',
  'en',
  'et',
  'lv',
  'lt',
  'ga',
  'de',
  'nl',
  'fr',
  'es',
  'pt',
  'it',
  'pl',
  'uk',
  'ar',
] as const
export type Language = (typeof languages)[number]

/** IANA zone that a country's units plan in, where it is not Stockholm's. */
const zones: Partial<Record<Country, string>> = {
  NO: 'Europe/Oslo',
  DK: 'Europe/Copenhagen',
  FI: 'Europe/Helsinki',
  AX: 'Europe/Mariehamn',
  IS: 'Atlantic/Reykjavik',
  FO: 'Atlantic/Faroe',
  GL: 'America/Nuuk',
  EE: 'Europe/Tallinn',
  LV: 'Europe/Riga',
  LT: 'Europe/Vilnius',
  IE: 'Europe/Dublin',
  GB: 'Europe/London',
  PT: 'Europe/Lisbon',
  GR: 'Europe/Athens',
  CA: 'America/Toronto',
  US: 'America/New_York',
  AU: 'Australia/Sydney',
  NZ: 'Pacific/Auckland',
}

export function zoneOf(country: Country): string {
  return zones[country] ?? 'Europe/Stockholm'
}
