/** Who is heard, as answers: one whole sentence of what a report lets the person say; who prints other words, names them, or does not. */
import { daysByReport, timeWords } from '../english/calendar.js'
import { functionWords, joining, pointing, thirdPerson } from '../english/function-words.js'
import { isPersonNoun } from '../english/nouns.js'
import { ranks, roles, addressOfMen, addressOfWomen, undotted } from '../english/roles.js'
import type { ActorLabel } from '../model/actor.js'
import type { Answer, EvidenceRole, Found } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { bare } from '../text/in-quotes.js'
import { byKeys } from '../text/order.js'
import { contains, overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { oneLine, trimmedOf, unstopped } from '../text/trimmed.js'
import {
  articleOf,
  contentOf,
  inOrder,
  printsMost,
  wordsAt,
  type Article,
  type Event,
  type Given,
} from './event.js'
import { pointsBack } from './points-back.js'

/** Words of a sentence shown. */
const [fewest, most] = [8, 30]
/** Of a sentence of the report's own, with the credit in it. */
const mostOfOwn = 40
/** Words before a title. */
const mostOfOffice = 3
/** Characters of a description. */
const longest = 110

export function heardOrNot(event: Event, { evidence, articles, detail }: Found): Given {
  const of = (wanted: EvidenceRole): readonly string[] => [
    ...new Set(evidence.filter(({ role }) => role === wanted).map(({ article }) => article)),
  ]
  const citing = of('asserts')
  const [clearest, ...more] = citing
    .flatMap((id) => saidIn(event, evidence, id, detail.referent ?? null))
    .sort(byKeys(({ by }) => (by === null ? 1 : 0)))
  const other = more.find(
    ({ articles: [id = ''] }) => !printsMost(articleOf(event, id), contentOf(clearest?.text ?? '')),
  )
  const answers = [clearest, other].flatMap((answer) => answer ?? [])
  const beside = of('context').filter((id) => !citing.includes(id))
  const later = beside.filter((id) => isOfSpeaker(articleOf(event, id), evidence, detail.referent))
  const others = citing.filter((id) => !answers.some((one) => one.articles.includes(id)))
  const alike = others.filter(
    (id) =>
      answers.length === 0 || answers.some(({ text }) => printsMost(articleOf(event, id), contentOf(text))),
  )
  return {
    answers,
    otherwise: [
      { how: 'cites', articles: alike },
      { how: 'cites-otherwise', articles: [...others.filter((id) => !alike.includes(id)), ...later] },
      { how: 'names', articles: of('label') },
      { how: 'similar-words', articles: beside.filter((id) => !later.includes(id)) },
    ],
    silent: articles,
  }
}

/** A passage shown is the person's there: words that are given without the name have another speaker. */
function isOfSpeaker(
  article: Article | undefined,
  evidence: Found['evidence'],
  by: string | undefined,
): boolean {
  return evidence.some(
    (one) =>
      one.article === article?.id &&
      article.quotes.some(
        ({ speaker, content }) =>
          familyOf(speaker?.name) === familyOf(by) && content.some((part) => overlap(part, one) > 0),
      ),
  )
}

const familyOf = (name = ''): string | undefined => tokenize(name).at(-1)?.norm

/** A whole sentence credited to the person, in quotation marks or with "that"; else the report’s own with the name in it. */
function saidIn(event: Event, evidence: Found['evidence'], id: string, by: string | null): readonly Answer[] {
  const article = articleOf(event, id)
  if (article === undefined) return []
  // The longest passage stands first among those the finding shows.
  const passages = evidence
    .filter((one) => one.article === id && (one.role === 'asserts' || one.role === 'context'))
    .sort(byKeys(({ role }) => (role === 'asserts' ? 0 : 1)))
  const parts = passages.flatMap((span) =>
    article.sentences.flatMap((sentence) => {
      const part = { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) }
      return part.start < part.end
        ? [{ part, sentence, said: shownOf(article, span, part, span.role === 'asserts') }]
        : []
    }),
  )
  const [clearest] = parts
    .filter(({ said }) => said !== null)
    .sort(byKeys(({ part }) => vagueness(article, part)))
  if (clearest?.said) return [{ ...clearest.said, by, articles: [id] }]
  const family = familyOf(by ?? '')
  const [own] = parts
    .flatMap(({ sentence }) => ownSentence(article, sentence))
    .filter((words) => tokenize(words).some(({ norm }) => norm === family))
  return own === undefined ? [] : [{ text: own, by: null, articles: [id] }]
}

/** What a reader of the sentence alone has to ask: of whom or what it speaks, what it goes on from. */
function vagueness(article: Article, part: Span): number {
  if (pointsBack(article, part)) return 2
  const [first, ...rest] = tokenize(wordsAt(article, [part])).map(({ norm }) => norm)
  return joining.has(first ?? '') || rest.some((norm) => thirdPerson.has(norm) || pointing.has(norm)) ? 1 : 0
}

type Shown = Pick<Answer, 'text' | 'quoted'>

