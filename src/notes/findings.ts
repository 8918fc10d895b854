/** Findings from tested notes, in the texts' own words, and one list of them and the program's own: the same thing stands once. */
import type { Independence } from '../model/alignment.js'
import type {
  Answer as Said,
  Detail,
  Evidence,
  EvidenceRole,
  Finding,
  FindingKind,
  FindingSeverity,
  Found,
  Position,
} from '../model/comparison.js'
import type { NoteDifference } from '../model/notes.js'
import { isHedgeWord } from '../english/hedges.js'
import { inHeadline, wordsIn, type ArticleView } from '../likeness/view.js'
import { contentId } from '../text/hash.js'
import { sortedBy, compareCodeUnits } from '../text/order.js'
import { quantise } from '../text/quantise.js'
import { overlap } from '../text/spans.js'
import type { Span } from '../model/span.js'
import type { Answer, Checked } from './difference.js'

export type Noted = {
  readonly note: number
  readonly weight: NoteDifference['weight']
  readonly checked: Checked
}

const severityOf: Readonly<Partial<Record<FindingKind, FindingSeverity>>> = {
  conflict: 'fact',
  'speaker-differs': 'contradiction',
  'quote-shortened': 'quotation',
  'quote-altered': 'quotation',
  'omitted-claim': 'allegation',
  'only-here': 'allegation',
  'attribution-dropped': 'attribution',
  'certainty-differs': 'attribution',
  'told-differently': 'attribution',
  naming: 'naming',
  'headline-focus': 'prominence',
  prominence: 'prominence',
}

const roleOf: Readonly<Partial<Record<FindingKind, EvidenceRole>>> = {
  conflict: 'value',
  naming: 'label',
  'headline-focus': 'headline',
}

/** Share of the noted lines in front of eight real events that strict readers signed; "cannot tell" is an estimate. */
const sureness = { printed: 0.78, mended: 0.78, 'told-differently': 0.67, 'cannot-tell': 0.6 } as const

export function findingOf(
  { note, weight, checked }: Noted,
  all: number,
  independence: Independence,
): Finding {
  const { kind, answers, silent, unknown, before, after, found, nearest, outcome } = checked
  const evidence = evidenceOf(checked)
  const timely = new Set(answers.flatMap(({ view }) => (before.includes(view) ? [] : [view])))
  const isOneSided = timely.size < 2 && silent.length === 0
  const told = [...new Set(answers.map(({ view }) => view))]
  const about = kind === 'omitted-claim' ? silent : kind === 'only-here' ? told : [...told, ...silent]
  const words = [...answers, ...nearest].map(({ view, span }) => view.text.slice(span.start, span.end))
  const written = [
    ...idsOf(before).map((article) => ({ article, when: 'before' as const })),
    ...idsOf(after).map((article) => ({ article, when: 'after' as const })),
  ]
  const sources = [...told, ...silent].map(({ article }) => article.sha256 ?? article.id)
  return {
    id: contentId('f', 'note', kind, ...words.sort(compareCodeUnits), ...sources.sort(compareCodeUnits)),
    kind,
    severity: weight === 1 || isOneSided ? 'note' : (severityOf[kind] ?? 'note'),
    articles: idsOf(about),
    column: null,
    evidence,
    confidence: sureness[outcome],
    salience: quantise(((weight / 3) * (told.length + silent.length)) / Math.max(1, all)),
    detail: detailOf(checked, independence),
    // Front makes it of what follows.
    sentence: '',
    question: checked.question,
    about: '',
    answers: [
      ...answersOf(answers),
      ...answersOf(found).map((answer): Said => ({ ...answer, found: 'program' })),
    ],
    otherwise: [],
    silent: idsOf(silent),
    unknown: idsOf(unknown),
    ...(written.length > 0 && { written }),
    notes: [note],
    by: 'reader',
  }
}

function idsOf(views: readonly ArticleView[]): readonly string[] {
  return [...new Set(views.map(({ id }) => id))].sort(compareCodeUnits)
}

