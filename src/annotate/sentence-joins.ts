/**
 * Whether two pieces the segmenter parted are one sentence: one small rule a line, first hit decides.
 *
 * In: the words before a boundary, and those after it (160 characters are enough). Out: true when they belong together.
 */
import {
  afterClock,
  beforeDigit,
  beforeName,
  clockHalves,
  creditVerbs,
  maybeFinal,
  starters,
} from '../english/abbreviations.js'

export function joins(before: string, after: string): boolean {
  if (!hasWord(before) || !hasWord(after)) return true
  if (/^(?:\(?\d{1,2}|\(?[a-zA-Z])[.)]$/.test(before)) return true
  if (startsLower(after)) return true
  if (isCredit(before, after)) return true
  const abbreviation = lastAbbreviation(before)
  return abbreviation !== null && continues(abbreviation, after)
}

function hasWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece)
}

/** `“Is it over?” she asked` */
function startsLower(after: string): boolean {
  return /^[\s"“”‘’'([…—–-]*\p{Ll}/u.test(after)
}

/** `“Why now?” Mr. Brown asked.` */
function isCredit(before: string, after: string): boolean {
  if (!/[?!…]["”’']+$/u.test(before)) return false
  const words = after.slice(0, 120).split(/\s+/u).slice(0, 5)
  const verb = words.findIndex((word) => creditVerbs.has(word.replace(/(?<![.,:;!?])[.,:;!?]+$/u, '')))
  return verb > 0 && words.slice(0, verb).every((word) => /^\p{Lu}/u.test(word) && !starters.has(bare(word)))
}

/** The abbreviation the piece ends with, lower case and without its last full stop; null when it ends otherwise. */
function lastAbbreviation(before: string): string | null {
  const match = /(?:^|[\s"“‘'([—–-])((?:\p{L}+\.)+)$/u.exec(before.slice(-30))
  return match?.[1] === undefined ? null : match[1].slice(0, -1)
}

function continues(written: string, after: string): boolean {
  const abbreviation = written.toLowerCase()
  const [next = ''] = after.split(/\s/u, 1)
  const opensQuote = /^["“‘']/u.test(next)
  const starter = starters.has(bare(next))
  if (beforeDigit.has(abbreviation) && /^\d/.test(next)) return true
  if (clockHalves.has(abbreviation)) return afterClock.has(bare(next)) || /^[\d(]/.test(next)
  if (beforeName.has(abbreviation)) return true
  const initial = /^\p{Lu}$/u.test(written)
  const acronym = written.includes('.') && /^(?:\p{L}\.)*\p{L}$/u.test(written)
  return (initial || acronym || maybeFinalAs(written)) && !starter && !opensQuote
}

/** Names of states are abbreviated with a capital (`Fla.`); `miss.` or `mass.` in lower case are words. */
function maybeFinalAs(written: string): boolean {
  return maybeFinal.has(written.toLowerCase()) && (/^\p{Lu}/u.test(written) || written === 'etc')
}

function bare(word: string): string {
  return word.replace(/^[^\p{L}]+|(?<=\p{L})[^\p{L}]+$/gu, '').toLowerCase()
}
