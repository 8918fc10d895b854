/**
 * The versions of one utterance as answers: what each report prints of it, around the words that make the difference.
 *
 * In: a Report and a finding with edits. Out: drafts of answers; nothing where the finding names no fuller version.
 * Never: words of two reports in one answer, or a passage cut at another place than the end of a sentence.
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
import { oneLine, trimmedOf } from '../trimmed.js'
import { differing, markedStretch } from './differing.js'
import type { Draft } from './row.js'

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
  const edits = finding.detail.edits ?? []
  const edit = finding.kind === 'quote-altered' ? edits[0] : decisive(edits)
  // One sentence in two wordings: what counts is the words that differ.
  const isCollated = finding.kind === 'quote-altered' || edit?.type === 'cut-middle'
  const removed = unquoted(edit?.removed ?? '')
  const whole = around(fuller.words, removed, cut.words)
  const short = nearest(cut.words, whole)
  const shown = isCollated ? alteredShown(whole, short, edit) : cutShown(whole, removed, short, edit)
  const sides: Sides = {
    // By which words another report is known to print the one or the other.
    full: isCollated ? shown.slice(0, 1).map(textOf) : [whole, removed],
    less: isCollated ? shown.slice(1).map(textOf) : [short],
    differing: isCollated && edit ? ownWords(edit) : { full: [], less: [] },
    isCut: (article) => isCollated || !printsMost(labels, article, removed),
  }
  const shownIn = groups.map((group) => ({ ...group, isShown: true }))
  const full: string[] = [fuller.article]
  const less: string[] = [cut.article]
  const own = new Map<string, Draft['pieces']>()
  const other = new Map<string, boolean>()
  // Reports of the row that the finding does not show may print the same.
  for (const { article, words, isShown } of [...shownIn, ...printedIn(labels, column)]) {
    if (full.includes(article) || less.includes(article) || own.has(article)) continue
    const side = sideOf(sides, article, words)
    const stretch = side === null ? ownStretch(words, sides.differing) : null
    if (side === 'full') full.push(article)
    else if (side === 'less') less.push(article)
    else if (stretch) own.set(article, stretch)
    else if (isShown) other.set(article, (other.get(article) ?? false) || tellsMost(words, whole))
  }
  const elsewhere = [...other].filter(([id]) => !full.includes(id) && !less.includes(id) && !own.has(id))
  const [same, parts] = [true, false].map((isSame) =>
    elsewhere.flatMap(([id, tells]) => (tells === isSame ? [id] : [])),
  )
  const said = (text: string, articles: readonly string[] = []): readonly Draft[] =>
    articles.length === 0 ? [] : [{ state: 'otherwise', pieces: [{ text, differs: false }], articles }]
  return [
    { state: 'value', pieces: inMarks(shown[0] ?? []), articles: full },
    { state: 'value', pieces: inMarks(shown[1] ?? []), articles: less },
    ...[...own].map(([article, pieces]): Draft => ({
      state: 'value',
      pieces: inMarks(pieces),
      articles: [article],
    })),
    ...said('in other words', same),
    ...said('other parts of it', parts),
  ]
}

/** Share of the content words of a sentence from which on another tells the same. */
const most = 0.5

function tellsMost(words: string, sentence: string): boolean {
  const known = new Set(tokenize(words).map(({ norm }) => norm))
  const sought = tokenize(sentence).flatMap(({ norm }) => (functionWords.has(norm) ? [] : [norm]))
  return sought.filter((norm) => known.has(norm)).length >= most * sought.length
}