function evidenceOf({ kind, answers, found, nearest, silent, unknown }: Checked): readonly Evidence[] {
  const looked = [...silent, ...unknown]
  const role = ({ view, span }: Answer): EvidenceRole =>
    kind === 'prominence' ? (inHeadline(view, span.start) ? 'headline' : 'body') : (roleOf[kind] ?? 'asserts')
  const items = [
    ...answers.map((answer) => ({ article: answer.view.id, ...answer.span, role: role(answer) })),
    ...found.map(({ view, span }) => ({ article: view.id, ...span, role: 'context' as const })),
    ...nearest
      .filter(({ view }) => looked.includes(view))
      .map(({ view, span: { start, end } }) => ({ article: view.id, start, end, role: 'nearest' as const })),
  ]
  return sortedBy(items, ({ article, start, end, role: name }) => [article, start, end, name])
}

/** Of a sentence, not of "U.S.". */
const lastStop = /(?<=[\p{Ll}\p{N}]{2})\.$/u
const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ')

const printedWords = ({ view, printed }: Answer): string =>
  onOneLine(view.text.slice(printed.start, printed.end)).trim().replace(lastStop, '')

/** Where the words of the note stand in the sentence that is printed; nothing where they are all of it. */
function wordsOfNote(answer: Answer): readonly Span[] {
  const { view, span, printed } = answer
  const [before, words] = [view.text.slice(printed.start, span.start), view.text.slice(span.start, span.end)]
  const start = onOneLine(before).trimStart().length
  const all = printedWords(answer).length
  const end = Math.min(all, start + onOneLine(words).length)
  return start === 0 && end === all ? [] : [{ start, end }]
}

/** Reports that print the same words under the same name stand together. */
function answersOf(answers: readonly Answer[]): NonNullable<Finding['answers']> {
  const together = new Map<string, Said & { articles: string[] }>()
  for (const answer of answers) {
    const text = printedWords(answer)
    const key = `${answer.by ?? ''}\u0000${text}`
    const known = together.get(key) ?? { text, by: answer.by, differs: wordsOfNote(answer), articles: [] }
    if (!known.articles.includes(answer.view.id)) known.articles.push(answer.view.id)
    together.set(key, known)
  }
  return [...together.values()]
}

function detailOf({ kind, type, answers }: Checked, { groups }: Independence): Detail {
  if (kind === 'omitted-claim' || kind === 'only-here') return {}
  const positions = answers.map((answer): Position => ({
    value: printedWords(answer),
    articles: [answer.view.id],
    texts: groups.some((group) => group.includes(answer.view.id)) ? 1 : 0,
    source: answer.by,
    voice: answer.by === null ? 'own' : 'attributed',
    certainty: wordsIn(answer.view, answer.printed).some(isHedgeWord) ? 'hedged' : 'plain',
  }))
  return type === null ? { positions } : { positions, type, grade: 'differ' }
}

/** Findings of reader and program in one list: what both found once, with the words of the note and the row of the program. */
export function merged(
  noted: readonly Finding[],
  own: readonly (Found | Finding)[],
): readonly (Found | Finding)[] {
  const taken = new Set<string>()
  const joined = noted.map((finding): Finding => {
    const same = own.find((other) => !taken.has(other.id) && isSame(finding, other))
    if (!same) return finding
    taken.add(same.id)
    return { ...finding, column: same.column, by: 'both' }
  })
  return [...joined, ...own.filter((finding) => !taken.has(finding.id) && !isWeak(finding))]
}

/** Where somebody read for what is left out, the program prints of its own what it is surer of than that. */
const leastOfOwn = 0.8

function isWeak({ kind, confidence }: Found): boolean {
  return (kind === 'omitted-claim' || kind === 'omitted-theme') && confidence < leastOfOwn
}

const family = (kind: FindingKind): string =>
  kind.startsWith('quote') ? 'quote' : kind.startsWith('omitted') || kind === 'only-here' ? 'omitted' : kind

function isSame(a: Found, b: Found): boolean {
  if (family(a.kind) !== family(b.kind)) return false
  const shared = new Set(
    sidesOf(a).flatMap((one) =>
      sidesOf(b).flatMap((other) =>
        one.article === other.article && overlap(one, other) > 0 ? [one.article] : [],
      ),
    ),
  )
  if (family(a.kind) !== 'omitted') return shared.size > 1
  return shared.size > 0 && a.articles.some((id) => b.articles.includes(id))
}

function sidesOf({ evidence }: Found): readonly Evidence[] {
  return evidence.filter(({ role }) => role !== 'nearest' && role !== 'context')
}
