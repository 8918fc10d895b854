/**
 * Lines that only date the article or name its authors.
 *
 * Reason: they are metadata (and are kept as such); as text they would give a sentence to which nobody can reply. A line
 * goes only if nothing is left once dates, times, zones, the authors, the outlet and the words of such lines are taken out,
 * or if it is no sentence and opens with a date behind a word of publication.
 */
import { listFile } from '../../english/word-lists.js'
import type { DraftBlock } from '../blocks.js'
import { MONTHS } from '../metadata/months.js'
import { opensWithDate } from '../metadata/visible-date.js'
import { fold, foldedWords } from '../folded-words.js'
import type { BlockRule } from './rule.js'

const MAX_WORDS = 22
const LINE_WORDS = listFile('pages/byline-words.txt').words('words')

export const dropBylines: BlockRule = {
  id: 'byline',
  *find(blocks, facts) {
    const authors = new Set(facts.bylines.flatMap(foldedWords))
    const outlet = new Set(foldedWords(facts.outlet ?? ''))
    for (const block of blocks) if (isBylineOrDate(block, authors, outlet) || isCredit(block)) yield block
    for (const block of blocks.slice(0, FIRST)) if (isSource(block, facts.outlet)) yield block
  },
}

/** Blocks among which "CNN —" stands before the text. */
const FIRST = 8

function isSource({ text, kind }: DraftBlock, outlet: string | null): boolean {
  return kind === 'paragraph' && outlet !== null && fold(text) === fold(outlet)
}

function isBylineOrDate(
  { text, words, kind }: DraftBlock,
  authors: ReadonlySet<string>,
  outlet: ReadonlySet<string>,
): boolean {
  if (words > MAX_WORDS || kind === 'table-row' || /["“”]/u.test(text)) return false
  if (kind === 'paragraph' && opensWithDate(text)) return true
  const left = foldedWords(text).filter(
    (word) => !LINE_WORDS.has(word) && !MONTHS.has(word) && !NUMBER.test(word),
  )
  const dated = DATED.test(text)
  const signed = left.some((word) => authors.has(word))
  if (left.every((word) => authors.has(word) || outlet.has(word))) return dated || signed
  // "By Ann Lee" names an author that the page states nowhere else.
  return kind === 'paragraph' && left.length <= 4 && /^[Bb][Yy]\s+\p{Lu}/u.test(text) && !/[.!?]$/u.test(text)
}

/** "Reporting by Ann Lee in Port Alder; editing by Bo Oh": the work named, and nothing but names behind it. */
function isCredit({ text, words, kind }: DraftBlock): boolean {
  if (kind !== 'paragraph' || words > MAX_CREDIT_WORDS || !CREDIT.test(text)) return false
  return wordsAsWritten(text).every((word) => CREDIT_WORDS.has(word) || /^\p{Lu}/u.test(word))
}

function wordsAsWritten(text: string): readonly string[] {
  return text.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? []
}

const MAX_CREDIT_WORDS = 60
const CREDIT = /^\(?(?:(?:additional|further|with) )?(?:reporting|writing|editing)(?:,| and| by)/iu
const CREDIT_WORDS: ReadonlySet<string> = new Set(
  'additional further with reporting writing editing by and in at for of the from de van von da el'.split(
    ' ',
  ),
)

/** A year, a time of day, a distance in time. */
const DATED =
  /\d{4}|\d{1,2}:\d{2}|\b\d{1,2}[.h]\d{2} ?(?:uhr|[ap]\.?m|[A-Z]{2,4})\b|\b(?:ago|назад)(?!\p{L})|^\d{1,2} \p{L}{3,4}, \d{1,2}/iu
/** A day, a year, an hour. */
const NUMBER = /^\d+(?:st|nd|rd|th|am|pm|h\d{0,2})?$/u
