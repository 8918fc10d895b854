/**
 * In:    words and quotation marks of one article.
 * Out:   attributions found by rules: a quotation with a verb of saying beside it, a that-clause or bare clause after
 *        one, "…, she said", "according to …", a colon before a quotation or its paragraph.
 * Never: looks at another article, or resolves who a pronoun stands for.
 */
import type { Found, WordRange } from './found.js'
import { speechVerbs } from './lexicon.js'
import type { Word } from './words.js'

export type QuotedState = { readonly id: number; readonly opens: boolean; readonly closes: boolean }

/** For each word the number of the outermost quotation it stands in, or -1. */
export type QuotedBy = Int32Array

type Clause = { readonly words: readonly Word[]; readonly quoted: QuotedBy }

const sentenceEnd = /^[.?!]+$/u
const clauseBreak = new Set([',', ';', ':', '—', '–', '--', '.', '?', '!', '(', ')', '…'])

export function findByRules(words: readonly Word[], quoted: QuotedBy): readonly Found[] {
  const found: Found[] = []
  const text: Clause = { words, quoted }
  let from = 0
  for (let index = 0; index < words.length; index++) {
    const next = words[index + 1]
    if (next && next.sentence === words[index]?.sentence && next.block === words[index]?.block) continue
    sentence(text, { from, to: index + 1 }, found)
    from = index + 1
  }
  return found
}

function sentence(text: Clause, range: WordRange, found: Found[]): void {
  const accordingTo = findAccordingTo(text, range)
  if (accordingTo) {
    found.push(accordingTo)
    return
  }
  const cue = mainCue(text, range)
  if (cue < 0) {
    continued(text, range, found)
    return
  }
  const source = sourceOf(text, range, cue)
  const left = source && source.from < cue ? source.from : cue
  const right = source && source.from > cue ? source.to : cue + 1
  const after = trim(text, { from: contentStart(text, right, range.to), to: range.to })
  const before = trim(text, { from: range.from, to: left })
  const content: WordRange[] = []
  const inverted = endsWithBreak(text, range.from, left)
  if (inverted && size(before) > 2) content.push(before)
  const quotedAfter = after.from < after.to && (text.quoted[after.from] ?? -1) >= 0
  if (size(after) > 2 && (!inverted || quotedAfter)) content.push(after)
  if (content.length > 0) found.push({ content, cue: { from: cue, to: cue + 1 }, source, confidence: null })
}

/** A sentence all in quotation marks goes on with the quotation before it, if one stands right before. */
function continued(text: Clause, range: WordRange, found: Found[]): void {
  const inner = trim(text, range)
  if (size(inner) < 2) return
  for (let index = inner.from; index < inner.to; index++) if ((text.quoted[index] ?? -1) < 0) return
  const last = found.at(-1)
  const firstWord = text.words[range.from]
  const before = text.words[range.from - 1]
  if (!last || !firstWord || !before) return
  const end = Math.max(...last.content.map((piece) => piece.to), last.cue?.to ?? 0, last.source?.to ?? 0)
  if (range.from - end > 12) return
  if (before.block === firstWord.block || before.lower === ':')
    found[found.length - 1] = { ...last, content: [...last.content, inner] }
  else found.push({ ...last, content: [inner] })
}

function findAccordingTo(text: Clause, range: WordRange): Found | undefined {
  const { words, quoted } = text
  for (let index = range.from; index + 2 < range.to; index++) {
    if ((quoted[index] ?? -1) >= 0) continue
    if (words[index]?.lower !== 'according' || words[index + 1]?.lower !== 'to') continue
    const source = nounPhrase(text, index + 2, range.to)
    const leads = index - range.from < 2
    const content = leads
      ? trim(text, { from: contentStart(text, source.to, range.to), to: range.to })
      : trim(text, { from: range.from, to: index })
    if (size(content) < 2) return undefined
    return { content: [content], cue: { from: index, to: index + 2 }, source, confidence: null }
  }
  return undefined
}

/** The verb of saying that governs the sentence: one beside a quotation if there is one, else the first. */
function mainCue({ words, quoted }: Clause, range: WordRange): number {
  let first = -1
  for (let index = range.from; index < range.to; index++) {
    const word = words[index]
    if (!word || (quoted[index] ?? -1) >= 0 || !speechVerbs.has(word.lemma) || word.pos !== 'VERB') continue
    if (first < 0) first = index
    const nearQuote = [index - 4, index - 3, index - 2, index + 2, index + 3].some(
      (near) => near >= range.from && near < range.to && (quoted[near] ?? -1) >= 0,
    )
    if (nearQuote) return index
  }
  return first
}

function sourceOf(text: Clause, range: WordRange, cue: number): WordRange | null {
  const next = text.words[cue + 1]
  const previous = text.words[cue - 1]
  const inverted =
    (next?.pos === 'PROPN' || next?.lower === 'the' || next?.lower === 'a') &&
    (!previous || clauseBreak.has(previous.lower) || (text.quoted[cue - 1] ?? -1) >= 0)
  if (inverted) return nounPhrase(text, cue + 1, range.to)
  let to = cue
  while (to > range.from && /^(?:AUX|ADV|PART)$/u.test(text.words[to - 1]?.pos ?? '')) to--
  let from = to
  while (from > range.from) {
    const word = text.words[from - 1]
    if (!word || (text.quoted[from - 1] ?? -1) >= 0 || clauseBreak.has(word.lower)) break
    if (/^(?:VERB|SCONJ|CCONJ|AUX)$/u.test(word.pos)) break
    from--
    if (word.pos === 'PRON') break
  }
  return from < to ? { from, to } : null
}

function nounPhrase({ words, quoted }: Clause, from: number, end: number): WordRange {
  let to = from
  while (to < end) {
    const word = words[to]
    if (!word || clauseBreak.has(word.lower) || (quoted[to] ?? -1) >= 0) break
    if (to > from && /^(?:VERB|AUX|PRON|SCONJ)$/u.test(word.pos)) break
    if (to > from && word.pos === 'ADP' && word.lower !== 'of') break
    to++
  }
  return { from, to: Math.max(to, from + 1) }
}

/** Skips what stands between a cue and its content: a comma, a colon, "on Tuesday". */
function contentStart({ words }: Clause, from: number, end: number): number {
  let start = from
  while (start < end && clauseBreak.has(words[start]?.lower ?? '')) start++
  return start
}

function endsWithBreak({ words, quoted }: Clause, from: number, to: number): boolean {
  const last = words[to - 1]
  return to > from && last !== undefined && (clauseBreak.has(last.lower) || (quoted[to - 1] ?? -1) >= 0)
}

function trim({ words, quoted }: Clause, range: WordRange): WordRange {
  let { from, to } = range
  const loose = (index: number): boolean =>
    (quoted[index] ?? -1) < 0 &&
    (clauseBreak.has(words[index]?.lower ?? '') || sentenceEnd.test(words[index]?.lower ?? ''))
  while (from < to && loose(from)) from++
  while (to > from && loose(to - 1)) to--
  return { from, to }
}

function size(range: WordRange): number {
  return range.to - range.from
}
