/** How one utterance is quoted, against the fullest version: `quote-shortened`, `quote-altered`. A column’s findings are one matter. */
import type { QuoteColumn } from '../../model/alignment.js'
import type { Edit, Evidence, EvidenceRole } from '../../model/comparison.js'
import type { Span } from '../../model/span.js'
import { firstBy } from '../../text/order.js'
import { manyTexts } from '../left-out/topics.js'
import { thirdPerson } from '../../english/function-words.js'
import { personKey, surnameKey } from '../../english/names.js'
import { wordsIn } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { draft, type Parts, evidenceAt } from '../finding.js'
import { printed, type Draft, type Lens } from '../lens.js'
import { fullestFor, ofTwoSpeakers } from '../quotes/fullest.js'
import { judge, mostForeign, type Judgement } from '../quotes/judging.js'
import { oneSentence } from '../quotes/variants.js'
import { cutsSomething } from '../quotes/pieces.js'
import { isAdvance, versionsOf, type Version } from '../quotes/version.js'

export const quotations: Lens = {
  name: 'quotations',
  asks: () => ({
    'quote-shortened': [
      `Words of the fullest version in these reports are not in this one; what is there stands in the same order, and of its words no more than ${printed(mostForeign)} are content words that the fullest has not.`,
      'In front only if the cut turns what is left (a condition before or behind it, a negation before it), or if of six words or more that are left a piece is out of the middle or the end of the thought is gone, and the report does not tell that elsewhere, or if words are left out of the middle of a sentence without a sign. One finding there for each utterance, where all versions credit one speaker, of five independent texts and more with the name or a pronoun in both credits.',
    ],
    'quote-altered': [
      `Of one sentence that both print in quotation marks (${printed(oneSentence.share)} of the shorter one’s words in common), a word stands in the place of another, or is put in without a sign (content words; “may” for “will”, “it” for “they”; not a contraction written out, nor a number in figures).`,
    ],
  }),
  find: (context) => context.alignment.quotes.flatMap((column) => look(context, column)),
}

/** A finding to be, and whether a reader would mind. */
type Judged = Pick<Judgement, 'fullest' | 'version'> & {
  readonly parts: Parts & { readonly articles: readonly string[] }
  readonly worthy: boolean
}

function look(context: Context, column: QuoteColumn): readonly Draft[] {
  const versions = versionsOf(context, column)
  const speaker = speakerOf(column, versions)
  const judged = versions.flatMap((version) => {
    const fullest = fullestFor(version, versions)
    const judgement = fullest ? judge(fullest, version) : null
    return judgement && saysWhatDiffers(judgement) && areOneDelivery(judgement)
      ? [ofVersion(column, judgement)]
      : []
  })
  const lead = firstBy(
    judged.filter(({ worthy }) => worthy),
    ({ parts: { kind, detail, articles } }) => [
      kind,
      detail.edits?.some(turnsSense) ? 0 : 1,
      articles.join(' '),
    ],
  )
  return judged.map((one) =>
    draft(
      context,
      one === lead && isForFront(context, one, speaker) ? inFront(one, judged, versions) : one.parts,
    ),
  )
}

/** All versions credit one speaker; in events of many texts both that are compared do so by name or pronoun, and not "the suit". */
function isForFront({ allTexts }: Context, { fullest, version }: Judged, speaker: string | null): boolean {
  const both = [fullest, version]
  if (speaker === null) return false
  if (allTexts < manyTexts) return true
  const family = personKey(speaker)
  return both.every(({ view, quotes }) =>
    quotes.some(({ source }) =>
      source.some((span) =>
        wordsIn(view, span).some(({ norm }) => surnameKey(norm) === family || thirdPerson.has(norm)),
      ),
    ),
  )
}

function turnsSense({ carries }: Edit): boolean {
  return carries === 'condition' || carries === 'negation'
}

/** Where a cut took dots or a word of no letters alone, there is nothing to show. */
function saysWhatDiffers({ kind, edits }: Judgement): boolean {
  return kind !== 'quote-shortened' || cutsSomething(edits)
}

/** A speech may be given in other words than its advance text has. */
function areOneDelivery({ fullest, version }: Judgement): boolean {
  return isAdvance(fullest) === isAdvance(version)
}

const matterOf = (column: QuoteColumn): string => `quote ${column.id}`

/** How sure a judgement is, beside the link that it rests on. */
const sure = { 'quote-shortened': 1, 'quote-altered': 0.9 } as const

function ofVersion(column: QuoteColumn, judgement: Judgement): Judged {
  const { kind, fullest, version, edits, worthy } = judgement
  return {
    fullest,
    version,
    parts: {
      kind,
      severity: 'quotation',
      articles: [version.view.id],
      column: column.id,
      evidence: [...evidenceOf(fullest, 'fuller'), ...evidenceOf(version, 'cut')],
      confidence: version.cell.confidence * sure[kind],
      salience: column.salience,
      detail: { edits },
      matter: matterOf(column),
      front: false,
    },
    worthy,
  }
}

function evidenceOf({ view, spans, quotedSpans }: Version, role: EvidenceRole): readonly Evidence[] {
  const shown: readonly Span[] = quotedSpans.length > 0 ? quotedSpans : spans
  return shown.map((span) => evidenceAt(view, span, role))
}

/** The leading finding of a column, with the other reports' versions as evidence beside, also those in reported speech. */
function inFront(lead: Judged, judged: readonly Judged[], versions: readonly Version[]): Parts {
  const seen = new Set(lead.parts.evidence.map(({ article }) => article))
  const others = judged
    .filter((one) => one !== lead)
    .flatMap(({ parts }) =>
      parts.evidence.filter(({ article, role }) => role !== 'fuller' && !seen.has(article)),
    )
  const reported = versions
    .filter(({ view, quotedWords }) => quotedWords.length === 0 && !seen.has(view.id))
    .flatMap((version) => evidenceOf(version, 'asserts'))
  return { ...lead.parts, evidence: [...lead.parts.evidence, ...others, ...reported], front: true }
}

/** Whom the versions credit; null where they credit nobody or two people. */
function speakerOf(column: QuoteColumn, versions: readonly Version[]): string | null {
  const named = versions.filter(({ speaker }) => speaker !== null)
  if (named.length === 0) return null
  const areTwo = named.some((one) => named.some((other) => ofTwoSpeakers(one, other)))
  return areTwo ? null : (column.speaker?.name ?? null)
}
