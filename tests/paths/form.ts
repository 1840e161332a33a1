// A form of a page, as a browser without scripts would send it: every field with what it holds.

/** Fields of the form with this id. What is not ticked is not sent; of several ticked under one name each is. */
export function formOn(html: string, id: string): Record<string, string[]> {
  const form = new RegExp(`<form[^>]*id="${id}"[\\s\\S]*?</form>`).exec(html)?.[0]
  if (!form) throw new Error(`There is no form ${id} on the page.`)
  const sent: Record<string, string[]> = {}
  const put = (name: string | undefined, value: string) => {
    if (name) sent[name] = [...(sent[name] ?? []), words(value)]
  }
  for (const [, tag = '', rest = ''] of form.matchAll(/<(input|textarea|select)\b((?:[^>"]|"[^"]*")*)>/g)) {
    const at = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(rest)?.[1]
    const name = at('name')
    if (tag === 'input' && !(/checkbox|radio/.test(at('type') ?? '') && !/\bchecked\b/.test(rest)))
      put(name, at('value') ?? (at('type') === 'checkbox' ? 'on' : ''))
    const inside = (end: string) => form.slice(form.indexOf(`<${tag}${rest}>`)).split(`</${end}>`)[0] ?? ''
    if (tag === 'textarea') put(name, inside('textarea').replace(/^<[^>]*>\n?/, ''))
    if (tag === 'select') put(name, /<option(?=[^>]*\bselected\b)[^>]*value="([^"]*)"/.exec(inside('select'))?.[1] ?? '')
  }
  return sent
}

function words(text: string): string {
  const signs: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" }
  return text.replace(/&(\w+|#\w+);/g, (all, name: string) => signs[name] ?? all)
}
