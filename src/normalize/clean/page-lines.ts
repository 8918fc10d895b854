/**
 * Lines about the page, not of the article: English ones by kind (`data/pages/boilerplate.txt`), and those of 26 languages by
 * where their words stand in the line (`data/pages/lines.txt`).
 *
 * In:    the tables. Out: patterns of text in lower case.
 */
import { listFile } from '../../english/word-lists.js'
import { POINTER_LEAD } from './pointer-words.js'

/** A kind of line, and what shows it, in lower case. */
export type Boilerplate = { readonly what: string; readonly pattern: RegExp }

/** How the words of one line of the table become a pattern. */
const PLACES: Readonly<Record<string, (words: string) => string>> = {
  start: (words) => `^(?:${words})`,
  notice: (words) => `^(?:${words})`,
  whole: (words) => `^(?:${words})[\\s\\d():!.…]{0,12}$`,
  within: (words) => `(?:${words})`,
}

const { sections, lines } = listFile('pages/lines.txt')

const PAGE_LINES: readonly Boilerplate[] = sections.map((what) => {
  const place = PLACES[what.split(' ')[1] ?? '']
  if (place === undefined) throw new Error(`data/pages/lines.txt: no place in a line: [${what}]`)
  return { what, pattern: new RegExp(lines(what).map(place).join('|'), 'u') }
})

/** Of lines that may be long: notices of several sentences. */
export const NOTICES = PAGE_LINES.filter(({ what }) => what.endsWith(' notice'))

const byKind = listFile('pages/boilerplate.txt')

export const BOILERPLATE: readonly Boilerplate[] = [
  ...byKind.sections.flatMap((what) =>
    byKind.lines(what).map((line) => ({ what, pattern: new RegExp(line, 'u') })),
  ),
  { what: 'pointer', pattern: POINTER_LEAD },
  ...PAGE_LINES,
]
