/** Where the reports part: a finding’s question, its answers with their reports, and what stands where there is no answer. */
import type { Cell } from '../model/alignment.js'
import { type Answer as Said, type Finding, type FindingKind, type Otherwise } from '../model/comparison.js'
import type { Agreed, Report, Telling } from '../model/report.js'
import { isCompared } from '../text/compared.js'
import { grouped } from '../text/grouped.js'
import { sortedBy } from '../text/order.js'
import { inQuotes } from '../text/in-quotes.js'
import { sortedOf } from './blocks.js'
import type { Labels } from './labels.js'
import { conflictWords } from './words.js'

/** `value`: printed words. `otherwise`: it tells this in other words or parts. `silent`: it does not say. `unread`: not known. */
export const states = ['value', 'otherwise', 'silent', 'unread'] as const
export type AnswerState = (typeof states)[number]

/** `differs`: not in every other answer. `beside`: of the sentence of a note's words what stands around them. */
export type AnswerPiece = { readonly text: string; readonly differs: boolean; readonly beside?: true }

export type Answer = {
  readonly state: AnswerState
  /** Joined, the words; of states but `value` what the state is called. */
  readonly pieces: readonly AnswerPiece[]
  /** Ids, in the order of the letters. */
  readonly articles: readonly string[]
}

export type Parting = {
  /** The kind in a word: `duration`, `quotation`, `headline`. */
  readonly word: string
  readonly question: string
  readonly about: string
  readonly answers: readonly Answer[]
}

/** The findings in front, in their order. */
export function frontIn({ front = [], findings }: Report): readonly Finding[] {
  return front.flatMap((id) => findings.find((finding) => finding.id === id) ?? [])
}

/** The others that were not dismissed: those of the first classes that are too many for the front, then the smaller ones. */
export function restIn(report: Report): readonly Finding[] {
  const inFront = new Set(frontIn(report))
  const { front, notes } = sortedOf(report.findings)
  return [...front.filter((finding) => !inFront.has(finding)), ...notes]
}

/** How many findings are printed and were not dismissed. */
export function printedOf({ findings }: Report): number {
  const { front, notes } = sortedOf(findings)
  return front.length + notes.length
}

export function partingOf(report: Report, labels: Labels, finding: Finding): Parting {
  const { question = '', about = '', answers = [], otherwise = [], silent = [] } = finding
  const noted = finding.by !== undefined && finding.by !== 'program'
  const credits = !noted && new Set(answers.map(({ by }) => by)).size > 1
  const all: readonly Answer[] = [
    ...answers.map((answer) => ({
      state: 'value' as const,
      pieces: [
        ...(noted ? creditBefore(answer) : []),
        ...(noted ? wordsOfNote(answer) : piecesOf(finding, answer, credits)),
        ...remarksOn(finding, answer),
      ],
      articles: answer.articles,
    })),
    ...otherwise.map(({ how, articles }) => ({
      state: 'otherwise' as const,
      pieces: [plain(otherwiseOf(finding, how))],
      articles,
    })),
    {
      state: 'silent',
      pieces: [plain(silentWords(finding))],
      articles: silent,
    },
    ...unreadIn(report, finding, noted),
  ]
  return {
    word: kindInAWord(finding),
    question,
    about,
    answers: sortedBy(
      all
        .filter(({ articles }) => articles.length > 0)
        .map((answer) => ({
          ...answer,
          articles: labels.all.flatMap(({ article: { id } }) => (answer.articles.includes(id) ? [id] : [])),
        })),
      ({ state, articles: [first] }) => [
        states.indexOf(state),
        labels.all.findIndex(({ article }) => article.id === first),
      ],
    ),
  }
}

