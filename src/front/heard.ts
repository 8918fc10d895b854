/** Who is heard, as answers: one whole sentence of what a report lets the person say; who prints other words, names them, or does not. */
import { daysByReport, timeWords } from '../english/calendar.js'
import { conditions } from '../english/conditions.js'
import { isFiniteVerb } from '../english/finite-clause.js'
import { functionWords, joining, pointing, thirdPerson } from '../english/function-words.js'
import { isPersonNoun } from '../english/nouns.js'
import { isRelation, type Node, type Tree } from '../english/parse/tree.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { speechVerbs } from '../english/telling-verbs.js'
import { ranks, roles, addressOfMen, addressOfWomen, undotted } from '../english/roles.js'
import type { ActorLabel, ActorModifier } from '../model/actor.js'
import type { Answer, EvidenceRole, Found } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { bare } from '../text/in-quotes.js'
import { firstBy, sortedBy } from '../text/order.js'
import { contains, overlap } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { lettersOf, oneLine, trimmedOf, unstopped } from '../text/trimmed.js'
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
/** Wordings that are shown. */
const mostAnswers = 3
/** Words before a title. */
const mostOfOffice = 3
/** Characters of a description. */
const longest = 110

export function heardOrNot(event: Event, { evidence, articles, detail }: Found): Given {
  const of = (wanted: EvidenceRole): readonly string[] => [
    ...new Set(evidence.filter(({ role }) => role === wanted).map(({ article }) => article)),
  ]
  const citing = of('asserts')
  const alikeIn = (id: string, shown: readonly Answer[]): boolean =>
    shown.some(({ text }) => printsMost(articleOf(event, id), contentOf(text)))
  const answers = sortedBy(
    citing.flatMap((id) => saidIn(event, evidence, id, detail.referent ?? null)),
    ({ by }) => (by === null ? 1 : 0),
  ).reduce<readonly Answer[]>(
    (shown, next) =>
      shown.length === mostAnswers || alikeIn(next.articles[0] ?? '', shown) ? shown : [...shown, next],
    [],
  )
  const beside = of('context').filter((id) => !citing.includes(id))
  const later = beside.filter((id) => isOfSpeaker(articleOf(event, id), evidence, detail.referent))
  const others = citing.filter((id) => !answers.some((one) => one.articles.includes(id)))
  const alike = others.filter((id) => answers.length === 0 || alikeIn(id, answers))
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
  const passages = sortedBy(
    evidence.filter((one) => one.article === id && (one.role === 'asserts' || one.role === 'context')),
    ({ role }) => (role === 'asserts' ? 0 : 1),
  )
  const parts = passages.flatMap((span) =>
    article.sentences.flatMap((sentence) => {
      const part = { start: Math.max(span.start, sentence.start), end: Math.min(span.end, sentence.end) }
      return part.start < part.end
        ? [{ part, sentence, said: shownOf(article, span, part, span.role === 'asserts') }]
        : []
    }),
  )
  const clearest = firstBy(
    parts.filter(({ said }) => said !== null),
    ({ part }) => vagueness(article, part),
  )
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
  if (!isSentence(text) || !hasMainClause(article, part) || /["“”…]|\.\.\./u.test(text)) return null
  if (isDirect) return { text, quoted: true }
  return isLongest && text.startsWith('that ') && isTold(article, span) ? { text: unstopped(text) } : null
}

/** "Said that", not "demanded that the mayor resign", which says of nobody that he resigns. */
function isTold({ quotes }: Article, span: Span): boolean {
  const verbs = quotes.flatMap(({ cueLemma, content }) =>
    cueLemma !== null && content.some((one) => contains(one, span)) ? [cueLemma] : [],
  )
  return verbs.every((verb) => speechVerbs.has(verb))
}

const beside = ['advcl', 'acl', 'xcomp', 'csubj']

/** Not "if there is no answer", "to keep the pressure up"; what begins with a capital goes on from nothing. */
function hasMainClause(article: Article, part: Span): boolean {
  const begins = /^["“‘']?\p{Lu}/u.test(wordsAt(article, [part]))
  const nodes = article.sentences
    .filter((sentence) => overlap(sentence, part) > 0 && !isTooLong(sentence))
    .flatMap((sentence) => {
      const tree = readingOf(article).tree(sentence)
      const inside = tree.nodes.filter((node) => overlap(node, part) > 0)
      return inside.filter((node) => {
        const over = tree.headOf(node)
        const isTop = begins || ((over === undefined || !inside.includes(over)) && !isBeside(tree, node))
        return isTop && (isFiniteVerb(tree, node) || node.tag === 'VB')
      })
    })
  return nodes.length > 0
}

const isBeside = (tree: Tree, node: Node): boolean =>
  beside.some((name) => isRelation(node.label, name)) ||
  tree.by(node, 'mark').some(({ lower }) => conditions.has(lower))

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

/**
 * The name, with who a report says that is, one that cites the person first: `Ann Lee (the former police chief)`, else `Rep. Ann Lee`,
 * else what the person is or does by a clause: `Ann Lee (lives next door)`.
 */
export function describedIn(
  event: Pick<Event, 'actors' | 'articles'>,
  { evidence, detail: { referent = '' } }: Pick<Found, 'evidence' | 'detail'>,
): string {
  const actor = event.actors?.find(
    ({ kind, name, variants }) => kind === 'person' && [name, ...variants].includes(referent),
  )
  const citing = new Set(evidence.filter(({ role }) => role === 'asserts').map(({ article }) => article))
  const told = sortedBy(inOrder(event), ({ id }) => (citing.has(id) ? 0 : 1)).flatMap((article) => {
    const here = actor?.byArticle[article.id]
    return here === undefined ? [] : [{ article, here }]
  })
  const described = (kind: ActorModifier['kind']): readonly string[] =>
    told
      .flatMap(({ article, here }) =>
        here.modifiers
          .filter((one) => one.kind === kind && (kind === 'apposition' || one.voice === 'own'))
          .flatMap((one) => describing(article, one)),
      )
      .filter((words) => words.length <= longest && !/[()[\]“”"]/u.test(words))
  const [office] = told.flatMap(({ article, here }) =>
    here.labels.flatMap((label) => titleOf(article, label, referent)),
  )
  const [role] = [...described('apposition'), ...(office === undefined ? described('predicate') : [])].filter(
    isOfPerson,
  )
  if (role !== undefined) return `${referent} (${role})`
  if (office !== undefined) return `${office} ${referent}`
  const [clause] = described('clause').flatMap(
    (words) => /^who ((?:is|was|lives|works|runs|heads|leads) .+)$/u.exec(words)?.[1] ?? [],
  )
  return clause === undefined ? referent : `${referent} (${clause})`
}

/** Up to a comma, of two words or more; "her spokesman" with her name, or "spokesman" where it is not known. */
function describing(article: Article, { words, start }: ActorModifier): readonly string[] {
  const [possessive = '', ...rest] = oneLine(words.split(',')[0] ?? '')
    .replace(/^(?:an|another|one(?! of ))\s/iu, '')
    .split(' ')
  const first = possessive.toLowerCase()
  if (rest.length === 0) return []
  if (!thirdPerson.has(first))
    return [
      [
        functionWords.has(first) && possessive !== possessive.toUpperCase() ? first : possessive,
        ...rest,
      ].join(' '),
    ]
  const owner = article.entities.find(({ pronouns = [] }) => pronouns.some((one) => one.start === start))
  return [[...(owner === undefined ? [] : [`${owner.name}’s`]), ...rest].join(' ')]
}

/** Not "report by the inspector general", which the name is beside as well; "one of the lawyers". */
function isOfPerson(words: string): boolean {
  const whole = words.replace(/^one of /u, '')
  const head = tokenize(whole.split(/ (?:of|for|at|by|in|with|to|from|on|and) /u)[0] ?? '').at(-1)?.norm ?? ''
  const one = whole === words ? head : head.replace(/s$/u, '')
  return roles.has(one) || isPersonNoun(one)
}

/** "Former Representative" of "said former Representative Ann Lowe"; no form of address. */
function titleOf(article: Article, { words, spans: [place] }: ActorLabel, name: string): readonly string[] {
  const ends = lettersOf(words).endsWith(lettersOf(name)) && words.length > name.length
  const title = ends ? words.slice(0, -name.length - 1) : ''
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
