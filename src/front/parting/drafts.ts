/**
 * The answers of a finding as far as it holds them itself: its positions, its names, its versions, its passages.
 *
 * In: labels and a finding. Out: drafts, in which an article stands once. Never: who is silent (rows.ts adds that).
 */
import type { Column } from '../../model/alignment.js'
import type { Finding, Position } from '../../model/comparison.js'
import { columnTitle } from '../column-title.js'
import { isCompared } from '../../print/counts.js'
import { evidenceGroups } from '../../print/evidence.js'
import { holdsWords } from '../held-words.js'
import type { Labels } from '../../print/labels.js'
import { passageText } from '../../print/passage.js'
import { bare, inQuotes } from '../../text/in-quotes.js'
import { unquoted } from '../../print/safe-text.js'
import { oneLine } from '../../print/trimmed.js'
import { certaintyWords, roleWords } from '../../print/words.js'
import { differing } from './differing.js'
import { heardOrNot } from './heard.js'
import { isOmission, isTelling } from './question.js'
import { versionDrafts } from './quoted.js'
import type { Draft } from './row.js'
import { itemAt } from '../../text/item-at.js'

/** `column`: the row that the finding is of; `statement`: what its question is about. */
export function draftsOf(
  labels: Labels,
  finding: Finding,
  column: Column | undefined,
  statement: string,
): readonly Draft[] {
  const { positions, labels: names, edits } = finding.detail
  if (edits !== undefined) {
    const versions = versionDrafts(labels, finding, column)
    if (versions !== null) return versions
  }
  if (finding.kind === 'omitted-quote') return heardOrNot(labels, finding)
  if (isOmission(finding)) return toldOrNot(labels, finding, statement)
  if (positions !== undefined && positions.length > 0) return values(positions.map(told(finding)))
  return names === undefined ? passages(labels, finding) : values(named(names))
}

type Valued = { readonly words: string; readonly articles: readonly string[] }

/** Answers in the same words are one. */
function values(list: readonly Valued[]): readonly Draft[] {
  const byWords = new Map<string, string[]>()
  const placed = new Set<string>()
  for (const { words, articles } of list) {
    const own = articles.filter((id) => !placed.has(id))
    own.forEach((id) => placed.add(id))
    if (own.length > 0) byWords.set(words, [...(byWords.get(words) ?? []), ...own])
  }
  const pieces = differing([...byWords.keys()])
  return [...byWords.values()].map((articles, index) => ({
    state: 'value' as const,
    pieces: itemAt(pieces, index),
    articles,
  }))
}

/** What a position answers: whom it credits, how certain it is, or what it gives. */
function told({ kind, detail: { type, positions = [] } }: Finding) {
  const isOnesWord = new Set(positions.map(({ source }) => source)).size > 1
  return ({ value, articles, source, certainty }: Position): Valued => {
    if (kind === 'speaker-differs') return { words: source ?? unquoted(value), articles }
    if (kind === 'certainty-differs')
      return { words: `${certaintyWords[certainty]}: ${inQuotes(value)}`, articles }
    if (kind === 'attribution-dropped')
      return { words: source === null ? 'no source named' : `credited to ${source}`, articles }
    if (type !== 'polarity') return { words: bare(value), articles }
    const credit = source === null || !isOnesWord ? '' : ` (says ${source})`
    return { words: `${columnTitle({ label: value })}${credit}`, articles }
  }
}

function named(names: Readonly<Record<string, readonly string[]>>): readonly Valued[] {
  return Object.entries(names).map(([id, words]) => ({
    words: words.join(', '),
    articles: [id],
  }))
}

/** What one tells alone, all others that were read whole have nothing of. */
function toldOrNot(labels: Labels, finding: Finding, statement: string): readonly Draft[] {
  const telling = finding.evidence.filter((passage) => isTelling(finding, passage))
  const tellers = [...new Set(telling.map(({ article }) => article))]
  const whole = tellers.filter((id) => holdsWords(labels.of(id)?.article.text ?? '', statement))
  const near = finding.evidence.filter(({ role }) => role === 'context').map(({ article }) => article)
  const partly = [...tellers, ...near].filter((id) => !whole.includes(id))
  const others = labels.all
    .filter(({ article }) => article.role !== 'reference' && isCompared(article))
    .filter(({ article }) => article.completeness.state !== 'truncated')
    .map(({ article }) => article.id)
  const silent = finding.kind === 'only-here' ? others : finding.articles
  return [
    { state: 'value', pieces: [{ text: 'tells it', differs: false }], articles: whole },
    { state: 'otherwise', pieces: [], articles: [...new Set(partly)] },
    { state: 'silent', pieces: [], articles: silent.filter((id) => ![...tellers, ...near].includes(id)) },
  ]
}

function passages(labels: Labels, { evidence }: Finding): readonly Draft[] {
  return evidenceGroups(evidence, labels)
    .filter(({ role }) => role !== 'context' && role !== 'nearest')
    .map(({ article, spans, role }) => {
      const label = labels.of(article)
      const words = label === undefined ? '' : oneLine(passageText(label.article, spans))
      const lead = role === 'headline' || role === 'body' ? `${roleWords[role]}: ` : ''
      return {
        state: 'value' as const,
        pieces: [{ text: words === '' ? roleWords[role] : `${lead}${inQuotes(words)}`, differs: false }],
        articles: [article],
      }
    })
}
