/**
 * Short lines that are about the page: pointers to other stories, newsletter prompts, share prompts, rights, cookies.
 *
 * Reason: templates without telling class names put them between the paragraphs (measured on 181 pages: +.003 F1 beside all
 * other rules). Only short lines; a line in quotation marks is speech, and one with a verb of saying reports. Data:
 * page-lines.ts.
 */
import type { DraftBlock } from '../blocks.js'
import { BOILERPLATE, NOTICES } from './page-lines.js'
import { foldedWords } from '../folded-words.js'
import type { BlockRule } from './rule.js'

const MAX_WORDS = 45
const MAX_NOTICE_WORDS = 150
/** Words may be of any length. Characters. */
const MAX_LENGTH = 600

/** "Get out, police told the boats by e-mail": prompts do not say who said them. */
const REPORTS = /\b(?:said|told|asked|wrote|urged|warned|announced|testified|ordered|replied)\b/u
/** Kinds of line that name another story, whose title may report. */
const TITLED: ReadonlySet<string> = new Set(['pointer', 'topics', 'gallery', 'coverage'])

export const dropBoilerplate: BlockRule = {
  id: 'boilerplate',
  *find(blocks) {
    for (const block of blocks) if (isBoilerplate(block)) yield block
  },
}

/** Labels of the tools of a page. */
const TOOLS: ReadonlySet<string> = new Set(
  'share save comment comments print email bookmark listen copy link tweet facebook whatsapp linkedin'.split(
    ' ',
  ),
)
const MAX_TOOLS = 8

/** "Share Save Comment": nothing but labels, two at least. */
function isToolLine(lower: string): boolean {
  const words = foldedWords(lower)
  return words.length >= 2 && words.length <= MAX_TOOLS && words.every((word) => TOOLS.has(word))
}

function isBoilerplate({ text, words }: DraftBlock): boolean {
  return words <= MAX_WORDS ? isPageLine(text) : words <= MAX_NOTICE_WORDS && isNotice(text)
}

function isNotice(text: string): boolean {
  const lower = text.slice(0, MAX_LENGTH).toLowerCase()
  return NOTICES.some(({ pattern }) => pattern.test(lower))
}

/** Whether a line speaks of the page. */
export function isPageLine(text: string): boolean {
  if (text.length > MAX_LENGTH) return false
  if (/^["“‘«]/u.test(text)) return false
  const lower = text.toLowerCase()
  if (isToolLine(lower)) return true
  const reports = REPORTS.test(lower)
  return BOILERPLATE.some(({ what, pattern }) => !(reports && !TITLED.has(what)) && pattern.test(lower))
}
