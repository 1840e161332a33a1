// What an address on a path keeps from page to page: whose walk is shown, which version is read.
const kept = ['pair', 'version'] as const

/** The same address with what is kept of the page's search. */
export function keeping(address: string, search: URLSearchParams): string {
  const given = kept.flatMap((name) => {
    const value = search.get(name)
    return value ? [[name, value]] : []
  })
  const [path = '', hash] = address.split('#')
  const query = given.length > 0 ? `?${new URLSearchParams(given)}` : ''
  return `${path}${query}${hash === undefined ? '' : `#${hash}`}`
}
