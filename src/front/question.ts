/** The question a finding answers, and what it is about: words of a report with `blank` where the answers differ, never an ellipsis. */
import {
  blank,
  type ConflictType,
  type Evidence,
  type Fact,
  type Found,
  type FindingKind,
} from '../model/comparison.js'
import type { Column } from '../model/alignment.js'
import { firstBy } from '../text/order.js'
import { tokenize } from '../text/tokens.js'
import { bare, inQuotes } from '../text/in-quotes.js'
import { unstopped } from '../text/trimmed.js'
import { askedOf } from '../english/asked.js'
import { isTooLong, readingOf } from '../english/reading.js'
import { withoutDateline } from '../english/dateline.js'
import { contains } from '../text/spans.js'
import { firstOrSecondPerson, joining } from '../english/function-words.js'
import { articleOf, columnOf, holdsWords, inOrder, titleOf, wordsAt, type Event } from './event.js'
import { describedIn } from './heard.js'
import { pointsBack } from './points-back.js'
import { statementOf } from './statement.js'
import { inOneText } from '../text/in-one-text.js'

/** `who`: the person asked about, with the role that a report gives. */
export type Question = { readonly question: string; readonly about: string; readonly who?: string }

/** Of what the lenses find, a conflict by its type, asked as a person asks it; a note brings its own. */
const questions: Readonly<Partial<Record<FindingKind | ConflictType, string>>> = {
  number: 'How many?',
  duration: 'How long?',
  date: 'On what day?',
  place: 'Where?',
  polarity: 'Which is it?',
  attribution: 'Who said it?',
  name: 'How is the name written?',
  office: 'In what office?',
  outcome: 'Fired, or resigned?',
  'speaker-differs': 'Who said it?',
  'quote-shortened': 'What was said?',
  'quote-altered': 'What was said?',
  'omitted-claim': 'Which reports say this?',
  'only-here': 'Which reports say this?',
  naming: 'Which word?',
  'headline-focus': 'What does the headline say?',
  'told-differently': 'How does the report begin?',
}

const longestAbout = 110

export function questionOf(event: Event, finding: Found): Question {
  const column = columnOf(event, finding)
  const fact = factOf(event, finding)
  if (fact !== undefined) return fromFact(fact)
  const speaker = column !== undefined && 'speaker' in column ? column.speaker?.name : undefined
  const question = questions[finding.detail.type ?? finding.kind] ?? 'What differs?'
  if (question === questions['quote-shortened'] && speaker !== undefined) {
    const who = describedIn(event, { ...finding, detail: { referent: speaker } })
    const name = who === speaker ? withArticle(event, column, speaker) : who
    return { question: `How is ${name} quoted?`, about: '', who: name }
  }
  // The answers are whole headlines and sentences.
  if (finding.kind === 'headline-focus' || finding.kind === 'told-differently') return { question, about: '' }
  const { referent, type } = finding.detail
  if (type === 'date' && referent !== undefined) return { question: `When ${referent}?`, about: '' }
  if (finding.kind === 'omitted-quote' && referent !== undefined) {
    const who = describedIn(event, finding)
    return { question: `Who quotes ${who}?`, about: '', who }
  }
  if (finding.kind === 'omitted-theme' && referent !== undefined) {
    if (!/^\p{Lu}/u.test(referent)) return { question: `Who mentions ${inQuotes(referent)}?`, about: '' }
    const who = describedIn(event, finding)
    return { question: `Who names ${who}?`, about: '', who }
  }
  const asked = type === 'polarity' ? clauseAsked(event, finding) : undefined
  if (asked !== undefined) return { question: asked, about: '' }
  if (finding.kind === 'naming') return { question, about: (referent ?? '').replace('…', blank) }
  const about = (isOmission(finding) ? toldIn(event, finding) : undefined) ?? aboutOf(event, finding, column)
  return { question, about }
}

/** "The White House", as a report that credits it prints it; a person has no article. */
function withArticle(event: Event, column: Column | undefined, name: string): string {
  const isPrinted = Object.entries(column?.cells ?? {}).some(([id, cell]) => {
    const article = articleOf(event, id)
    const isBody = article?.entities.some((one) => one.name === name && one.kind !== 'person')
    return cell.state === 'present' && isBody && article?.text.includes(` the ${name}`)
  })
  return isPrinted ? `the ${name}` : name
}

