/**
 * In:    a folder with `articles.jsonl` (PolNeAR pack: text, attributions with source, cue and content spans).
 * Out:   readings of the articles with gold attributions as ranges of word numbers.
 * Never: keeps text beyond the reading.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { scanQuotations } from '../../src/annotate/attribution/marks/quote-marks.js'
import { type Reading, readingOf, wordsOf, type WordRange } from '../../src/annotate/attribution/reading.js'
import { tagSentences, sentenceSpans, type TaggedSentence } from '../../src/annotate/sentences.js'
import type { Block } from '../../src/model/article.js'
import type { Span } from '../../src/model/span.js'
import { firstEndingAfter } from '../../src/text/spans.js'

type Pairs = readonly (readonly [number, number])[]
type GoldArticle = {
  readonly id: string
  readonly text: string
  readonly discard: Pairs
  readonly attributions: readonly { readonly source: Pairs; readonly cue: Pairs; readonly content: Pairs }[]
}

export type GoldAttribution = {
  readonly content: readonly WordRange[]
  readonly source: WordRange | null
  readonly cue: WordRange
}

export type GoldReading = {
  readonly id: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly sentences: readonly TaggedSentence[]
  readonly reading: Reading
  readonly attributions: readonly GoldAttribution[]
  readonly discard: readonly Span[]
}

export function loadGold(folder: string): readonly GoldReading[] {
  return readFileSync(path.join(folder, 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => goldReading(JSON.parse(line) as GoldArticle))
}

function goldReading(article: GoldArticle): GoldReading {
  const { text } = article
  const blocks = paragraphs(text)
  const sentences = sentenceSpans(text, blocks).map((span, n) => ({ id: `s${n}`, ...span }))
  const tagged = tagSentences({ text, blocks }, sentences)
  const words = wordsOf(tagged)
  const reading = readingOf(words, blocks, scanQuotations(text, blocks))
  const attributions: GoldAttribution[] = []
  for (const item of article.attributions) {
    const cue = ranges(reading, item.cue)[0]
    if (!cue) continue
    const content = ranges(reading, item.content)
      .map((range) => tidy(reading, range))
      .filter((range) => range.from < range.to)
      .sort((a, b) => a.from - b.from)
    const source = ranges(reading, item.source)[0] ?? null
    if (content.length > 0) attributions.push({ content, source, cue })
  }
  attributions.sort((a, b) => a.cue.from - b.cue.from || a.cue.to - b.cue.to)
  const discard = article.discard.map(([start, end]) => ({ start, end }))
  return { id: article.id, text, blocks, sentences: tagged, reading, attributions, discard }
}

/** Runs of non-blank lines; the first, if a blank line follows it, is the headline. */
function paragraphs(text: string): Block[] {
  return [...text.matchAll(/[^\n]+(?:\n[^\n]+)*/gu)].map((match, index) => ({
    kind: index === 0 ? 'headline' : 'paragraph',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function ranges({ words }: Reading, pairs: Pairs): WordRange[] {
  const out: WordRange[] = []
  for (const [start, end] of pairs) {
    let from = -1
    let to = -1
    for (let index = firstEndingAfter(words, start); index < words.length; index++) {
      const word = words[index]
      if (!word || word.start >= end) break
      if (from < 0) from = index
      to = index + 1
    }
    if (from >= 0) out.push({ from, to })
  }
  return out
}

/** Without punctuation at the ends, but with the quotation marks that belong to what is inside. */
function tidy(r: Reading, range: WordRange): WordRange {
  let { from, to } = range
  while (from < to && isLoose(r, from) && r.mark[from] !== 1) from++
  while (to > from && isLoose(r, to - 1) && r.mark[to - 1] !== 2) to--
  if (r.mark[from - 1] === 1 && r.quoted[from - 1] === r.quoted[from]) from--
  if (r.mark[to] === 2 && r.quoted[to] === r.quoted[to - 1]) to++
  else if (
    r.mark[to + 1] === 2 &&
    isLoose(r, to) &&
    r.quoted[to] === r.quoted[to - 1] &&
    r.mark[to - 1] !== 2
  )
    to += 2
  return { from, to }
}

function isLoose(r: Reading, index: number): boolean {
  return /^[\s"“”'‘’.,;:!?`–—-]+$/u.test(r.words[index]?.surface ?? '')
}
