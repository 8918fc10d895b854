/**
 * The versions of one utterance as answers: what each report prints of it, around the words that make the difference.
 *
 * In: a Report and a finding with edits. Out: drafts of answers; nothing where the finding names no fuller version.
 * Never: words of two reports in one answer.
 */
import type { Column } from '../../model/alignment.js'
import type { Edit, Finding } from '../../model/comparison.js'
import { functionWords } from '../../english/function-words.js'
import { overlap } from '../../text/spans.js'
import { tokenize } from '../../text/tokens.js'
import { evidenceGroups, type EvidenceGroup } from '../evidence.js'
import type { Labels } from '../labels.js'
import { passageText } from '../passage.js'
import { unquoted } from '../safe-text.js'
import { oneLine } from '../trimmed.js'
import { wordDiff } from '../word-diff.js'
import type { Draft } from './row.js'
import { alteredShown, around, excerpt, isShort, nearest, sentences } from './stretches.js'

export function versionDrafts(
  labels: Labels,
  finding: Finding,
  column: Column | undefined,
): readonly Draft[] | null {
  const groups = evidenceGroups(finding.evidence, labels).map((group) => ({
    ...group,
    words: wordsOf(labels, group),
  }))
  const fuller = groups.find(({ role, words }) => role === 'fuller' && words !== '')
  const cut = groups.find(({ article, role }) => role === 'cut' && finding.articles.includes(article))
  if (fuller === undefined || cut === undefined || cut.words === '') return null
  const { whole, shown, sides } = differenceOf(labels, finding, fuller.words, cut.words)
  const passages = [
    ...groups.map(
      ({ article, words, role }) =>
        ({ article, words, from: role === 'asserts' ? 'told' : 'quoted' }) as const,
    ),
    // Reports that the finding does not show may print the same.
    ...printedIn(labels, column, whole),
  ]
  const { full, less, own, same, parts } = placed(passages, whole, sides, [fuller.article, cut.article])
  const [long, short] = shown
  return [
    { state: 'value', pieces: inMarks(long, short), articles: full },
    { state: 'value', pieces: inMarks(short, long), articles: less },
    ...[...own].map(([article, words]): Draft => ({
      state: 'value',
      pieces: inMarks(words, long),
      articles: [article],
    })),
    { state: 'otherwise', pieces: [{ text: 'in other words', differs: false }], articles: same },
    {
      state: 'otherwise',
      pieces: [{ text: 'not in these words', differs: false }],
      articles: parts,
    },
  ]
}

type Difference = {
  readonly whole: string
  /** Of the fuller version and of the other. */
  readonly shown: readonly [string, string]
  readonly sides: Sides
}

function differenceOf(labels: Labels, { kind, detail }: Finding, fuller: string, cut: string): Difference {
  const edits = detail.edits ?? []
  const edit = kind === 'quote-altered' ? edits[0] : decisive(edits)
  // One sentence in two wordings: what counts is the words that differ.
  const isCollated = kind === 'quote-altered' || edit?.type === 'cut-middle'
  const removed = unquoted(edit?.removed ?? '')
  const whole = around(fuller, removed, cut)
  const short = nearest(cut, whole)
  const shown = isCollated ? alteredShown(whole, short, edit ?? {}) : ([whole, short] as const)
  const sides: Sides = {
    full: isCollated ? [shown[0]] : [whole, removed],
    less: [shown[1]],
    differing: isCollated && edit ? ownWords(edit) : { full: [], less: [] },
    isCut: (article) => isCollated || !printsMost(labels, article, removed),
  }
  return { whole, shown, sides }
}

/** A report's words: the finding shows them as quoted or told, or the row has them, or they are parts of the sentence. */
type Passage = {
  readonly article: string
  readonly words: string
  readonly from: 'quoted' | 'told' | 'row' | 'near'
}

type Placed = {
  readonly full: readonly string[]
  readonly less: readonly string[]
  /** With what it prints itself. */
  readonly own: ReadonlyMap<string, string>
  /** Those that tell it in other words, and those that have other parts of the utterance. */
  readonly same: readonly string[]
  readonly parts: readonly string[]
}

function placed(
  passages: readonly Passage[],
  whole: string,
  sides: Sides,
  [fuller, cut]: readonly [string, string],
): Placed {
  const [full, less] = [[fuller], [cut]]
  const own = new Map<string, string>()
  const others = new Map<string, 'same' | 'parts'>()
  for (const { article, words, from } of passages) {
    if (full.includes(article) || less.includes(article) || own.has(article)) continue
    const side = sideOf(sides, article, words)
    const printed = side === null ? ownPart(words, from, whole, sides) : null
    if (side === 'full') full.push(article)
    else if (side === 'less') less.push(article)
    else if (printed !== null) own.set(article, printed)
    else if ((from === 'quoted' || from === 'told') && others.get(article) !== 'same')
      others.set(article, tellsMost(words, whole) ? 'same' : 'parts')
  }
  const left = [...others].filter(([id]) => !full.includes(id) && !less.includes(id) && !own.has(id))
  const those = (kind: 'same' | 'parts'): readonly string[] =>
    left.flatMap(([id, found]) => (found === kind ? [id] : []))
  return { full, less, own, same: those('same'), parts: those('parts') }
}

/** What a third report prints of the sentence itself: "I was stopped by an officer"; null where it has other words. */
function ownPart(words: string, from: Passage['from'], whole: string, sides: Sides): string | null {
  if (from === 'near') return words
  const own = nearest(words, whole)
  const isLike = from === 'quoted' && isShort(own) && (isPart(own, whole) || tellsMost(own, whole))
  return ownStretch(words, sides.differing) ?? (isLike ? own : null)
}