/** Why of some reports nothing is said: too early, not settled by the note and the search, not read whole. */
function unreadIn(
  { articles, claims, quotes }: Report,
  { unknown = [], written = [], column }: Finding,
  noted: boolean,
): readonly Answer[] {
  const cells = [...claims, ...quotes].find(({ id }) => id === column)?.cells ?? {}
  const isEarly = (cell: Cell | undefined): boolean =>
    cell?.state === 'unknown' && cell.reason === 'too-early'
  const early = new Set([
    ...written.flatMap(({ article, when }) => (when === 'before' ? [article] : [])),
    ...unknown.filter((id) => isEarly(cells[id])),
  ])
  const whole = new Set(
    articles.flatMap((one) => (one.completeness.state === 'complete' && isCompared(one) ? [one.id] : [])),
  )
  const wordsFor = (id: string): string =>
    early.has(id) ? unreadWords.early : noted && whole.has(id) ? unreadWords.open : answerWords.unread
  return [...grouped(unknown, (id) => [wordsFor(id)])].map(([words, ids]) => ({
    state: 'unread',
    pieces: [plain(words)],
    articles: ids,
  }))
}

/** What a reader must know of an answer: when it was written, and that no note has it. */
function remarksOn({ written = [] }: Finding, { articles, found }: Said): readonly AnswerPiece[] {
  const [when] = written.flatMap((one) => (articles.includes(one.article) ? [one.when] : []))
  const remarks = [
    ...(when === undefined ? [] : [writtenWords[when]]),
    ...(found === undefined ? [] : ['found by the search']),
  ]
  return remarks.length === 0 ? [] : [plain(` (${remarks.join('; ')})`)]
}

function otherwiseOf(finding: Finding, how: Otherwise): string {
  if (how === 'cites' && finding.answers?.length === 0) return 'quotes this person'
  if (finding.kind !== 'omitted-theme' || how !== 'names') return otherwiseWords[how]
  return isOfName(finding) ? 'names too' : 'mentions it too'
}

/** Who is not named may be spoken of: "the victim". */
function silentWords(finding: Finding): string {
  if (isOfName(finding)) return 'does not name'
  return finding.kind === 'omitted-theme' ? 'does not mention it' : answerWords.silent
}

const isOfName = ({ kind, detail: { referent = '' } }: Finding): boolean =>
  kind === 'omitted-quote' || (kind === 'omitted-theme' && /^\p{Lu}/u.test(referent))

const plain = (text: string): AnswerPiece => ({ text, differs: false })

/** Who says it, in front of an answer that a second reader noted, where the words shown do not say so. */
function creditBefore({ text, by }: Said): readonly AnswerPiece[] {
  return by === null || text.includes(by) ? [] : [plain(`${by}: `)]
}

/** The words of the note, and what stands around them in their sentence. */
function wordsOfNote({ text, differs = [] }: Said): readonly AnswerPiece[] {
  return marked(text, differs).map((piece) =>
    piece.differs || differs.length === 0 ? piece : { ...piece, beside: true },
  )
}

/** Of what stands before the words that count the last ones, in `room` characters. */
export function leadOf(before: string, room: number): string {
  if (before.length <= Math.max(12, room)) return before
  const mark = before.startsWith('“') ? '“… ' : '… '
  const words = before.slice(Math.max(0, before.length - Math.max(0, room - mark.length)))
  return mark + (words.includes(' ') ? words.slice(words.indexOf(' ') + 1) : '')
}

/** The words of an answer as this kind of finding shows them. */
function piecesOf(
  { kind, about, detail: { type } }: Finding,
  answer: Said,
  credits: boolean,
): readonly AnswerPiece[] {
  const { text, by, quoted = false, differs = [] } = answer
  if (isOmission({ kind }) && kind !== 'omitted-quote' && text === about) return [plain('says this')]
  if (kind === 'omitted-theme') {
    return [plain(`${by === null ? '' : `${by}: `}${inQuotes(text)}`)]
  }
  if (kind === 'omitted-quote' && !quoted)
    return [plain(by === null ? `in the report’s words: ${inQuotes(text)}` : `says ${text}`)]
  if (quoted && differs.length === 0) return [plain(inQuotes(text))]
  const pieces = marked(text, differs)
  if (quoted) return [plain('“'), ...pieces, plain('”')]
  if (type !== 'polarity') return pieces
  const [first, ...rest] = pieces
  const opening = first
    ? [{ ...first, text: first.text.slice(0, 1).toUpperCase() + first.text.slice(1) }]
    : []
  return [...opening, ...rest, ...(credits && by !== null ? [plain(` (says ${by})`)] : [])]
}

