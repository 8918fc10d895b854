/**
 * The versions of one utterance as answers: what each report prints of it, around the words that make the difference.
 *
 * In: a Report and a finding with edits. Out: drafts of answers; nothing where the finding names no fuller version.
 * Never: words of two reports in one answer, or a passage cut at another place than the end of a sentence.
 */
import type { Column } from '../../model/alignment.js'
import type { Edit, Finding } from '../../model/comparison.js'
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
  const edit = decisive(finding.detail.edits ?? [])
  const removed = unquoted(edit?.removed ?? '')
  const whole = around(fuller.words, removed, cut.words)
  const short = nearest(cut.words, whole)
  // What stands in place of the words is marked as they are; what is merely cut leaves nothing to mark.
  const [, replaced] = edit?.type === 'replaced' ? differing([whole, short]) : []
  const full: string[] = [fuller.article]
  const less: string[] = [cut.article]
  const other: string[] = []
  for (const { article, words } of groups) {
    if (full.includes(article) || less.includes(article) || other.includes(article)) continue
    if (removed !== '' && holds(words, removed)) full.push(article)
    else if (holds(words, short) && removed !== '' && !printsMost(labels, article, removed))
      less.push(article)
    else other.push(article)
  }
  // Reports of the row that the finding does not show may print the same.
  for (const { article, words } of printedIn(labels, column)) {
    if (full.includes(article) || less.includes(article) || other.includes(article)) continue
    if (holds(words, whole)) full.push(article)
    else if (holds(words, short) && !printsMost(labels, article, removed)) less.push(article)
  }
  return [
    { state: 'value', pieces: inMarks(markedStretch(whole, removed)), articles: full },
    { state: 'value', pieces: inMarks(replaced ?? [{ text: short, differs: false }]), articles: less },
    ...(other.length === 0 ? [] : [{ state: 'otherwise' as const, pieces: [], articles: other }]),
  ]
}

/** The sentences in which each report of a row prints it. */
function printedIn(labels: Labels, column: Column | undefined) {
  return labels.all.flatMap(({ article }) => {
    const cell = column?.cells[article.id]
    if (cell?.state !== 'present') return []
    const printing = article.sentences.filter((sentence) =>
      cell.mentions.some((mention) => overlap(mention, sentence) > 0),
    )
    return [{ article: article.id, words: oneLine(passageText(article, printing)) }]
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

const ends = /(?<=[.!?]["”’]?) |…/u

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
