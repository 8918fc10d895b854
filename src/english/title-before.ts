/**
 * The title that stands right before a name: "President" before "Ann Lowe", "Mr." before "Lowe".
 *
 * In: a text, the start of a name. Out: the title's span and words, lower case without stops; null where there is none.
 * Never: looks further back than the line, or more than four words.
 */
import type { Span } from '../model/span.js'
import { titlePhrases, titleWords } from './titles.js'

type TitleBefore = Span & { readonly words: string }

const furthest = 60
const most = 4
const phrases = new Set(titlePhrases.map((phrase) => phrase.replace(/\./gu, '')))

export function titleBefore(text: string, name: number): TitleBefore | null {
  const before = text.slice(Math.max(0, name - furthest), name)
  const pieces = before.slice(before.lastIndexOf('\n') + 1).split(/[ \u00a0]/u)
  // One blank alone before the name leaves an empty last piece.
  if (pieces.pop() !== '') return null
  const words = pieces.slice(-most)
  for (let at = 0; at < words.length; at++) {
    const run = words.slice(at)
    const title = run.join(' ').toLowerCase().replace(/[.’]/gu, '')
    const known = phrases.has(title) || (run.length === 1 && titleWords.has(title))
    if (known && /^\p{Lu}/u.test(run[0] ?? ''))
      return { start: name - 1 - run.join(' ').length, end: name - 1, words: title }
  }
  return null
}
