/**
 * How one utterance is quoted: `quote-shortened`, `quote-altered`, `quote-paraphrased`, `quote-complementary`.
 *
 * Each version is held against the fullest one in these reports (the longest in quotation marks; there is no original).
 * A cut is worth the front only if it drops a negation, condition, hedge, object or opposing clause that the report does
 * not tell elsewhere; a change of words only if content words changed. All findings of one column are one matter: the
 * gravest speaks for all versions, the rest are notes for the ledger.
 */
import type { QuoteColumn } from '../../model/alignment.js'
import type { Edit, Evidence, EvidenceRole, FindingKind } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { sliceSpans } from '../../text/spans.js'
import { sentenceIndex, wordsIn, type Context } from '../context.js'
import { draft, type Parts } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { compareVersions, type Comparison } from '../quotes/edits.js'
import { fullestFor, isReference, ofTwoSpeakers } from '../quotes/fullest.js'
import { cutPieces, quotedPieces } from '../quotes/pieces.js'
import { tellUtterance, type Told } from '../quotes/utterance.js'
import { versionsOf, type Version } from '../quotes/version.js'
import { quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'

export const quotations: Lens = {
  name: 'quotations',
  find: (context) => context.alignment.quotes.flatMap((column) => look(context, column)),
}

/** A version counts as words of the same utterance from this share of its quoted words on. */
const sameWords = 0.6
/** More unmarked foreign content words than this share of the version make it altered. */
const mostForeign = 0.12

/** A finding to be, and what it says of its report's version where another finding speaks for the whole utterance. */
type Judged = {
  readonly parts: Parts
  readonly fullest: Version
  readonly told: readonly Told[]
  /** How much a reader would mind, lowest first; null keeps it a note. */
  readonly gravity: number | null
}

function look(context: Context, column: QuoteColumn): readonly Draft[] {
  const versions = versionsOf(context, column)
  const judged = [
    ...versions.flatMap((version) => {
      const fullest = fullestFor(version, versions)
      return fullest ? judge(context, column, fullest, version) : []
    }),
    ...complementary(context, column, versions),
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

/** The gravest finding of a column, told with the versions of all other reports. */
function forAll(
  context: Context,
  column: QuoteColumn,
  lead: Judged,
  judged: readonly Judged[],
  versions: readonly Version[],
): Parts {
  const others = judged.filter((one) => one !== lead && one.parts.kind !== 'quote-complementary')
  const told = [...lead.told, ...others.flatMap((one) => one.told), ...restOf(lead, others, versions)]
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

/** Reports that no finding speaks of: their words are those of the fullest, or are shown as they stand. */
function restOf(lead: Judged, others: readonly Judged[], versions: readonly Version[]): readonly Told[] {
  const told = new Set([lead, ...others].flatMap((one) => one.told.map(({ view }) => view.id)))
  return versions
    .filter((version) => version.view.id !== lead.fullest.view.id && !told.has(version.view.id))
    .map((version): Told => {
      const same = compareVersions(lead.fullest, version)
      const equal = same?.removedWords === 0 && same.foreign === 0 && same.common > 0
      const printed = version.quotedWords.length > 0
      return {
        view: version.view,
        words: printed || contentWords(version) >= leastReported ? words(version) : sentenceOf(version),
        how: equal ? 'same' : printed ? 'printed' : 'reported',
        without: [],
        swaps: printed ? (same?.swaps ?? []) : [],
      }
    })
}

/** The sentence that holds a torn piece. */
function sentenceOf({ view, spans }: Version): string {
  const sentence = view.sentences[spans[0] ? sentenceIndex(view, spans[0]) : -1]
  return quoted(
    sentence ? view.text.slice(sentence.start, sentence.end) : sliceSpans(view.text, spans),
    longest,
  )
}

function judge(context: Context, column: QuoteColumn, fullest: Version, version: Version): readonly Judged[] {
  const comparison = compareVersions(fullest, version)
  if (!comparison) return []
  if (version.quotedWords.length === 0 || (comparison.common === 0 && version.quotedWords.length < 3)) {
    if (contentWords(version) < leastReported) return []
    return [paraphrase(column, fullest, version)]
  }
  const { kept, common, foreign, ownWords, removedWords, swaps } = comparison
  const shared = version.quotedWords.length - ownWords
  if (kept < context.limit(sameWords) && common < 4) return []
  if (foreign > context.limit(mostForeign) * shared || swaps.length > 0) {
    return [altered(column, fullest, version, comparison)]
  }
  // It prints a piece that the fullest has not: neither is a cut of the other.
  if (ownWords > 0) return []
  return removedWords > 0 ? [shortened(column, fullest, version, comparison)] : []
}

/** Fewer content words in reported speech are a torn piece of a clause: nobody could say what they put in other words. */
const leastReported = 3

function contentWords({ spans, view }: Version): number {
  return spans.flatMap((span) => wordsIn(view, span)).filter(({ key }) => key !== '').length
}

function pairEvidence(fullest: Version, version: Version, role: EvidenceRole): readonly Evidence[] {
  const spansFor = (of: Version): readonly Span[] => (of.quotedSpans.length > 0 ? of.quotedSpans : of.spans)
  return [
    ...spansFor(fullest).map((span): Evidence => ({ article: fullest.view.id, ...span, role: 'fuller' })),
    ...spansFor(version).map((span): Evidence => ({ article: version.view.id, ...span, role })),
  ]
}

const longest = 220

const words = (version: Version): string =>
  quotedPieces(
    version.view.text,
    version.quotedSpans.length > 0 ? version.quotedSpans : version.spans,
    longest,
  )

/** "the fullest version in these reports (A) is “…”"; of a reference, "the reference (talk.txt) has “…”". */
function fullestWords(fullest: Version): string {
  return isReference(fullest)
    ? `${fullest.view.name} has`
    : `the fullest version in these reports (${fullest.view.name}) is`
}

function partsFor(
  column: QuoteColumn,
  fullest: Version,
  version: Version,
  parts: {
    kind: FindingKind
    role: EvidenceRole
    edits: readonly Edit[]
    sentence: string
    sure: number
  },
): Parts {
  return {
    kind: parts.kind,
    severity: 'quotation',
    articles: [version.view.id],
    column: column.id,
    evidence: pairEvidence(fullest, version, parts.role),
    confidence: version.cell.confidence * parts.sure,
    salience: column.salience,
    detail: { edits: parts.edits },
    sentence: parts.sentence,
    matter: matterOf(column),
    front: false,
  }
}

const matterOf = (column: QuoteColumn): string => `quote ${column.id}`

const gravities = { negation: 0, condition: 1, 'opposing-clause': 2, hedge: 3, object: 5 } as const
const gravityOfChange = 4
const gravityOfHalves = 6

function gravityOf(edits: readonly Edit[]): number | null {
  const carried = edits.flatMap(({ carries, elsewhere }) =>
    carries === null || elsewhere ? [] : [gravities[carries]],
  )
  return carried.length === 0 ? null : Math.min(...carried)
}

function shortened(column: QuoteColumn, fullest: Version, version: Version, { edits }: Comparison): Judged {
  const lost = cutPieces(edits)
  return {
    parts: partsFor(column, fullest, version, {
      kind: 'quote-shortened',
      role: 'cut',
      edits,
      sentence: templates.shortened(
        version.view.name,
        words(version),
        fullestWords(fullest),
        words(fullest),
        lost.join('; '),
      ),
      sure: 1,
    }),
    fullest,
    told: [{ view: version.view, words: words(version), how: 'printed', without: lost, swaps: [] }],
    gravity: gravityOf(edits),
  }
}

function altered(column: QuoteColumn, fullest: Version, version: Version, comparison: Comparison): Judged {
  return {
    parts: partsFor(column, fullest, version, {
      kind: 'quote-altered',
      role: 'cut',
      edits: comparison.edits,
      sentence: templates.altered(version.view.name, words(version), fullest.view.name, words(fullest)),
      sure: 0.9,
    }),
    fullest,
    told: [
      {
        view: version.view,
        words: words(version),
        how: 'printed',
        without: cutPieces(comparison.edits.filter(({ type }) => type !== 'replaced')),
        swaps: comparison.swaps,
      },
    ],
    gravity: gravityOfChange,
  }
}

function paraphrase(column: QuoteColumn, fullest: Version, version: Version): Judged {
  const edits: Edit[] = [
    {
      type: 'to-indirect',
      removed: sliceSpans(fullest.view.text, fullest.quotedSpans),
      marked: true,
      carries: null,
      elsewhere: true,
    },
  ]
  return {
    parts: partsFor(column, fullest, version, {
      kind: 'quote-paraphrased',
      role: 'asserts',
      edits,
      sentence: templates.paraphrased(version.view.name, words(version), fullest.view.name, words(fullest)),
      sure: 0.9,
    }),
    fullest,
    told: [{ view: version.view, words: words(version), how: 'reported', without: [], swaps: [] }],
    gravity: null,
  }
}

/** Two reports that quote different parts of one statement. */
type Halves = { readonly both: readonly [Version, Version]; readonly reason: string; readonly full: Version }

/** The widest pair of halves: two parts of what a third prints in full, or two selections that go beyond each other. */
function complementary(
  context: Context,
  column: QuoteColumn,
  versions: readonly Version[],
): readonly Judged[] {
  const found: readonly Halves[] = [...partsOfThird(versions), ...selections(context, versions)]
  const [widest] = [...found].sort(
    byKeys(
      ({ both }) => -both.reduce((sum, version) => sum + version.quotedWords.length, 0),
      ({ both, full }) => [...both, full].map((version) => version.view.id).join(' '),
    ),
  )
  if (!widest) return []
  const { both, full, reason } = widest
  return [
    {
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
        sentence: templates.complementary(
          both.map((version) => ({ value: words(version), by: version.view.name })),
        ),
        matter: matterOf(column),
        front: false,
      },
      fullest: full,
      told: both.map((version) => ({
        view: version.view,
        words: words(version),
        how: 'printed',
        without: [],
        swaps: [],
      })),
      gravity: gravityOfHalves,
    },
  ]
}

function partsOfThird(versions: readonly Version[]): readonly Halves[] {
  return versions.flatMap((full) =>
    pairsOf(versions.filter((version) => isPartOf(version, full))).flatMap(([one, other]): Halves[] => {
      const shared = compareVersions(one, other)
      return shared && shared.common <= 2 && one.view.id !== other.view.id
        ? [{ full, both: [one, other], reason: `${full.view.name} quotes both parts` }]
        : []
    }),
  )
}

/** Words in common in the same wording, and on each side a piece that the other has nowhere. */
function selections(context: Context, versions: readonly Version[]): readonly Halves[] {
  return pairsOf(versions).flatMap(([one, other]): Halves[] => {
    if (one.view.id === other.view.id || ofTwoSpeakers(one, other)) return []
    const [there, back] = [compareVersions(one, other), compareVersions(other, one)]
    if (!there || !back || there.ownWords === 0 || back.ownWords === 0 || there.common < 4) return []
    const shared = other.quotedWords.length - there.ownWords
    if (there.foreign > context.limit(mostForeign) * shared) return []
    const full = one.quotedWords.length >= other.quotedWords.length ? one : other
    return [{ full, both: [one, other], reason: 'each prints words that the other does not' }]
  })
}

function pairsOf<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const))
}

/** Four words or more, nearly all of which stand in the other version, which is longer and of the same speaker. */
function isPartOf(version: Version, full: Version): boolean {
  if (version.quotedWords.length < 4 || version.quotedWords.length >= full.quotedWords.length) return false
  return !ofTwoSpeakers(version, full) && (compareVersions(full, version)?.kept ?? 0) >= 0.8
}
