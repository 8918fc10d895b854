/**
 * Article body from HTML, against bodies picked by people.
 * In: `extraction/<part>`. Out: precision and recall of word 4-grams averaged over pages, and the F1 of the two
 * (the measure of Scrapinghub's article-extraction-benchmark).
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { jsonLines, withFiles } from '../gold.js'
import { f1, type InspectedArticle } from '../metrics.js'
import { inspectFiles, timed } from '../reading.js'
import { spreadOf, type PackRun } from '../result.js'

type Page = { readonly html: string; readonly body: string }
type Score = { readonly precision: number; readonly recall: number }

export const extraction: PackRun = async (gold, part, limit) => {
  const folder = path.join(gold, 'extraction', part)
  const pages = jsonLines<Page>(path.join(folder, 'pages.jsonl')).slice(0, limit)
  const files = pages.map(
    ({ html }, index) => [`${index}.html`, gunzipSync(readFileSync(path.join(folder, html)))] as const,
  )
  const [bodies, seconds] = await timed(async () =>
    (await withFiles(files, inspectFiles)).map((article) => bodyOf(article)),
  )
  const scores = pages.map((page, index) => scorePage(page.body, bodies[index] ?? ''))
  return {
    pack: 'extraction',
    part,
    figures: spreadOf(scores, (units) => {
      const precision = mean(units.map((unit) => unit.precision))
      const recall = mean(units.map((unit) => unit.recall))
      return { F1: f1(precision, recall), precision, recall }
    }),
    counts: { pages: pages.length, empty: bodies.filter((body) => body === '').length },
    seconds,
  }
}

/** Blocks but headline and caption, a line each; the whole text where there are no blocks. */
export function bodyOf(article: InspectedArticle): string {
  if (article.blocks.length === 0) return article.text
  return article.blocks
    .filter((block) => block.kind !== 'headline' && block.kind !== 'caption')
    .map((block) => article.text.slice(block.start, block.end))
    .join('\n')
}

export function scorePage(gold: string, found: string): Score {
  const [want, got] = [grams(gold), grams(found)]
  let [hits, wanted, given] = [0, 0, 0]
  for (const [gram, count] of want) {
    wanted += count
    hits += Math.min(count, got.get(gram) ?? 0)
  }
  for (const count of got.values()) given += count
  return {
    precision: given > 0 ? hits / given : wanted > 0 ? 0 : 1,
    recall: wanted > 0 ? hits / wanted : 1,
  }
}

/** Runs of four words (of all words where there are fewer), counted. */
function grams(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const size = Math.min(4, words.length)
  const counts = new Map<string, number>()
  for (let at = 0; size > 0 && at + size <= words.length; at++) {
    const gram = words.slice(at, at + size).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
