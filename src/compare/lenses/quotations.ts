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
import { sliceSpans } from '../../text/spans.js'
import type { Context } from '../context.js'
import { draft } from '../finding.js'
import type { Draft, Lens } from '../lens.js'
import { compareVersions, type Comparison } from '../quotes/edits.js'
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
  const fullest = fullestOf(versions)
  if (!fullest) return []
  const others = versions.filter((version) => version.view.id !== fullest.view.id)
  return [
    ...others.flatMap((version) => judge(context, column, fullest, version)),
    ...complementary(context, column, fullest, others),
  ]
}

/** The version with the most words in quotation marks; by article id where several have as many. */
function fullestOf(versions: readonly Version[]): Version | undefined {
  return versions
    .filter((version) => version.quotedWords.length > 0)
    .reduce<Version | undefined>(
      (best, version) => (best && best.quotedWords.length >= version.quotedWords.length ? best : version),
      undefined,
    )
}

function judge(context: Context, column: QuoteColumn, fullest: Version, version: Version): readonly Draft[] {
  const comparison = compareVersions(fullest, version)
  if (!comparison) return []
  if (version.quotedWords.length === 0 || (comparison.common === 0 && version.quotedWords.length < 3)) {
    return [paraphrase(context, column, fullest, version)]
  }
  if (comparison.kept < sameWords && comparison.common < 4) return []
  if (comparison.foreign > mostForeign * version.quotedWords.length) {
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
    matter: `${column.id} ${version.view.id}`,
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
      fullest.view.name,
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
  fullest: Version,
  others: readonly Version[],
): readonly Draft[] {
  const parts = others.filter(
    (version) => version.quotedWords.length >= 4 && version.quotedWords.length < fullest.quotedWords.length,
  )
  return parts.flatMap((one, index) =>
    parts.slice(index + 1).flatMap((other) => {
      const shared = compareVersions(one, other)
      if (!shared || shared.common > 2) return []
      const both = [one, other]
      return [
        draft(context, {
          kind: 'quote-complementary',
          severity: 'quotation',
          articles: both.map((version) => version.view.id),
          column: column.id,
          evidence: both.flatMap((version) =>
            version.quotedSpans.map((span): Evidence => ({ article: version.view.id, ...span, role: 'cut' })),
          ),
          confidence: Math.min(one.cell.confidence, other.cell.confidence),
          salience: column.salience,
          detail: { reason: `${fullest.view.name} quotes both parts` },
          sentence: templates.complementary(
            both.map((version) => ({ value: words(version), by: version.view.name })),
          ),
          matter: `${column.id} ${one.view.id} ${other.view.id}`,
          front: true,
        }),
      ]
    }),
  )
}
