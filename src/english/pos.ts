/**
 * Words of English with part of speech and lemma, from wink-nlp's small web model (MIT; loads in about 0.1 s, once,
 * when the first text is tagged).
 *
 * In: text and a span of it. Out: tokens with offsets into the whole text, in order. Never splits the text otherwise.
 */
import { createRequire } from 'node:module'
import type { Span } from '../model/span.js'

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE'

export type TaggedWord = {
  readonly start: number
  readonly end: number
  /** As printed. */
  readonly surface: string
  /** Lower case, apostrophes straight. */
  readonly lower: string
  readonly pos: Pos
  readonly lemma: string
}

/** The little of wink-nlp that is used here; its own types tie a lemma to a loaded model. */
type Wink = {
  readonly its: Readonly<Record<'value' | 'pos' | 'lemma', unknown>>
  readonly readDoc: (text: string) => { readonly tokens: () => { readonly out: (its: unknown) => string[] } }
}

const require = createRequire(import.meta.url)
let tagger: Wink | undefined

function wink(): Wink {
  // Both are CommonJS; loaded when first needed, so that commands which read no text start at once.
  const winkNlp = require('wink-nlp') as (model: unknown, pipe: readonly string[]) => Wink
  tagger ??= winkNlp(require('wink-eng-lite-web-model'), ['pos'])
  return tagger
}

export function tagWords(text: string, span: Span): TaggedWord[] {
  const source = text.slice(span.start, span.end).replace(/’/g, "'")
  if (source.trim() === '') return []
  const nlp = wink()
  const tokens = nlp.readDoc(parted(source)).tokens()
  const values = tokens.out(nlp.its.value)
  const tags = tokens.out(nlp.its.pos) as Pos[]
  const lemmas = tokens.out(nlp.its.lemma)
  const words: TaggedWord[] = []
  const { length } = source.trimEnd()
  let at = 0
  values.forEach((value, i) => {
    // A line break between blanks is a token to wink.
    if (value.trim() === '') return
    const found = source.indexOf(value, at)
    if (found < 0 || found > at + 40) return
    at = found + value.length
    const pos = tags[i] ?? 'X'
    const tail = tailOf(value, pos, at === length)
    const end = span.start + at - tail.length
    words.push({
      start: span.start + found,
      end,
      surface: text.slice(span.start + found, end),
      lower: without(tail, value).toLowerCase(),
      pos,
      lemma: without(tail, (lemmas[i] ?? value).toLowerCase()),
    })
    if (tail !== '') words.push(tailWord(text, end, tail))
  })
  return words
}

/**
 * With a blank in what has none for longer than any word or address: wink tries each of its patterns at each place of such
 * a run to its end. Offsets do not move, since tokens are looked for in the text itself.
 */
function parted(source: string): string {
  return source.replace(/\S{500}(?=\S)/gu, '$& ')
}

/**
 * What the tokenizer leaves on a word: the stop of `no.` and `in.` at the end, as if they were abbreviations, and the
 * possessive ending of names it does not know (`Grassley's.`).
 */
function tailOf(value: string, pos: Pos, last: boolean): '' | '.' | "'s" {
  if (last && /^\p{Ll}+\.$/u.test(value)) return '.'
  return (pos === 'PROPN' || pos === 'NOUN') && /\p{L}'s$/u.test(value) ? "'s" : ''
}

function tailWord(text: string, start: number, tail: '.' | "'s"): TaggedWord {
  const end = start + tail.length
  const surface = text.slice(start, end)
  return { start, end, surface, lower: tail, lemma: tail, pos: tail === '.' ? 'PUNCT' : 'PART' }
}

function without(tail: string, word: string): string {
  return tail !== '' && word.endsWith(tail) ? word.slice(0, -tail.length) : word
}
