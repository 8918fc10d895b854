/**
 * How one utterance is quoted: `quote-shortened`, `quote-altered`, `quote-paraphrased`, `quote-complementary`.
 *
 * Each version is held against the fullest one in these reports (the longest in quotation marks; there is no original).
 * A cut stands in front only if it drops a negation, condition, hedge, object or opposing clause that the report does
 * not tell elsewhere; a change of words only if content words changed; the rest are notes for the ledger.
 */
import type { QuoteColumn } from '../../model/alignment.js'
import type { Edit, Evidence, EvidenceRole, FindingKind } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { byKeys } from '../../text/order.js'
import { sliceSpans } from '../../text/spans.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { compareVersions, type Comparison } from '../quotes/edits.js'
import { relateSpeakers } from '../quotes/speakers.js'
import { toldElsewhere } from '../quotes/elsewhere.js'
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

function look(context: Context, column: QuoteColumn): readonly Draft[] {
  const versions = versionsOf(context, column)
  return [
    ...versions.flatMap((version) => {
      const fullest = fullestFor(version, versions)
      return fullest ? judge(context, column, fullest, version) : []
    }),
    ...complementary(context, column, versions),
  ]
}

/**
 * What a version is held against: of the longer versions in other reports the one with most words in common, then the
 * longest, then the first by article id. Reported words have none in common; theirs is the longest of one speaker.
 * What the version's own report prints in the same words elsewhere in the column is no rival: nothing is cut from it.
 */
function fullestFor(version: Version, versions: readonly Version[]): Version | undefined {
  const size = version.quotedWords.length
  // Where the user gave the source, every version is held against it, and it against none.
  const source = versions.find(isReference)
  if (version === source) return undefined
  if (source && !printedBy(version.view.id, source, versions)) return source
  const rivals = versions.filter(
    (other) =>
      other.view.id !== version.view.id &&
      other.quotedWords.length > 0 &&
      !printedBy(version.view.id, other, versions) &&
      (other.quotedWords.length > size ||
        (other.quotedWords.length === size && other.view.id < version.view.id)) &&
      (size > 0 || !differs(version, other)),
  )
  const common = (other: Version): number => compareVersions(other, version)?.common ?? 0
  return [...rivals].sort(
    byKeys(
      (other) => -common(other),
      (other) => -other.quotedWords.length,
      (other) => other.view.id,
    ),
  )[0]
}

function isReference({ view }: Version): boolean {
  return view.article.role === 'reference'
}

/** "the fullest version in these reports (A) is “…”"; of a reference, "the reference (talk.txt) has “…”". */
function fullestWords(fullest: Version): string {
  return isReference(fullest)
    ? `${fullest.view.name} has`
    : `the fullest version in these reports (${fullest.view.name}) is`
}

function printedBy(article: string, other: Version, versions: readonly Version[]): boolean {
  return versions.some((own) => own.view.id === article && printed(own) === printed(other))
}

function printed({ quotedWords }: Version): string {
  return quotedWords.map((word) => word.norm).join(' ')
}

function differs(a: Version, b: Version): boolean {
  return a.speaker !== null && b.speaker !== null && relateSpeakers(a.speaker, b.speaker) === 'different'
}

function judge(context: Context, column: QuoteColumn, fullest: Version, version: Version): readonly Draft[] {
  const comparison = compareVersions(fullest, version)
  if (!comparison) return []
  if (version.quotedWords.length === 0 || (comparison.common === 0 && version.quotedWords.length < 3)) {
    return [paraphrase(context, column, fullest, version)]
  }
  if (comparison.kept < context.limit(sameWords) && comparison.common < 4) return []
  if (comparison.foreign > context.limit(mostForeign) * version.quotedWords.length) {
    return [altered(context, column, fullest, version, comparison)]
  }
  return comparison.removedWords > 0 ? [shortened(context, column, fullest, version, comparison)] : []
}

function pairEvidence(fullest: Version, version: Version, role: EvidenceRole): readonly Evidence[] {
  const spansFor = (of: Version): readonly Span[] => (of.quotedSpans.length > 0 ? of.quotedSpans : of.spans)
  return [
    ...spansFor(fullest).map((span): Evidence => ({ article: fullest.view.id, ...span, role: 'fuller' })),
    ...spansFor(version).map((span): Evidence => ({ article: version.view.id, ...span, role })),
  ]
}

const words = (version: Version): string =>
  quoted(
    sliceSpans(version.view.text, version.quotedSpans.length > 0 ? version.quotedSpans : version.spans),
    220,
  )

