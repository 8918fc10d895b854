/**
 * Words with which pages lead to other stories (`data/pages/pointers.txt`): a lead before a link ("Read also: …") and a
 * heading over a box of links or teasers. Patterns are of text in lower case: those that ignore case take ten times longer
 * to compile, and engines forget compiled ones now and again.
 */
import { listFile } from '../../english/word-lists.js'

const { lines } = listFile('pages/pointers.txt')
const LEADS = lines('leads').join('|')

/** At the start of a text: the lead, then a colon, dash, bar or arrow, or nothing more. */
export const POINTER_LEAD = new RegExp(`^\\P{L}{0,3}(?:${LEADS})\\s*(?:[:：|»>›→▶…–—-]|\\.\\.\\.|$)`, 'u')

/** A whole heading, perhaps with a mark at its end. */
export const POINTER_HEADING = new RegExp(
  `^\\P{L}{0,3}(?:\\d+ )?(?:${LEADS}|${lines('headings').join('|')})\\s*[:…»>→]?$`,
  'u',
)
