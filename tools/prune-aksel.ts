// Aksel's style sheets describe every component it has. The build keeps the parts we use: fewer bytes for every first visit.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AtRule, Declaration, Plugin, Root, Rule } from 'postcss'

/**
 * Runs over the whole sheet, after imports are in: drops rules whose Aksel class is written nowhere in app/, then tokens and
 * animations that nothing names.
 */
export function pruneAksel(): Plugin {
  const used = akselClassesIn('app')
  return {
    postcssPlugin: 'samlara-prune-aksel',
    OnceExit(root) {
      root.walkRules((rule) => keepUsedSelectors(rule, used))
      while (dropUnnamed(root) > 0);
      root.walkAtRules((rule) => {
        if (rule.nodes?.length === 0) rule.remove()
      })
    },
  }
}

function akselClassesIn(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
  const words = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/aksel-[\w-]*\w/g) ?? [])
  return new Set(words)
}

function keepUsedSelectors(rule: Rule, used: Set<string>): void {
  if (!rule.selector.includes('.aksel-')) return
  const kept = rule.selectors.filter((selector) => akselClassesOf(selector).every((name) => used.has(name)))
  if (kept.length === 0) rule.remove()
  else if (kept.length < rule.selectors.length) rule.selectors = kept
}

/** What a selector asks for; what it only excludes does not count. */
function akselClassesOf(selector: string): string[] {
  return [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.(aksel-[\w-]+)/g)].map((match) => match[1] ?? '')
}

/** Removes Aksel's custom properties and keyframes that nothing refers to; answers with how many went. */
function dropUnnamed(root: Root): number {
  const named = new Set<string>()
  root.walkDecls((declaration) => {
    for (const match of declaration.value.matchAll(/--_*ax[\w-]*/g)) named.add(match[0])
    if (declaration.prop.startsWith('animation')) for (const word of declaration.value.split(/[\s,]+/)) named.add(word)
  })
  const unnamed: (Declaration | AtRule)[] = []
  root.walkDecls(/^--_*ax/, (declaration) => {
    if (!named.has(declaration.prop)) unnamed.push(declaration)
  })
  root.walkAtRules('keyframes', (rule) => {
    if (!named.has(rule.params)) unnamed.push(rule)
  })
  for (const node of unnamed) node.remove()
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove()
  })
  return unnamed.length
}