/** What a passage says is so, asked: "Did the two sides agree to an arbitrator?" */
function clauseAsked(event: Event, { evidence, detail }: Found): string | undefined {
  const { referent = '', positions: [first] = [] } = detail
  const asked = evidence.flatMap((span) => {
    const article = first?.articles.includes(span.article) ? articleOf(event, span.article) : undefined
    const sentence = article?.sentences.find((one) => contains(one, span))
    if (!article || !sentence || isTooLong(sentence)) return []
    if (article.text.slice(span.start, span.end) !== first?.value) return []
    return askedOf(readingOf(article).tree(sentence), article.text, span, referent) ?? []
  })
  return asked[0]
}

/** One report tells something, others do not. */
export function isOmission({ kind }: Pick<Found, 'kind'>): boolean {
  return kind === 'omitted-claim' || kind === 'omitted-quote' || kind === 'only-here'
}

function aboutOf(event: Event, { detail, evidence }: Found, column: Column | undefined): string {
  const quoted = evidence.flatMap((span) => {
    const article = span.role === 'value' ? articleOf(event, span.article) : undefined
    return article ? inQuotes(unstopped(bare(wordsAt(article, [span])))) : []
  })
  const isCredit = column !== undefined && 'speaker' in column && detail.positions !== undefined
  // Who said it, is asked with the words, of long ones with the first that are a sentence.
  const shortest = isCredit ? firstBy(quoted.flatMap(wholeOrSentence), ({ length }) => length) : undefined
  if (isCredit) return shortest ?? ''
  const { referent, type } = detail
  const label = column === undefined ? '' : titleOf(column.label)
  // Of yes and no the referent is the verb.
  const words = type === 'polarity' ? label : (referent ?? label)
  return words.length > longestAbout ? '' : words
}

function wholeOrSentence(words: string): readonly string[] {
  const [sentence = words] = bare(words).split(/(?<=[.!?])\s/u)
  const few = (one: string): boolean => tokenize(one).length <= longestStatement
  return few(words) ? [words] : few(sentence) ? [inQuotes(unstopped(sentence))] : []
}

/** Words: as long as the sentences of omissions that stand in front (compare/lenses/omissions.ts). */
const longestStatement = 45

/** Whether a passage of an omission is what is told. Its articles are those that lack it, but where one tells it alone. */
export function isTelling(
  { kind, articles }: Pick<Found, 'kind' | 'articles'>,
  { role, article }: Pick<Evidence, 'role' | 'article'>,
): boolean {
  const named = articles.includes(article)
  return role !== 'nearest' && role !== 'context' && named === (kind === 'only-here')
}

/** What is told, in the statement that most tellers hold, the shortest of them, of a sentence or else of the passage. */
function toldIn(event: Event, finding: Found): string | undefined {
  const reports = inOrder(event)
  const telling = finding.evidence.filter((passage) => isTelling(finding, passage))
  const statements = telling.flatMap((span) => {
    const article = reports.find(({ id }) => id === span.article)
    if (article === undefined) return []
    const sentence = article.sentences.find((one) => contains(one, span))
    const told = withoutDateline(article.text, sentence ?? span)
    const whole = statementOf(article, told)
    if (whole) return [inOneText(whole)]
    const words = unstopped(titleOf(wordsAt(article, [told])))
    const norms = tokenize(words).map(({ norm }) => norm)
    const part = norms.length > longestStatement ? statementOf(article, span) : null
    if (norms.length > longestStatement) return part ? [inOneText(part)] : []
    // What may stand in front was found to be understood as it is printed.
    const isClear = !pointsBack(article, told) && !norms.some((norm) => firstOrSecondPerson.has(norm))
    return finding.severity !== 'note' || isClear ? [words] : []
  })
  const tellers = reports.filter(({ id }) => telling.some(({ article }) => article === id))
  const plainest = firstBy(new Set(statements), (words) => [
    joining.has(tokenize(words)[0]?.norm ?? '') ? 1 : 0,
    -tellers.filter((article) => holdsWords(article, words)).length,
    words.length,
    words,
  ])
  return plainest
}

/** The fact whose values are the finding's. */
function factOf({ facts }: Event, { kind, column, detail }: Found): Fact | undefined {
  if (kind !== 'conflict' || detail.positions === undefined) return undefined
  const sides = detail.positions.map(({ articles }) => [...articles].sort().join(' '))
  return facts.find(
    (fact) =>
      fact.column === column &&
      fact.values.length > 1 &&
      fact.values.every(({ articles }) => sides.includes([...articles].sort().join(' '))),
  )
}

/** `How long? “Pay goes up by …”`: the words of the report become what is asked about, the ellipsis the gap. */
function fromFact({ question }: Fact): Question {
  const [, asked = question, words = ''] = /^([^“]*)“(.*)”$/su.exec(question) ?? []
  return { question: asked.trim(), about: titleOf(words.replaceAll('…', blank).trim()) }
}