function marked(text: string, differs: NonNullable<Said['differs']>): readonly AnswerPiece[] {
  const edges = [...differs.flatMap(({ start, end }) => [start, end]), text.length]
  return edges
    .map((edge, at) => ({ text: text.slice(edges[at - 1] ?? 0, edge), differs: at % 2 === 1 }))
    .filter((piece) => piece.text !== '')
}

const otherwiseWords: Readonly<Record<Otherwise, string>> = {
  cites: 'prints most of these words',
  'cites-otherwise': 'quotes other words',
  names: 'named, not quoted',
  'similar-words': 'something like it, without the name',
  'other-words': 'in other words',
  'not-these-words': 'in other words',
  'no-value': 'does not say which',
  part: 'in other words',
  'no-headline': 'no headline',
}

export const answerWords: Readonly<Record<Exclude<AnswerState, 'value'>, string>> = {
  otherwise: otherwiseWords.part,
  silent: 'does not say',
  unread: 'cannot tell',
}

const unreadWords = { early: 'too early to know', open: 'not checked' } as const

const writtenWords = { before: 'written before this was known', after: 'written later' } as const

export function wordsOf({ pieces }: Pick<Answer, 'pieces'>): string {
  return pieces.map(({ text }) => text).join('')
}

/** `8 of 27` */
export function shareOf(rows: readonly unknown[], all: number): string {
  return `${rows.length} of ${all}`
}

/** One report tells something, others do not. */
export function isOmission({ kind }: Pick<Finding, 'kind'>): boolean {
  return kind === 'omitted-claim' || kind === 'omitted-quote' || kind === 'only-here'
}

/** For a line of a few words: who or what it is about, else the question; nothing where the kind in a word asks it. */
export function shortOf({ kind, detail, question = '', about = '', answers = [], who }: Finding): string {
  if (kind === 'headline-focus' || kind === 'headline-body') return ''
  if (detail.type === 'polarity' && about === '') return question === 'Which is it?' ? '' : question
  if (who !== undefined) return who
  const person = kind === 'omitted-quote' || kind === 'omitted-theme' ? detail.referent : undefined
  if (person !== undefined) return about === '' ? person : `${person} (${about})`
  const speaker = kind.startsWith('quote-') ? answers[0]?.by : null
  return speaker ?? (about === '' ? question : about)
}

const kindsInAWord: Readonly<Record<FindingKind, string>> = {
  conflict: 'contradiction',
  'speaker-differs': 'who said it',
  'quote-shortened': 'quotation',
  'quote-altered': 'quotation',
  'quote-paraphrased': 'quotation',
  'quote-complementary': 'quotation',
  'quote-context': 'quotation',
  'omitted-claim': 'left out',
  'omitted-quote': 'left out',
  'omitted-theme': 'left out',
  'only-here': 'in one report',
  'attribution-dropped': 'how sure',
  'certainty-differs': 'how sure',
  'attribution-verb': 'told differently',
  naming: 'called',
  agency: 'called',
  prominence: 'told differently',
  'told-differently': 'told differently',
  'headline-focus': 'headline',
  'headline-body': 'headline',
  'loaded-words': 'told differently',
  'source-balance': 'told differently',
}

function kindInAWord({ kind, detail: { type } }: Finding): string {
  if (kind !== 'conflict' || type === undefined) return kindsInAWord[kind]
  return type === 'polarity' || type === 'outcome' ? kindsInAWord.conflict : conflictWords[type]
}

export type Told = Omit<Telling, 'most'> & { readonly lines: readonly Agreed[] }

/** What all tell, or most: the section's title, what leads in, the lines. */
export function toldIn(report: Report): Told {
  const { agreement = [], telling } = report
  const { title = 'What all reports say', sentence = '', most = [] } = telling ?? {}
  return { title, sentence, lines: agreement.length > 0 ? agreement : most }
}