function make(
  context: Context,
  column: QuoteColumn,
  fullest: Version,
  version: Version,
  parts: {
    kind: FindingKind
    role: EvidenceRole
    edits: readonly Edit[]
    sentence: string
    front: boolean
    sure: number
  },
): Draft {
  return draft(context, {
    kind: parts.kind,
    severity: 'quotation',
    articles: [version.view.id],
    column: column.id,
    evidence: pairEvidence(fullest, version, parts.role),
    confidence: version.cell.confidence * parts.sure,
    salience: column.salience,
    detail: { edits: parts.edits },
    sentence: parts.sentence,
    matter: `${column.id} ${version.view.id} ${version.speaker ?? ''}`,
    front: parts.front,
  })
}

function shortened(
  context: Context,
  column: QuoteColumn,
  fullest: Version,
  version: Version,
  { edits }: Comparison,
): Draft {
  const checked = edits.map((edit) => ({ ...edit, elsewhere: toldElsewhere(version, edit.removed) }))
  const lost = checked
    .filter((edit) => edit.removed !== '' && edit.type !== 'inserted')
    .map((edit) => quoted(edit.removed, 120))
  return make(context, column, fullest, version, {
    kind: 'quote-shortened',
    role: 'cut',
    edits: checked,
    sentence: templates.shortened(
      version.view.name,
      words(version),
      fullestWords(fullest),
      words(fullest),
      lost.join('; '),
    ),
    front: checked.some((edit) => edit.carries !== null && !edit.elsewhere),
    sure: 1,
  })
}

function altered(
  context: Context,
  column: QuoteColumn,
  fullest: Version,
  version: Version,
  { edits }: Comparison,
): Draft {
  const checked = edits.map((edit) => ({ ...edit, elsewhere: toldElsewhere(version, edit.removed) }))
  return make(context, column, fullest, version, {
    kind: 'quote-altered',
    role: 'cut',
    edits: checked,
    sentence: templates.altered(version.view.name, words(version), fullest.view.name, words(fullest)),
    front: true,
    sure: 0.9,
  })
}

function paraphrase(context: Context, column: QuoteColumn, fullest: Version, version: Version): Draft {
  const edits: Edit[] = [
    {
      type: 'to-indirect',
      removed: sliceSpans(fullest.view.text, fullest.quotedSpans),
      marked: true,
      carries: null,
      elsewhere: true,
    },
  ]
  return make(context, column, fullest, version, {
    kind: 'quote-paraphrased',
    role: 'asserts',
    edits,
    sentence: templates.paraphrased(version.view.name, words(version), fullest.view.name, words(fullest)),
    front: false,
    sure: 0.9,
  })
}

/** Two reports that quote different parts of a statement which a third quotes in full, with hardly a word in common. */
function complementary(
  context: Context,
  column: QuoteColumn,
  versions: readonly Version[],
): readonly Draft[] {
  const found = versions.flatMap((full) => {
    const parts = versions.filter((version) => isPartOf(version, full))
    return parts.flatMap((one, index) =>
      parts.slice(index + 1).flatMap((other) => {
        const shared = compareVersions(one, other)
        return shared && shared.common <= 2 && one.view.id !== other.view.id
          ? [{ full, both: [one, other] }]
          : []
      }),
    )
  })
  const [widest] = [...found].sort(
    byKeys(
      ({ both }) => -both.reduce((sum, version) => sum + version.quotedWords.length, 0),
      ({ full, both }) => [...both, full].map((version) => version.view.id).join(' '),
    ),
  )
  if (!widest) return []
  const { full, both } = widest
  return [
    draft(context, {
      kind: 'quote-complementary',
      severity: 'quotation',
      articles: both.map((version) => version.view.id),
      column: column.id,
      evidence: both.flatMap((version) =>
        version.quotedSpans.map((span): Evidence => ({ article: version.view.id, ...span, role: 'cut' })),
      ),
      confidence: Math.min(...both.map((version) => version.cell.confidence)),
      salience: column.salience,
      detail: { reason: `${full.view.name} quotes both parts` },
      sentence: templates.complementary(
        both.map((version) => ({ value: words(version), by: version.view.name })),
      ),
      matter: `${column.id} complementary`,
      front: true,
    }),
  ]
}

/** Four words or more, nearly all of which stand in the other version, which is longer and of the same speaker. */
function isPartOf(version: Version, full: Version): boolean {
  if (version.quotedWords.length < 4 || version.quotedWords.length >= full.quotedWords.length) return false
  return !differs(version, full) && (compareVersions(full, version)?.kept ?? 0) >= 0.8
}
