/**
 * Who is heard, as answers: what a report lets the person say, in one whole sentence; who prints the name or such words
 * alone; who does not name them.
 *
 * In: a Report's labels, a finding of a voice, the actors. Out: drafts of answers, and how one report describes the person.
 * Never: puts reported words into quotation marks as if they were the person's, or half a quotation into a row.
 */
import { joining, thirdPerson } from '../../english/function-words.js'
import { isPersonNoun } from '../../english/nouns.js'
import { roles } from '../../english/roles.js'
import { addressOfMen, addressOfWomen, undotted } from '../../english/titles.js'
import type { Actor } from '../../model/actor.js'
import type { EvidenceRole, Finding } from '../../model/comparison.js'
import type { InspectedArticle } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { inQuotes } from '../../text/in-quotes.js'
import { byKeys } from '../../text/order.js'
import { contains } from '../../text/spans.js'
import { tokenize } from '../../text/tokens.js'
import type { Labels } from '../../print/labels.js'
import { passageText } from '../../print/passage.js'
import { pointsBack } from '../points-back.js'
import { oneLine, trimmedOf, unstopped } from '../../print/trimmed.js'
import type { Draft } from './row.js'

/** Words of a sentence shown. */
const [fewest, most] = [6, 30]
/** Of a sentence of the report's own, with the credit in it. */
const mostOfOwn = 40
/** Characters of a description. */
const longest = 110

export function heardOrNot(labels: Labels, { evidence, articles }: Finding): readonly Draft[] {
  const of = (wanted: EvidenceRole): readonly string[] => [
    ...new Set(evidence.filter(({ role }) => role === wanted).map(({ article }) => article)),
  ]
  const words = (text: string): Draft['pieces'] => [{ text, differs: false }]
  const citing = of('asserts')
  const said = citing
    .flatMap((id) => saidIn(labels, evidence, id))
    .sort((a, b) => Number(a.isOwn) - Number(b.isOwn))
    .slice(0, 1)
  const others = citing.filter((id) => !said.some(({ article }) => article === id))
  return [
    ...said.map((one) => ({ state: 'value' as const, pieces: words(one.words), articles: [one.article] })),
    { state: 'value', pieces: words(said.length > 0 ? 'cites too' : 'cites'), articles: others },
    { state: 'value', pieces: words('names'), articles: of('label') },
    {
      state: 'value',
      pieces: words('similar words, no name'),
      articles: of('context').filter((id) => !citing.includes(id)),
    },
    { state: 'silent', pieces: words('does not name'), articles },
  ]
}

/** `isOwn`: in the report's own words. */
type Said = { readonly article: string; readonly words: string; readonly isOwn: boolean }

/**
 * A whole sentence that a report credits to the person, in quotation marks or with "that", one that names what it speaks of
 * before others; else the report's own sentence with the credit in it.
 */
function saidIn(labels: Labels, evidence: Finding['evidence'], id: string): readonly Said[] {
  const article = labels.of(id)?.article
  if (article === undefined) return []
  // The longest passage stands first among those the finding shows.
  const passages = evidence
    .filter((one) => one.article === id && (one.role === 'asserts' || one.role === 'context'))
    .sort(byKeys(({ role }) => (role === 'asserts' ? 0 : 1)))
  const parts = passages.flatMap((span) =>
    article.sentences.flatMap((sentence) => {
      const part = { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) }
      return part.start < part.end
        ? [{ part, sentence, words: shownOf(article, span, part, span.role === 'asserts') }]
        : []
    }),
  )
  const [clearest] = parts
    .filter(({ words }) => words !== null)
    .sort(byKeys(({ part }) => vagueness(article, part)))
  const words = clearest?.words ?? parts.flatMap(({ sentence }) => ownSentence(article, sentence))[0]
  return words === undefined ? [] : [{ article: id, words, isOwn: clearest === undefined }]
}

/** What a reader of the sentence alone has to ask: of whom or what it speaks, what it goes on from. */
function vagueness(article: InspectedArticle, part: Span): number {
  if (pointsBack(article, part)) return 2
  const [first, ...rest] = tokenize(passageText(article, [part])).map(({ norm }) => norm)
  return joining.has(first ?? '') || rest.some((norm) => thirdPerson.has(norm)) ? 1 : 0
}

/** Reported words of the longest passage alone: whose the others are is often told by a pronoun. */
function shownOf(article: InspectedArticle, span: Span, part: Span, isLongest: boolean): string | null {
  const isDirect = article.quotes.some(
    ({ kind, content }) => kind === 'direct' && content.some((one) => contains(one, span)),
  )
  const bare = trimmedOf(oneLine(passageText(article, [part])), ' "“”,;', ' "“”,;')
  if (!isSentence(bare) || /["“”…]|\.\.\./u.test(bare)) return null
  if (isDirect) return `“${bare}”`
  return isLongest && bare.startsWith('that ') ? `says ${unstopped(bare)}` : null
}

/** "the report: “Ann Lowe, the mayor, proposed two ways out”": of a long sentence what stands before a colon or semicolon. */
function ownSentence(article: InspectedArticle, sentence: Span): readonly string[] {
  const whole = unstopped(oneLine(passageText(article, [sentence])))
  const words = isSentence(whole, mostOfOwn) ? whole : (whole.split(/[:;] /u, 1)[0] ?? '')
  const tearsQuotation = words !== whole && /["“”]/u.test(words)
  return isSentence(words, mostOfOwn) && !tearsQuotation ? [`the report: ${inQuotes(words)}`] : []
}

function isSentence(words: string, longest: number = most): boolean {
  const number = words.split(' ').length
  return number >= fewest && number <= longest
}

/** Who a report that cites the person says that is: `the former police chief`, else the title; '' where none says so in few words. */
export function describedIn(
  actors: readonly Actor[] | undefined,
  articles: readonly InspectedArticle[],
  { evidence, detail: { referent } }: Finding,
): string {
  const actor = actors?.find(({ name, kind }) => kind === 'person' && name === referent)
  const citing = new Set(evidence.filter(({ role }) => role === 'asserts').map(({ article }) => article))
  const told = articles.flatMap(({ id }) => (citing.has(id) ? (actor?.byArticle[id] ?? []) : []))
  const [first] = told
    .flatMap(({ modifiers }) => modifiers)
    .filter(({ kind }) => kind === 'apposition')
    .map(({ words }) => oneLine(words.split(',')[0] ?? ''))
    .filter((words) => words.includes(' ') && words.length <= longest && !/[()[\]“”"]/u.test(words))
    .filter(isOfPerson)
  const titles = told.flatMap(({ labels }) => labels.flatMap(({ words }) => titleOf(words, referent)))
  return first ?? titles[0] ?? ''
}

/** Not "report by the inspector general", which the name is beside as well. */
function isOfPerson(words: string): boolean {
  const head = tokenize(words.split(/ (?:of|for|at|by|in|with|to|from|on) /u)[0] ?? '').at(-1)?.norm ?? ''
  return roles.has(head) || isPersonNoun(head)
}

/** "Representative" of "Representative Ann Lowe"; no form of address. */
function titleOf(label: string, name: string | undefined): readonly string[] {
  const title = name !== undefined && label.endsWith(` ${name}`) ? label.slice(0, -name.length - 1) : ''
  const word = undotted(title.toLowerCase())
  return title === '' || addressOfMen.has(word) || addressOfWomen.has(word) ? [] : [title]
}
