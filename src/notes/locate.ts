/** Finds what a note cites: the report, and the words after folding marks, dashes and spaces; never words that are only like these. */
import type { Span } from '../model/span.js'
import type { ArticleView } from '../likeness/view.js'
import { once } from '../text/once.js'
import { contains } from '../text/spans.js'

/** As typed first, then by file name, then by outlet: the first of these that fits any report decides. */
export function reportNamed(
  views: readonly ArticleView[],
  source: string,
): ArticleView | 'no-such-source' | 'ambiguous-source' {
  const wanted = source.trim().toLowerCase()
  const ways: ((view: ArticleView) => readonly string[])[] = [
    ({ id, article }) => [id, article.source, article.url ?? ''],
    ({ article }) => [fileName(article.source), fileName(article.source).replace(/\.[a-z0-9]{1,5}$/u, '')],
    ({ name, article }) => [name, article.outlet.name, article.outlet.id],
  ]
  for (const names of ways) {
    const fitting = views.filter((view) => names(view).some((name) => name.toLowerCase() === wanted))
    if (fitting.length > 1) return 'ambiguous-source'
    if (fitting[0]) return fitting[0]
  }
  return 'no-such-source'
}

function fileName(source: string): string {
  return (source.split(/[/\\]/u).at(-1) ?? '').toLowerCase()
}

type Folded = { readonly text: string; readonly at: readonly number[] }

const marks: ReadonlyMap<string, string> = new Map(
  (
    [
      ["'", '’‘ʼ‛′`'],
      ['"', '“”„‟″«»'],
      ['-', '‐‑‒–—―−'],
    ] as const
  ).flatMap(([plain, others]) => Array.from(others, (other) => [other, plain] as const)),
)

/** Straight marks, short dashes, one space for any run of white space; soft hyphens and joiners go. */
function fold(text: string): Folded {
  const at: number[] = []
  let folded = ''
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i)
    if (/[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character)) continue
    const plain = /\s/u.test(character) ? ' ' : (marks.get(character) ?? character)
    if (plain === ' ' && folded.endsWith(' ')) continue
    folded += plain
    at.push(i)
  }
  return { text: folded, at }
}

const foldedText = once((view: ArticleView) => fold(view.text))

/** Where words stand: in the sentence that the note gives, if they do there, else where they stand first. */
export function locate(view: ArticleView, words: string, sentence?: string | null): Span | null {
  const within = sentence ? placesOf(view, sentence)[0] : undefined
  const places = placesOf(view, words)
  return places.find((place) => within !== undefined && contains(within, place)) ?? places[0] ?? null
}

export function placesOf(view: ArticleView, words: string): readonly Span[] {
  const { text, at } = foldedText(view)
  const bare = fold(words).text.trim()
  // A note may put its own marks around words that have none in the text.
  for (const wanted of [bare, bare.replace(/^["']|["']$/gu, '').trim()]) {
    const found: Span[] = []
    for (let k = text.indexOf(wanted); wanted !== '' && k >= 0; k = text.indexOf(wanted, k + 1)) {
      const end = k + wanted.length
      if (isWordPart(text, k - 1, k) || isWordPart(text, end - 1, end)) continue
      found.push({ start: at[k] ?? 0, end: (at[end - 1] ?? 0) + 1 })
    }
    if (found.length > 0) return found
  }
  return []
}

/** Whether a place would cut a word in two. */
function isWordPart(text: string, before: number, behind: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(before)) && /[\p{L}\p{N}]/u.test(text.charAt(behind))
}
