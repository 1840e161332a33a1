import product from '@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2?url'
import people from '@fontsource-variable/literata/files/literata-latin-wght-normal.woff2?url'

/** Addresses of the two fonts nearly every page needs; the root preloads them (`as="font" crossOrigin="anonymous"`). */
export const preloadedFonts: readonly string[] = [product, people]