const isPart = (words: string, whole: string): boolean =>
  tokenize(words).length >= leastRun && holds(whole, words)

/** Share of the content words of a sentence from which on another tells the same. */
const most = 0.5

function tellsMost(words: string, sentence: string): boolean {
  const known = new Set(tokenize(words).map(({ norm }) => norm))
  const sought = tokenize(sentence).flatMap(({ norm }) => (functionWords.has(norm) ? [] : [norm]))
  return sought.filter((norm) => known.has(norm)).length >= most * sought.length
}

/** By which words another report is known to print the fuller version, or the other. */
type Sides = {
  /** Runs of words, of which one is enough. */
  readonly full: readonly string[]
  readonly less: readonly string[]
  /** Content words that the one version alone has; all of them are needed, and none of the other's. */
  readonly differing: { readonly full: readonly string[]; readonly less: readonly string[] }
  readonly isCut: (article: string) => boolean
}

function sideOf(sides: Sides, article: string, words: string): 'full' | 'less' | null {
  const { full, less } = sides
  const holdsAny = (runs: readonly string[]): boolean => runs.some((run) => run !== '' && holds(words, run))
  if (holdsAny(full)) return 'full'
  if (!sides.isCut(article)) return null
  return holdsAny(less) ? 'less' : null
}

/** What a third report prints with the content words of the one version and none of the other's: "an enduring friendship". */
function ownStretch(words: string, { full, less }: Sides['differing']): string | null {
  const own = printsAlone(words, full, less) ? full : printsAlone(words, less, full) ? less : null
  const holding = own && sentences(words).find((sentence) => printsAlone(sentence, own, []))
  if (!own || holding === undefined || holding === null) return null
  const places = tokenize(holding).filter(({ norm }) => own.includes(norm))
  return excerpt(holding, holding.slice(places[0]?.start, places.at(-1)?.end))
}

function printsAlone(words: string, own: readonly string[], others: readonly string[]): boolean {
  const known = new Set(tokenize(words).map(({ norm }) => norm))
  return own.length > 0 && own.every((word) => known.has(word)) && !others.some((word) => known.has(word))
}

/** "testament" and "enduring" against "testimony" and "historic". */
function ownWords({ removed, added = '' }: Edit): Sides['differing'] {
  const norms = (words: string): readonly string[] => tokenize(words).map(({ norm }) => norm)
  const [one, other] = [norms(removed), norms(added)]
  const apart = (words: readonly string[], from: readonly string[]): readonly string[] =>
    words.filter((word) => !from.includes(word) && !functionWords.has(word))
  return { full: apart(one, other), less: apart(other, one) }
}

/** The sentences in which each report of a row prints it, then what a report has of the sentence in quotation marks. */
function printedIn(labels: Labels, column: Column | undefined, whole: string): readonly Passage[] {
  return labels.all.flatMap(({ article }): readonly Passage[] => {
    const cell = column?.cells[article.id]
    const mentions = cell?.state === 'present' ? cell.mentions : []
    const printing = article.sentences.filter((sentence) =>
      mentions.some((mention) => overlap(mention, sentence) > 0),
    )
    const row = oneLine(passageText(article, printing))
    const parts = cell === undefined || cell.state === 'absent' ? [] : partsIn(article.text, whole)
    return [
      ...(printing.length > 0 ? [{ article: article.id, words: row, from: 'row' } as const] : []),
      ...(parts.length > 0 ? [{ article: article.id, words: parts.join(' … '), from: 'near' } as const] : []),
    ]
  })
}

/** What stands in quotation marks. */
const inQuotation = /[“"]([^“”"]{1,400})[”"]/gu

/** The quoted sentences, each once, that are a part of another: “We are ready right now”. */
function partsIn(text: string, whole: string): readonly string[] {
  const quoted = [...text.matchAll(inQuotation)].flatMap(([, words = '']) => sentences(words))
  return [...new Set(quoted.filter((words) => isPart(words, whole)))]
}

function wordsOf(labels: Labels, { article, spans }: EvidenceGroup): string {
  const label = labels.of(article)
  if (label === undefined) return ''
  return oneLine(passageText(label.article, spans))
}

/** The change that counts: what carries sense, else the longest. */
function decisive(edits: readonly Edit[]): Edit | undefined {
  const [longest] = [...edits].sort((a, b) => b.removed.length - a.removed.length)
  return edits.find(({ carries }) => carries !== null) ?? longest
}

/** Whether the words of the one stand in the other in this order, without a word between. */
function holds(text: string, stretch: string): boolean {
  const plain = (words: string): string =>
    ` ${tokenize(words)
      .map(({ norm }) => norm)
      .join(' ')} `
  return plain(text).includes(plain(stretch))
}

/** Whether a report prints most of the words in one run, in whatever place: it has not cut them. */
function printsMost(labels: Labels, article: string, stretch: string): boolean {
  const words = tokenize(stretch).map(({ norm }) => norm)
  const most = Math.max(leastRun, Math.ceil(words.length * mostly))
  const text = labels.of(article)?.article.text ?? ''
  return words
    .slice(0, Math.max(0, words.length - most + 1))
    .some((_, at) => holds(text, words.slice(at, at + most).join(' ')))
}

const mostly = 0.6
/** Words: a shorter run may be said of anything. */
const leastRun = 4

/** In quotation marks, with the words that another version has not. */
function inMarks(words: string, other: string): Draft['pieces'] {
  const pieces = wordDiff(other, words) ?? [{ kind: 'same', text: words }]
  return [
    { text: '“', differs: false },
    ...pieces.flatMap(({ kind, text }) => (kind === 'there' ? [] : [{ text, differs: kind === 'here' }])),
    { text: '”', differs: false },
  ]
}
