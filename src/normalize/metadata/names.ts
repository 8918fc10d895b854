/** Names: from a byline to the names in it. */
import { AGENCIES } from '../../english/organisations.js'

const MAX_NAME = 80
/** A byline is short; what is longer is read up to here. Characters. */
const MAX_LINE = 400

const LEAD =
  /^(?:(?:exclusive|analysis|opinion|review|interview)(?: by|:)|by|from|words by|story by|written by|reported by|authors?:?|autore?:|auteur:|автор:|текст:) ?:? /iu
/** In these languages the word may be a name itself, so that two more must follow. */
const LEAD_ELSEWHERE = /^(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|Da|[Dd]oor|Af|Av|Text|Od|Oleh):? (?=\p{Lu}\S* \p{Lu})/u
const ROLE_WORDS =
  'Staff|Senior|Chief|Special|Political|Diplomatic|Foreign|Associated|Business|Science|Contributing|Investigative'
const ROLE_NAMES = 'Reporter|Correspondent|Editor|Writer|Columnist|Contributor'
/** What follows the names: a place of work, a date, a reading time, a role after a comma. */
const TAIL = new RegExp(
  ` ?[|·•–—]|, ?(?!and )(?=\\p{Ll}|(?:${ROLE_WORDS}|${ROLE_NAMES})\\b)| (?=\\d{1,2}[ ./:]|\\d{4}\\b)|\\b(?:Published|Updated|Posted)\\b`,
  'u',
)
/** A role right behind a name, without a comma. */
const ROLE_BEHIND = new RegExp(` (?:(?:${ROLE_WORDS}) ){0,3}(?:${ROLE_NAMES}|[Ss]taff)s?$`, 'u')
/** "Ann Lee in Washington"; bodies have such words behind their first: "Centre in Exile". */
const PLACE_BEHIND = /^(\S{1,40} \S{1,40}(?: \S{1,40}){0,3}?) in (?:the )?\p{Lu}.*$/u
const ROLE =
  /^(?:staff(?: (?:writer|reporter)s?)?|(?:senior |chief |special |political |diplomatic |foreign |business |science )*(?:reporter|correspondent|editor|writer|columnist|contributor)s?|admin|editorial|news ?desk|online|web ?desk|by|from)$/iu
/** Degrees, as they stand behind a name and a comma. */
const DEGREE =
  /^(?:ph\.?d|m\.?[ads]|b\.?[as]|[bm]\.?sc|d\.?phil|r\.?[dn]|mph|j\.?d|ll\.?[bm]|mba|esq|jr|sr)\.?$/iu
/** The day of a date whose numbers were taken off. */
const WEEKDAY =
  / ?,? (?:mon|tues|wednes|thurs|fri|satur|sun)day$| ?,? (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)$/iu
const DATE_LIKE = /\b(?:19|20)\d{2}\b|\b\d{1,2}:\d{2}\b/u

export function names(text: string): string[] {
  const line = withoutTail(
    text
      .slice(0, MAX_LINE)
      .replace(/\s+/gu, ' ')
      .trim()
      .replace(LEAD, '')
      .replace(LEAD_ELSEWHERE, '')
      .replace(/ \([^()]{0,80}\)/gu, ''),
  )
  if (/^(?:https?:|www\.|@)/iu.test(line)) return []
  return line
    .split(/ ?; ?| \/ | (?:and|AND|&) (?=\P{Ll})|(?=, )/u)
    .flatMap(joined)
    .map((part, at) => (at > 0 && isAddition(part) ? '' : nameIn(part)))
    .filter(isName)
}

/** "Anna Lehn und Ole Vig": parted where names of two words or more stand on both sides, since the word may belong to one. */
function joined(part: string): string[] {
  const parts = part.split(AND_ELSEWHERE)
  return parts.length > 1 && parts.every((name) => WHOLE_NAME.test(name.trim())) ? parts : [part]
}

/** "and" in the languages of which pages were at hand. */
const AND_ELSEWHERE = / (?:und|u\.|et|y|e|och|og|en|i|oraz|a|ve|dan|и|та|і) /u
const WHOLE_NAME = /^(?:, ?)?\p{Lu}[^\s,]*(?: \S+){1,4}$/u

/** What stands behind a name and is none: "Staff Writer"; behind a comma one word that is no agency, the place where she writes. */
function isAddition(part: string): boolean {
  const text = part.replace(/^, (?:and )?/u, '')
  if (ROLE_BEHIND.test(text)) return true
  return part.startsWith(', ') && /^\p{Lu}\p{Ll}+$/u.test(text) && !AGENCIES.has(text.toLowerCase())
}

function withoutTail(line: string): string {
  const tail = TAIL.exec(line)
  return tail ? line.slice(0, tail.index).trimEnd() : line
}

function nameIn(part: string): string {
  const line = part
    .replace(/ ?\([^()]{0,80}\) ?/gu, ' ')
    .replace(/ ?[^ @]{1,60}@[^ ]{1,80}/u, '')
    .replace(/ @\w{1,40}$/u, '')
    .trim()
    .replace(WEEKDAY, '')
    .replace(LEAD, '')
  return withoutRole(line)
    .replace(PLACE_BEHIND, '$1')
    .replace(/^[ .,:-]+(?:and )?/u, '')
    .replace(/[ ,:-]{1,9}$/u, '')
}

/** "NVC Staff" is the staff of a paper; agencies go by their own name. */
function withoutRole(line: string): string {
  const rest = line.replace(ROLE_BEHIND, '')
  return /^\p{Lu}{2,5}$/u.test(rest) && !AGENCIES.has(rest.toLowerCase()) ? line : rest
}

function isName(name: string): boolean {
  return (
    /\p{L}{2}/u.test(name) &&
    name.length <= MAX_NAME &&
    !ROLE.test(name) &&
    !DEGREE.test(name) &&
    !DATE_LIKE.test(name)
  )
}
