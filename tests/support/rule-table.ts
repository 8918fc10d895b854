/**
 * The table of cleaning rules in docs/normalize.md, made from the rule files themselves.
 *
 * In:    src/normalize/clean/drop-*.ts, whose opening comments say what goes and why, and the golden pages' expected files.
 * Out:   a Markdown table: rule, what it removes, reason, data, a golden page on which it removes something.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './event.js'

const rules = path.join(root, 'src/normalize/clean')
const pages = path.join(root, 'tests/pages')
export type RuleEntry = {
  readonly id: string
  readonly what: string
  readonly reason: string
  readonly data: string
  readonly page: string
}

export function ruleEntries(): readonly RuleEntry[] {
  const removedOn = goldenPages()
  return readdirSync(rules)
    .filter((name) => name.startsWith('drop-'))
    .sort()
    .map((name) => entryOf(readFileSync(path.join(rules, name), 'utf8'), removedOn))
}

export function ruleTable(): string {
  const rows = ruleEntries().map(
    ({ id, what, reason, data, page }) => `| \`${id}\` | ${what} | ${reason} | ${data} | \`${page}\` |`,
  )
  return ['| rule | removes | reason | data | golden page |', '|---|---|---|---|---|', ...rows].join('\n')
}

function entryOf(source: string, removedOn: ReadonlyMap<string, string>): RuleEntry {
  const id = /\bid: '(?<id>[a-z-]+)'/u.exec(source)?.groups?.['id'] ?? ''
  const comment = (/\/\*\*(?<text>[\s\S]*?)\*\//u.exec(source)?.groups?.['text'] ?? '')
    .split('\n')
    .map((line) => line.replace(/^ \* ?/u, '').trim())
    .join('\n')
  const [what = '', ...rest] = comment.trim().split('\n\n')
  const reason = rest.map(oneLine).find((text) => text.startsWith('Reason:')) ?? ''
  return {
    id,
    what: oneLine(what).replace(/\.$/u, ''),
    reason: (/^Reason: (?<text>.*?[.;])(?: |$)/u.exec(reason)?.groups?.['text'] ?? '').replace(/[.;]$/u, ''),
    data: [...new Set(dataOf(source))].sort().join(', ') || 'none',
    page: removedOn.get(id) ?? '',
  }
}

/** The files of `data/` that a rule reads, itself or by a module beside it. */
function dataOf(source: string): string[] {
  const own = [...source.matchAll(/\blistFile\('(?<file>[^']+)'\)/gu)].map(
    ({ groups }) => `\`data/${groups?.['file'] ?? ''}\``,
  )
  const beside = [...source.matchAll(/from '\.\/(?<name>[a-z-]+)\.js'/gu)].flatMap(({ groups }) =>
    dataOf(readFileSync(path.join(rules, `${groups?.['name'] ?? ''}.ts`), 'utf8')),
  )
  return [...own, ...beside]
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/\|/gu, '/').trim()
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
