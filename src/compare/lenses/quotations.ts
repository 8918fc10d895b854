/**
 * How one utterance is quoted: `quote-shortened`, `quote-altered`, `quote-paraphrased`, `quote-complementary`.
 *
 * Each version is held against the fullest one in these reports (the longest in quotation marks; there is no original).
 * A cut is worth the front only if it drops a negation, condition, hedge, object or opposing clause that the report does
 * not tell elsewhere; a change of words only if content words changed. All findings of one column are one matter: the
 * gravest speaks for all versions, the rest are notes for the ledger.
 */
import type { QuoteColumn } from '../../model/alignment.js'
import type { Evidence, EvidenceRole } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import type { Context } from '../context.js'
import { draft, type Parts } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { fullestFor, ofTwoSpeakers } from '../quotes/fullest.js'
import { gravityOfHalves, judge, widestHalves, type Halves, type Judgement } from '../quotes/judging.js'
import { tellUtterance, type Told } from '../quotes/utterance.js'
import {
  halvesLines,
  halvesSentence,
  judgementLine,
  judgementSentence,
  plainLine,
} from '../quotes/version-words.js'
import { versionsOf, type Version } from '../quotes/version.js'

export const quotations: Lens = {
  name: 'quotations',
  find: (context) => context.alignment.quotes.flatMap((column) => look(context, column)),
}

/** A finding to be, and what it says of its report's version where another finding speaks for the whole utterance. */
type Judged = {
  readonly parts: Parts
  readonly fullest: Version
  readonly told: readonly Told[]
  readonly gravity: number | null
}

function look(context: Context, column: QuoteColumn): readonly Draft[] {
  const versions = versionsOf(context, column)
  const halves = widestHalves(context, versions)
  const judged = [
    ...versions.flatMap((version) => {
      const fullest = fullestFor(version, versions)
      const judgement = fullest ? judge(context, fullest, version) : null
      return judgement ? [ofVersion(column, judgement)] : []
    }),
    ...(halves ? [ofHalves(column, halves)] : []),
  ]
  const [lead] = judged
    .filter(({ gravity }) => gravity !== null)
    .sort(
      byKeys(
        ({ gravity }) => gravity ?? 0,
        ({ parts }) => parts.kind,
        ({ parts }) => parts.articles.join(' '),
        ({ parts }) => parts.sentence,
      ),
    )
  return judged.map((one) =>
    draft(context, one === lead ? forAll(context, column, one, judged, versions) : one.parts),
  )
}

const matterOf = (column: QuoteColumn): string => `quote ${column.id}`

/** How sure a judgement is, beside the link that it rests on. */
const sure = { 'quote-shortened': 1, 'quote-altered': 0.9, 'quote-paraphrased': 0.9 } as const

function ofVersion(column: QuoteColumn, judgement: Judgement): Judged {
  const { kind, fullest, version, edits, gravity } = judgement
  return {
    parts: {
      kind,
      severity: 'quotation',
      articles: [version.view.id],
      column: column.id,
      evidence: [
        ...evidenceOf(fullest, 'fuller'),
        ...evidenceOf(version, kind === 'quote-paraphrased' ? 'asserts' : 'cut'),
      ],
      confidence: version.cell.confidence * sure[kind],
      salience: column.salience,
      detail: { edits },
      sentence: judgementSentence(judgement),
      matter: matterOf(column),
      front: false,
    },
    fullest,
    told: [judgementLine(judgement)],
    gravity,
  }
}

function evidenceOf({ view, spans, quotedSpans }: Version, role: EvidenceRole): readonly Evidence[] {
  const shown: readonly Span[] = quotedSpans.length > 0 ? quotedSpans : spans
  return shown.map((span) => ({ article: view.id, ...span, role }))
}

function ofHalves(column: QuoteColumn, halves: Halves): Judged {
  const { both, full, reason } = halves
  return {
    parts: {
      kind: 'quote-complementary',
      severity: 'quotation',
      articles: both.map((version) => version.view.id),
      column: column.id,
      evidence: both.flatMap((version) =>
        version.quotedSpans.map((span): Evidence => ({ article: version.view.id, ...span, role: 'cut' })),
      ),
      confidence: Math.min(...both.map((version) => version.cell.confidence)),
      salience: column.salience,
      detail: { reason },
      sentence: halvesSentence(halves),
      matter: matterOf(column),
      front: false,
    },
    fullest: full,
    told: halvesLines(halves),
    gravity: gravityOfHalves,
  }
}

/** The gravest finding of a column, told with the versions of all other reports. */
function forAll(
  context: Context,
  column: QuoteColumn,
  lead: Judged,
  judged: readonly Judged[],
  versions: readonly Version[],
): Parts {
  const others = judged.filter((one) => one !== lead && one.parts.kind !== 'quote-complementary')
  const judgedLines = [lead, ...others].flatMap((one) => one.told)
  const told = [...judgedLines, ...restOf(lead, judgedLines, versions)]
  const seen = new Set(lead.parts.evidence.map(({ article }) => article))
  return {
    ...lead.parts,
    evidence: [
      ...lead.parts.evidence,
      ...others.flatMap(({ parts }) =>
        parts.evidence.filter(({ article, role }) => role !== 'fuller' && !seen.has(article)),
      ),
    ],
    // Two halves and nothing else need no fullest version to be held against.
    sentence:
      lead.parts.kind === 'quote-complementary' && told.every(({ view }) => seen.has(view.id))
        ? lead.parts.sentence
        : tellUtterance(context, column, lead.fullest, speakerOf(versions), told),
    front: true,
  }
}

/** Reports that no finding speaks of. */
function restOf(lead: Judged, told: readonly Told[], versions: readonly Version[]): readonly Told[] {
  const known = new Set([lead.fullest.view.id, ...told.map(({ view }) => view.id)])
  return versions.filter(({ view }) => !known.has(view.id)).map((version) => plainLine(lead.fullest, version))
}

/** The fullest name that the versions credit; null where they credit nobody or two people. */
function speakerOf(versions: readonly Version[]): string | null {
  const named = versions.filter(({ speaker }) => speaker !== null)
  if (named.some((one) => named.some((other) => ofTwoSpeakers(one, other)))) return null
  const [first] = named
    .flatMap(({ speaker }) => speaker ?? [])
    .sort(
      byKeys(
        (name) => -name.length,
        (name) => name,
      ),
    )
  return first ?? null
}