/** Reported words of the longest passage alone: whose the others are is often told by a pronoun. */
function shownOf(article: Article, span: Span, part: Span, isLongest: boolean): Shown | null {
  if (isPiece(article, part)) return null
  const isDirect = article.quotes.some(
    ({ kind, content }) => kind === 'direct' && content.some((one) => contains(one, span)),
  )
  const text = trimmedOf(wordsAt(article, [part]), ' "“”,;', ' "“”,;')
  if (!isSentence(text) || /["“”…]|\.\.\./u.test(text)) return null
  if (isDirect) return { text, quoted: true }
  return isLongest && text.startsWith('that ') ? { text: unstopped(text) } : null
}

/** `“We are open to it,” she said, “but we want it solvent”`: one sentence in two pieces, neither of which is whole alone. */
function isPiece({ quotes, text }: Article, part: Span): boolean {
  const goesOn = (piece: Span | undefined): boolean =>
    piece !== undefined && /^["“‘']?\p{Ll}/u.test(text.slice(piece.start, piece.end))
  return quotes.some(({ content }) => {
    const at = content.findIndex((piece) => overlap(piece, part) > 0)
    const isEnd = at >= 0 && (content[at]?.end ?? 0) <= part.end + 1
    return (at > 0 && goesOn(content[at])) || (isEnd && goesOn(content[at + 1]))
  })
}

/** "Ann Lowe, the mayor, proposed two ways out": of a long sentence what stands before a colon or semicolon. */
function ownSentence(article: Article, sentence: Span): readonly string[] {
  const whole = unstopped(wordsAt(article, [sentence]))
  const words = isSentence(whole, mostOfOwn) ? whole : (whole.split(/[:;] /u, 1)[0] ?? '')
  const tearsQuotation = words !== whole && /["“”]/u.test(words)
  return isSentence(words, mostOfOwn) && !tearsQuotation ? [bare(words)] : []
}

function isSentence(words: string, longest: number = most): boolean {
  const number = words.split(' ').length
  return number >= fewest && number <= longest
}

/** The name, with who a report that cites the person says that is: `Ann Lee (the former police chief)`, else `Rep. Ann Lee`. */
export function describedIn(
  event: Pick<Event, 'actors' | 'articles'>,
  { evidence, detail: { referent } }: Found,
): string {
  const actor = event.actors?.find(({ name, kind }) => kind === 'person' && name === referent)
  const citing = new Set(evidence.filter(({ role }) => role === 'asserts').map(({ article }) => article))
  const told = inOrder(event).flatMap(({ id }) => (citing.has(id) ? (actor?.byArticle[id] ?? []) : []))
  const [first] = told
    .flatMap(({ modifiers }) => modifiers)
    .filter(({ kind }) => kind === 'apposition')
    .map(({ words }) => oneLine(words.split(',')[0] ?? ''))
    .filter((words) => words.includes(' ') && words.length <= longest && !/[()[\]“”"]/u.test(words))
    .filter(isOfPerson)
  const titles = inOrder(event).flatMap((article) =>
    citing.has(article.id)
      ? (actor?.byArticle[article.id]?.labels ?? []).flatMap((label) => titleOf(article, label, referent))
      : [],
  )
  if (first !== undefined) return `${referent ?? ''} (${first})`
  return [titles[0], referent].filter(Boolean).join(' ')
}

/** Not "report by the inspector general", which the name is beside as well. */
function isOfPerson(words: string): boolean {
  const head = tokenize(words.split(/ (?:of|for|at|by|in|with|to|from|on) /u)[0] ?? '').at(-1)?.norm ?? ''
  return roles.has(head) || isPersonNoun(head)
}

/** "Former Representative" of "said former Representative Ann Lowe"; no form of address. */
function titleOf(
  article: Article,
  { words, spans: [place] }: ActorLabel,
  name: string | undefined,
): readonly string[] {
  const title = name !== undefined && words.endsWith(` ${name}`) ? words.slice(0, -name.length - 1) : ''
  const word = undotted(title.toLowerCase())
  if (title === '' || place === undefined || addressOfMen.has(word) || addressOfWomen.has(word)) return []
  const office = [...wordsOfOffice(article, place.start), title].join(' ')
  return ofSomething.has(office.toLowerCase()) ? [] : [office]
}

/** "As", "Yesterday": a capital that a sentence gives to its first word. */
const opensSentence = (word: string): boolean =>
  functionWords.has(word) || timeWords.has(word) || daysByReport.has(word)

/** Offices that say nothing without whose they are. */
const ofSomething: ReadonlySet<string> = new Set(
  'chairman chairwoman chair chief commissioner director leader minister president secretary speaker'.split(
    ' ',
  ),
)

/** Words before a title that belong to it: "former", and names ("Senate Republican" before "Leader") within the sentence. */
function wordsOfOffice({ text, sentences }: Article, start: number): readonly string[] {
  const from = sentences.find((sentence) => contains(sentence, { start, end: start + 1 }))?.start ?? start
  const before = text.slice(from, start).trimEnd().split(' ')
  const first = before.findLastIndex(
    (word, at) =>
      !ranks.has(word.toLowerCase()) &&
      ((at === 0 && opensSentence(word.toLowerCase())) || !/^\p{Lu}[\p{L}.]*$/u.test(word)),
  )
  return before.slice(Math.max(first + 1, before.length - mostOfOffice)).filter((word) => word !== '')
}
