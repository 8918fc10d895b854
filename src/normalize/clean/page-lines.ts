/** Lines about the page: English ones by kind (`data/pages/boilerplate.txt`), those of 26 languages by place (`data/pages/lines.txt`). */
import { listFile } from '../../english/word-lists.js'

/** Words that lead to other stories, before a link or over a box; for text in lower case, since ignoring case compiles slowly. */
const { lines: pointers } = listFile('pages/pointers.txt')
const LEADS = pointers('leads').join('|')

/** At the start of a text: the lead, then a colon, dash, bar or arrow, or nothing more. */
const POINTER_LEAD = new RegExp(`^\\P{L}{0,3}(?:${LEADS})\\s*(?:[:：|»>›→▶…–—-]|\\.\\.\\.|$)`, 'u')

/** A whole heading, perhaps with a mark at its end. */
export const POINTER_HEADING = new RegExp(
  `^\\P{L}{0,3}(?:\\d+ )?(?:${LEADS}|${pointers('headings').join('|')})\\s*[:…»>→]?$`,
  'u',
)

/** A kind of line, and what shows it, in lower case. */
type Boilerplate = { readonly what: string; readonly pattern: RegExp }

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
const NOTICES = PAGE_LINES.filter(({ what }) => what.endsWith(' notice'))

const byKind = listFile('pages/boilerplate.txt')

const BOILERPLATE: readonly Boilerplate[] = [
  ...byKind.sections.flatMap((what) =>
    byKind.lines(what).map((line) => ({ what, pattern: new RegExp(line, 'u') })),
  ),
  { what: 'pointer', pattern: POINTER_LEAD },
  ...PAGE_LINES,
]

/** Words may be of any length. Characters. */
const MAX_LENGTH = 600

/** "Get out, police told the boats by e-mail": prompts do not say who said them. */
const REPORTS = /\b(?:said|told|asked|wrote|urged|warned|announced|testified|ordered|replied)\b/u
/** Kinds of line that name another story, whose title may report. */
const TITLED: ReadonlySet<string> = new Set(['pointer', 'topics', 'gallery', 'coverage'])

export function isNotice(text: string): boolean {
  const lower = text.slice(0, MAX_LENGTH).toLowerCase()
  return NOTICES.some(({ pattern }) => pattern.test(lower))
}

/** Whether a line speaks of the page: one in quotation marks is speech, and one with a verb of saying reports. */
export function isPageLine(text: string): boolean {
  if (text.length > MAX_LENGTH) return false
  if (/^["“‘«]/u.test(text)) return false
  const lower = text.toLowerCase()
  const reports = REPORTS.test(lower)
  return BOILERPLATE.some(({ what, pattern }) => !(reports && !TITLED.has(what)) && pattern.test(lower))
}
