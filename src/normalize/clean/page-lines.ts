/**
 * Lines about the page, not of the article, in the languages of `data/page-lines.txt`.
 *
 * In:    the table. Out: patterns of text in lower case, one a language and place in the line.
 */
import { readFileSync } from 'node:fs'
import { dataFile } from '../../text/data-file.js'

/** A kind of line, and what shows it, in lower case. */
export type Boilerplate = {
  readonly what: string
  readonly pattern: RegExp
  /** The line may be long: a notice of several sentences. */
  readonly long: boolean
}

/** How the words of one line of the table become a pattern. */
const PLACES: Readonly<Record<string, (words: string) => string>> = {
  start: (words) => `^(?:${words})`,
  notice: (words) => `^(?:${words})`,
  whole: (words) => `^(?:${words})[\\s\\d():!.…]{0,12}$`,
  within: (words) => `(?:${words})`,
}

const NOTICE = 'notice'

export const PAGE_LINES: readonly Boilerplate[] = readTable(readFileSync(dataFile('page-lines.txt'), 'utf8'))

function readTable(table: string): Boilerplate[] {
  const groups = new Map<string, string[]>()
  for (const line of table.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [language = '', place = '', words] = line.split('\t')
    const pattern = PLACES[place]
    if (pattern === undefined || words === undefined)
      throw new Error(`data/page-lines.txt: not a line of the table: ${line}`)
    const name = `page ${place === NOTICE ? 'notices' : 'lines'}, ${language}`
    groups.set(name, [...(groups.get(name) ?? []), pattern(words)])
  }
  return [...groups].map(([what, patterns]) => ({
    what,
    pattern: new RegExp(patterns.join('|'), 'u'),
    long: what.startsWith('page notices'),
  }))
}
