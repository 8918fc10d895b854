/**
 * Scores `synoptic versions` on changes that a script makes: behaviour, not accuracy on news.
 *
 *   tsx scripts/score-versions.ts furniture <pages folder> [most [id…]]   pages with other furniture; a change that is reported is wrong
 *   tsx scripts/score-versions.ts edits <events folder…>            edits of each kind in texts of reports: found, typed right, beside
 *
 * The texts stay where they are; nothing of them is written. Seeds are fixed.
 */
import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { AnnotatedArticle } from '../src/model/annotated-article.js'
import type { VersionChange, VersionPassage, Versions } from '../src/model/versions.js'
import { compareVersions, readPage } from '../src/pipeline.js'
import { sha256 } from '../src/text/hash.js'
import { sniff } from '../src/text/sniff.js'
import { edited, inverse } from './versions/edits.js'
import { withOtherFurniture } from './versions/furniture.js'
import { randomOf } from './versions/random.js'

const generator = { name: 'synoptic', version: 'score', options: {}, versions: {} } as const

function read(
  name: string,
  content: string | Buffer,
  url: string | null,
  charset: string | null = null,
): AnnotatedArticle {
  const bytes = Buffer.from(content)
  return readPage(
    {
      state: 'read',
      source: { name, kind: 'file', location: name, outlet: null },
      url,
      fetchedAt: null,
      issues: [],
      mediaType: sniff(bytes).kind === 'html' ? 'html' : 'text',
      charset,
      bytes: bytes.toString('base64'),
      sha256: sha256(bytes),
    },
    { zone: 'UTC' },
  )
}

const compared = (old: AnnotatedArticle, fresh: AnnotatedArticle): Versions =>
  compareVersions({ old, new: fresh, generator })

type GoldPage = {
  readonly id: string
  readonly lang?: string
  readonly url: string
  readonly title?: string
  readonly summary?: string
  readonly body?: string
  readonly with?: readonly string[]
}

function furniture(folder: string, most: number, only: readonly string[]): void {
  const pages = readFileSync(path.join(folder, 'pages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldPage)
  const titles = pages.flatMap(({ title }) => (title === undefined || title === '' ? [] : [title]))
  const tally = { compared: 0, otherState: 0, changes: 0, reporting: 0 }
  for (const { id, url, title = '', summary = '', body = '', with: snippets = [] } of pages
    .slice(0, most)
    .filter((page) => only.length === 0 || only.includes(page.id))) {
    const bytes = gunzipSync(readFileSync(path.join(folder, 'html', `${id}.html.gz`)))
    const old = read(`${id}.html`, bytes, url)
    // Where the gold gives snippets alone, what the program reads stands in for the report: it is stricter.
    const known = [title, summary, body, ...snippets, body === '' ? old.text : ''].join('\n')
    const other = withOtherFurniture(
      decoded(bytes),
      { body: known, titles: titles.filter((one) => one !== title) },
      id,
    )
    const found = compared(old, read(`${id}.html`, other.html, url, 'utf-8'))
    tally.changes += other.changes
    if (found.state === 'compared') tally.compared++
    else tally.otherState++
    if (found.changes.length > 0) {
      tally.reporting++
      process.stdout.write(`${id} ${found.old.completeness.state} ${old.language}\n`)
      for (const { kind, old: was, new: now } of found.changes)
        process.stdout.write(
          `  ${kind}\n    was ${was?.text.slice(0, 160) ?? '-'}\n    now ${now?.text.slice(0, 160) ?? '-'}\n`,
        )
    } else if (found.state !== 'compared')
      process.stdout.write(`${id} ${found.state} ${old.language} ${old.text.length}\n`)
  }
  process.stdout.write(`${JSON.stringify(tally)}\n`)
}

/** UTF-8 where it is, else as the page declares; the changed page is UTF-8. */
function decoded(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString()
  const declared = /charset=["']?([\w-]+)/iu.exec(bytes.subarray(0, 4_096).toString('latin1'))?.[1] ?? 'utf-8'
  return new TextDecoder(declared).decode(bytes)
}

const kinds = [
  'headline-changed',
  'quotation-removed',
  'quotation-cut',
  'quotation-altered',
  'number-changed',
  'date-changed',
  'credit-lost',
  'hedge-lost',
  'statement-removed',
  'correction-note',
] as const
const pairs = 150
const editsEach = 3

type Tally = { made: number; found: number; typed: number }

function edits(folders: readonly string[]): void {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => path.join(folder, name)),
  )
  const texts = files.map((file) => readFileSync(file, 'utf8'))
  const words = [...new Set(texts.flatMap((text) => text.match(/(?<=\s)[a-z]{5,9}(?=\s)/gu) ?? []))].sort()
  const tally = new Map<string, Tally>()
  const sum = { pairs: 0, made: 0, found: 0, typed: 0, beside: 0 }
  for (const [at, text] of texts.slice(0, pairs).entries()) {
    const random = randomOf(`pair ${at}`)
    const wanted = Array.from({ length: editsEach }, (_, i) => kinds[(at + i * 3) % kinds.length] ?? kinds[0])
    const made = edited(text, words, [...new Set(wanted)], `edit ${at}`)
    const turned = random.below(2) === 1
    const [a, b] = [read('old.txt', text, null), read('new.txt', made.text, null)]
    const found = turned ? compared(b, a) : compared(a, b)
    sum.pairs++
    const left = new Set(found.changes)
    for (const { kind, old, new: fresh } of made.edits) {
      const expected = turned ? (inverse[kind] ?? kind) : kind
      const here = found.changes.filter((change) =>
        touches(change, turned ? fresh : old, turned ? old : fresh),
      )
      const row = tally.get(expected) ?? { made: 0, found: 0, typed: 0 }
      const isTyped = here.some((change) => change.kind === expected)
      row.made++
      if (here.length > 0) row.found++
      if (isTyped) row.typed++
      tally.set(expected, row)
      for (const change of here) left.delete(change)
      if (!isTyped)
        process.stdout.write(
          `${files[at] ?? ''} ${expected}, said ${here.map((change) => change.kind).join(' ') || 'nothing'}\n  - ${old}\n  + ${fresh}\n`,
        )
    }
    sum.beside += left.size
    for (const { kind, old, new: fresh } of left)
      process.stdout.write(
        `${files[at] ?? ''} beside: ${kind}\n  - ${old?.text ?? ''}\n  + ${fresh?.text ?? ''}\n`,
      )
  }
  for (const row of tally.values()) {
    sum.made += row.made
    sum.found += row.found
    sum.typed += row.typed
  }
  for (const [kind, row] of [...tally].sort())
    process.stdout.write(`${kind}: ${row.made} made, ${row.found} found, ${row.typed} typed right\n`)
  process.stdout.write(`${JSON.stringify(sum)}\n`)
}

/** The change is told of words of the edited sentence. */
function touches(change: VersionChange, old: string, fresh: string): boolean {
  const isIn = (passage: VersionPassage | null, sentence: string): boolean =>
    passage !== null &&
    sentence !== '' &&
    (sentence.includes(passage.text) || passage.text.includes(sentence))
  return isIn(change.old, old) || isIn(change.new, fresh)
}

const [part, ...given] = process.argv.slice(2)
if (part === 'furniture' && given[0] !== undefined)
  furniture(given[0], Number(given[1] ?? 200), given.slice(2))
else if (part === 'edits' && given.length > 0) edits(given)
else process.stderr.write('give furniture <folder> or edits <folder…>\n')