/** What tells that a report prints the fuller version, or the other. */
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
function ownStretch(words: string, { full, less }: Sides['differing']): Draft['pieces'] | null {
  const own = printsAlone(words, full, less) ? full : printsAlone(words, less, full) ? less : null
  const holding = own && sentences(words).find((sentence) => printsAlone(sentence, own, []))
  if (!own || holding === undefined || holding === null) return null
  const places = tokenize(holding).filter(({ norm }) => own.includes(norm))
  return excerpt(markedStretch(holding, holding.slice(places[0]?.start, places.at(-1)?.end)))
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

/** What a version lacks is marked in the fuller one; what stands in place of the words is marked as they are. */
function cutShown(
  whole: string,
  removed: string,
  short: string,
  edit: Edit | undefined,
): readonly Draft['pieces'][] {
  const [, replaced] = edit?.type === 'replaced' ? differing([whole, short]) : []
  return [markedStretch(whole, removed), replaced ?? [{ text: short, differs: false }]]
}

/**
 * Words of a longer sentence shown before and behind those that differ: behind up to a pause, if it comes. Readers took shorter
 * pieces, cut at other places in each report, for differences of their own.
 */
const [wordsBefore, wordsBehind, wordsToPause] = [10, 8, 16]
const shortSentence = 40

/** A sentence of a few words whole; of a longer one the words that make the difference, with some around them. */
function alteredShown(whole: string, short: string, edit: Edit | undefined): readonly Draft['pieces'][] {
  const [one, other] = [
    excerpt(markedStretch(whole, edit?.removed ?? '')),
    excerpt(markedStretch(short, edit?.added ?? '')),
  ]
  if (one && other) return [one, other]
  // Words put in stand on one side alone: the other is shown from the same words before them.
  const known = one ?? other ?? []
  const [before, behind] = [known[0], known.at(-1)]
  const lead = before?.differs === false ? before.text : ''
  const rest = stretchAfter(one ? short : whole, lead, behind?.differs === false ? behind.text : '')
  return one ? [one, [{ text: rest, differs: false }]] : [[{ text: rest, differs: false }], known]
}

function excerpt(pieces: Draft['pieces']): Draft['pieces'] | null {
  const at = pieces.findIndex(({ differs }) => differs)
  const stretch = pieces[at]
  if (stretch === undefined) return null
  if (textOf(pieces).split(' ').length <= shortSentence) return pieces
  const [before, behind] = [textOf(pieces.slice(0, at)), textOf(pieces.slice(at + 1))]
  return [
    {
      text: before
        .split(/(?<= )/u)
        .slice(-wordsBefore)
        .join(''),
      differs: false,
    },
    stretch,
    { text: toPause(behind), differs: false },
  ].filter(({ text }) => text !== '')
}

/** A fragment that breaks off in the middle of a thought is not understood. */
function toPause(text: string): string {
  const words = text.split(/(?= )/u)
  const pause = words.findIndex((word, place) => place + 1 >= wordsBehind && /[,;:.!?]$/u.test(word))
  if (pause >= 0 && pause < wordsToPause) return firstWords(text, pause + 1)
  const last = words.findLastIndex((word, place) => place < wordsBehind && !functionWords.has(word.trim()))
  return firstWords(text, last + 1)
}

function firstWords(text: string, number: number): string {
  return trimmedOf(text.split(/(?= )/u).slice(0, number).join(''), '', ' ,;')
}

/** From `lead` to `tail`; the whole sentence where it is short or does not hold these words. */
function stretchAfter(sentence: string, lead: string, tail: string): string {
  const plain = (words: string): string => words.replaceAll('’', "'").toLowerCase()
  const at = lead === '' ? -1 : plain(sentence).indexOf(plain(lead))
  if (at < 0 || sentence.split(' ').length <= shortSentence) return sentence
  const end = tail === '' ? -1 : plain(sentence).indexOf(plain(tail), at + lead.length - 1)
  return end < 0
    ? firstWords(sentence.slice(at), wordsBefore + wordsBehind)
    : sentence.slice(at, end + tail.length)
}

const textOf = (pieces: Draft['pieces']): string => pieces.map(({ text }) => text).join('')

/** The sentences in which each report of a row prints it. */
function printedIn(labels: Labels, column: Column | undefined) {
  return labels.all.flatMap(({ article }) => {
    const cell = column?.cells[article.id]
    if (cell?.state !== 'present') return []
    const printing = article.sentences.filter((sentence) =>
      cell.mentions.some((mention) => overlap(mention, sentence) > 0),
    )
    return [{ article: article.id, words: oneLine(passageText(article, printing)), isShown: false }]
  })
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

/** Not behind a question in single marks: what follows belongs to the same sentence. */
const ends = /(?<=[.!?]["”]?) |…/u

/** The sentences, without the marks and stops around them. */
function sentences(text: string): readonly string[] {
  return text
    .split(ends)
    .map((part) => trimmedOf(part, ' "“”‘’,;', ' "“”‘,;.'))
    .filter((part) => part !== '')
}

/** The sentence in which the stretch stands, or else the one that is nearest to the other version. */
function around(text: string, stretch: string, other: string): string {
  const holding = stretch === '' ? undefined : sentences(text).find((part) => part.includes(stretch))
  return holding ?? nearest(text, other)
}

/** The sentence that has most words of the other version. */
function nearest(text: string, other: string): string {
  const known = new Set(tokenize(other).map(({ norm }) => norm))
  const shared = (part: string): number => tokenize(part).filter(({ norm }) => known.has(norm)).length
  const [best = text] = [...sentences(text)].sort((a, b) => shared(b) - shared(a))
  return best
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

function inMarks(pieces: Draft['pieces']): Draft['pieces'] {
  return [{ text: '“', differs: false }, ...pieces, { text: '”', differs: false }]
}
