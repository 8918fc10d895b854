/**
 * The table of cleaning rules in docs/reading.md, made from the rules themselves.
 *
 * In:    the rows of page and block rules, and the golden pages' expected files.
 * Out:   a Markdown list: rule, what it removes. The reasons stand with the rules.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { blockRules } from '../../src/normalize/clean/block-rules.js'
import { pageRules, visibilityRules } from '../../src/normalize/clean/page-rules.js'
import { compareCodeUnits } from '../../src/text/order.js'
import { root } from './event.js'

const pages = path.join(root, 'tests/pages')

/** Of each rule the cells of its row behind its name. */
export function ruleEntries(): readonly { readonly id: string; readonly cells: readonly string[] }[] {
  const removedOn = goldenPages()
  return [...visibilityRules, ...pageRules, ...blockRules]
    .map(({ id, removes, reason, data }) => {
      const files = data?.split(' ').map((file) => `\`data/${file}\``)
      return { id, cells: [removes, reason, files?.join(', ') ?? 'none', `\`${removedOn.get(id) ?? ''}\``] }
    })
    .sort((a, b) => compareCodeUnits(a.id, b.id))
}

export function ruleTable(): string {
  return ruleEntries()
    .map(({ id, cells: [removes = ''] }) => `- \`${id}\`: ${removes}`)
    .join('\n')
}

/** For each rule the golden page with the fewest removals among those on which it removes something. */
function goldenPages(): ReadonlyMap<string, string> {
  const found = readdirSync(pages)
    .sort()
    .map((page) => ({
      page,
      removed: removals(readFileSync(path.join(pages, page, 'expected.txt'), 'utf8')),
    }))
    .sort((a, b) => a.removed.length - b.removed.length)
  const first = new Map<string, string>()
  for (const { page, removed } of found) for (const id of removed) if (!first.has(id)) first.set(id, page)
  return first
}

function removals(expected: string): string[] {
  return [...expected.matchAll(/^removed by (?<id>[a-z-]+):/gmu)].map(({ groups }) => groups?.['id'] ?? '')
}
