/**
 * The versions of one utterance as answers: what each report prints of it, around the words that make the difference.
 *
 * In: a Report and a finding with edits. Out: drafts of answers; nothing where the finding names no fuller version.
 * Never: words of two reports in one answer.
 */
import type { Column } from '../../model/alignment.js'
import type { Edit, Finding } from '../../model/comparison.js'
import { functionWords } from '../../english/function-words.js'
import { tokenize } from '../../text/tokens.js'
import { evidenceGroups, type EvidenceGroup } from '../../print/evidence.js'
import type { Labels } from '../../print/labels.js'
import { passageText } from '../../print/passage.js'
import { unquoted } from '../../print/safe-text.js'
import { oneLine } from '../../print/trimmed.js'
import { wordDiff } from '../../print/word-diff.js'
import type { Draft } from './row.js'
import { alteredShown, around, nearest } from './stretches.js'
import { holds, leastRun, placed, partsIn, printedIn, type Sides } from './whose-version.js'

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
  const { whole, short, shown, sides } = differenceOf(labels, finding, fuller.words, cut.words)
  const passages = [
    ...groups.map(
      ({ article, words, role }) =>
        ({ article, words, from: role === 'asserts' ? 'told' : 'quoted' }) as const,
    ),
    // Reports that the finding does not show may print the same.
    ...printedIn(labels, column),
  ]
  const { full, less, own, same, parts } = placed(passages, partsIn(labels, column, whole), whole, sides, [
    fuller.article,
    cut.article,
  ])
  return [
    { state: 'value', pieces: inMarks(shown[0], short), articles: full },
    { state: 'value', pieces: inMarks(shown[1], whole), articles: less },
    ...[...own].map(([article, pieces]): Draft => ({
      state: 'value',
      pieces: pieces.flatMap((words, at) => [
        ...(at === 0 ? [] : [{ text: ' and ', differs: false }]),
        ...inMarks(words, whole),
      ]),
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
  /** The sentence of the fuller version, and that of the other. */
  readonly whole: string
  readonly short: string
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
  return { whole, short, shown, sides }
}

/** "testament" and "enduring" against "testimony" and "historic". */
function ownWords({ removed, added = '' }: Edit): Sides['differing'] {
  const norms = (words: string): readonly string[] => tokenize(words).map(({ norm }) => norm)
  const [one, other] = [norms(removed), norms(added)]
  const apart = (words: readonly string[], from: readonly string[]): readonly string[] =>
    words.filter((word) => !from.includes(word) && !functionWords.has(word))
  return { full: apart(one, other), less: apart(other, one) }
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
/** In quotation marks, with the words that the sentence of another version has not. */
function inMarks(words: string, other: string): Draft['pieces'] {
  const pieces = wordDiff(other, words) ?? [{ kind: 'same', text: words }]
  return [
    { text: '“', differs: false },
    ...pieces.flatMap(({ kind, text }) => (kind === 'there' ? [] : [{ text, differs: kind === 'here' }])),
    { text: '”', differs: false },
  ]
}
