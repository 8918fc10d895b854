/**
 * The versions of one utterance as answers: what each report prints of it, around the words that make the difference.
 *
 * In: an event and a finding with edits. Out: answers; nothing where the finding names no fuller version.
 * Never: words of two reports in one answer.
 */
import type { Column } from '../model/alignment.js'
import type { Answer, Edit, Evidence, Found } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { functionWords } from '../english/function-words.js'
import { grouped } from '../text/grouped.js'
import { unquoted } from '../text/in-quotes.js'
import { byKeys } from '../text/order.js'
import { mergeSpans } from '../text/spans.js'
import { tokenize } from '../text/tokens.js'
import { wordDiff } from '../text/word-diff.js'
import { articleOf, inOrder, wordsAt, type Event, type Given } from './event.js'
import { alteredShown, around, nearest } from './stretches.js'
import { holds, leastRun, placed, partsIn, printedIn, type Sides } from './whose-version.js'

export function versions(event: Event, finding: Found, column: Column | undefined): Given | null {
  const groups = printings(event, finding.evidence)
  const fuller = groups.find(({ role, words }) => role === 'fuller' && words !== '')
  const cut = groups.find(({ article, role }) => role === 'cut' && finding.articles.includes(article))
  if (fuller === undefined || cut === undefined || cut.words === '') return null
  const { whole, short, shown, sides } = differenceOf(event, finding, fuller.words, cut.words)
  const passages = [
    ...groups.map(
      ({ article, words, role }) =>
        ({ article, words, from: role === 'asserts' ? 'told' : 'quoted' }) as const,
    ),
    // Reports that the finding does not show may print the same.
    ...printedIn(event, column),
  ]
  const { full, less, own, same, parts } = placed(passages, partsIn(event, column, whole), whole, sides, [
    fuller.article,
    cut.article,
  ])
  const answer = (pieces: readonly string[], other: string, articles: readonly string[]): Answer => ({
    ...marked(pieces, other),
    by: speakerIn(column, articles),
    articles,
    quoted: true,
  })
  return {
    answers: [
      answer([shown[0]], short, full),
      answer([shown[1]], whole, less),
      ...[...own].map(([article, pieces]) => answer(pieces, whole, [article])),
    ],
    otherwise: [
      { how: 'other-words', articles: same },
      { how: 'not-these-words', articles: parts },
    ],
    silent: [],
  }
}

/** Who the first of these reports that names somebody credits with it. */
function speakerIn(column: Column | undefined, articles: readonly string[]): string | null {
  const named = articles.flatMap((id) => {
    const cell = column?.cells[id]
    return cell?.state === 'present' ? cell.mentions.flatMap(({ speaker }) => speaker?.name ?? []) : []
  })
  return named[0] ?? null
}

type Printing = Pick<Evidence, 'article' | 'role'> & { readonly words: string }

/** What the finding shows of each report, pieces of a split quotation together; a name where there is nothing else. */
export function printings(event: Event, evidence: readonly Evidence[]): readonly Printing[] {
  const withPassage = new Set(evidence.filter(({ role }) => role !== 'label').map(({ article }) => article))
  const order = inOrder(event).map(({ id }) => id)
  return [
    ...grouped(
      evidence.filter(({ role, article }) => role !== 'label' || !withPassage.has(article)),
      ({ article, role }) => [`${article} ${role}`],
    ).values(),
  ]
    .flatMap((spans) => {
      const [first] = spans
      const article = first && articleOf(event, first.article)
      return article
        ? [{ article: article.id, role: first.role, words: wordsAt(article, mergeSpans(spans)) }]
        : []
    })
    .sort(byKeys(({ article }) => order.indexOf(article)))
}

type Difference = {
  /** The sentence of the fuller version, and that of the other. */
  readonly whole: string
  readonly short: string
  /** Of the fuller version and of the other. */
  readonly shown: readonly [string, string]
  readonly sides: Sides
}

function differenceOf(event: Event, { kind, detail }: Found, fuller: string, cut: string): Difference {
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
    isCut: (article) => isCollated || !printsMost(event, article, removed),
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

/** The change that counts: what carries sense, else the longest. */
function decisive(edits: readonly Edit[]): Edit | undefined {
  const [longest] = [...edits].sort((a, b) => b.removed.length - a.removed.length)
  return edits.find(({ carries }) => carries !== null) ?? longest
}

/** Whether a report prints most of the words in one run, in whatever place: it has not cut them. */
function printsMost(event: Event, article: string, stretch: string): boolean {
  const words = tokenize(stretch).map(({ norm }) => norm)
  const most = Math.max(leastRun, Math.ceil(words.length * mostly))
  const text = articleOf(event, article)?.text ?? ''
  return words
    .slice(0, Math.max(0, words.length - most + 1))
    .some((_, at) => holds(text, words.slice(at, at + most).join(' ')))
}

const mostly = 0.6
/** Pieces of what a report prints, with the places of words that another version has not. */
function marked(pieces: readonly string[], other: string): Pick<Answer, 'text' | 'differs'> {
  const differs: Span[] = []
  let text = ''
  for (const [at, words] of pieces.entries()) {
    if (at > 0) text += ' … '
    for (const { kind, text: part } of wordDiff(other, words) ?? [{ kind: 'same', text: words }]) {
      if (kind === 'there') continue
      if (kind === 'here') differs.push({ start: text.length, end: text.length + part.length })
      text += part
    }
  }
  return { text, differs }
}
