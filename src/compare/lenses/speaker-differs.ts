/**
 * The same quoted words credited to names that share no word: `speaker-differs`, and where it cannot be looked at two ways, `conflict`
 * of type `attribution`. A report that credits both is no side; who speaks for the other is a note.
 */
import type { Span } from '../../model/span.js'
import { overlap } from '../../text/spans.js'
import type { Context } from '../context.js'
import { draft, positionOf, evidenceAt } from '../finding.js'
import { printed, type Draft, type Lens } from '../lens.js'
import {
  clashingCredits,
  namesCloseBy,
  sameWords,
  shortestVersion,
  sureWords,
  type Clash,
} from '../quotes/credits.js'
import type { Version } from '../quotes/version.js'

export const speakerDiffers: Lens = {
  name: 'speaker-differs',
  asks: () => ({
    'speaker-differs': [
      `The same quoted words, ${sameWords.least} or more, are credited to names that share no word. A note where one may speak for the other.`,
      `Needs ${printed(sameWords.share)} of the shorter version’s words in common, and the name in the quotation’s sentence or the one before.`,
    ],
    'conflict attribution': ['The same quoted words are credited to names that share no word.'],
  }),
  find: (context) => clashingCredits(context).flatMap((clash) => drafts(context, clash)),
}

function drafts(context: Context, { column, credits, onBehalf }: Clash): readonly Draft[] {
  const involved = credits.flatMap((credit) => credit.versions)
  const shortest = shortestVersion(credits)
  const positions = credits.map(({ name, versions }) =>
    positionOf(context, versions, name, { source: name, voice: 'attributed' }),
  )
  const common = {
    column: column.id,
    evidence: involved.flatMap((version) => [
      ...version.quotedSpans.map((span) => evidenceAt(version.view, span, 'value')),
      ...[...sourcesOf(version), ...nameBehind(version)].map((span) =>
        evidenceAt(version.view, span, 'label'),
      ),
    ]),
    confidence: Math.min(...involved.map((version) => version.cell.confidence)),
    salience: column.salience,
    matter: `speaker ${column.id}`,
  }
  if (onBehalf)
    return [
      draft(context, {
        ...common,
        kind: 'speaker-differs',
        severity: 'note',
        detail: { positions, reason: 'one of the two may speak for the other' },
        front: false,
      }),
    ]
  const reason = 'the same quoted words, two names; two people may have said them'
  return [
    draft(context, {
      ...common,
      kind: 'conflict',
      severity: 'contradiction',
      detail: {
        type: 'attribution',
        grade: shortest.quotedWords.length >= sureWords ? 'differ' : 'may-differ',
        reason,
        positions,
      },
      front: true,
    }),
    draft(context, {
      ...common,
      kind: 'speaker-differs',
      severity: 'quotation',
      detail: { positions, reason },
      front: true,
    }),
  ]
}

/** Whom the quoted words are credited to; not whom a paraphrase beside them is. */
function sourcesOf({ cell, quotedSpans }: Version): readonly Span[] {
  const quoting = cell.mentions.filter(({ spans }) =>
    spans.some((span) => quotedSpans.some((quote) => overlap(span, quote) > 0)),
  )
  // "Lowe said the outcome showed that …": an outcome says nothing.
  const spoken = quoting.filter(({ speaker }) => speaker !== null)
  return (spoken.length > 0 ? spoken : quoting).flatMap(({ source }) => source)
}

/** Where the words are credited to "he", the nearest name before it: a reader must see whom the credit names. */
function nameBehind(version: Version): readonly Span[] {
  const source = version.cell.mentions.flatMap((mention) => mention.source)[0]
  const close = namesCloseBy(version)
  if (!source || close.some((word) => overlap(word, source) > 0)) return []
  const name = close.findLast((word) => word.end <= source.start)
  return name ? [{ start: name.start, end: name.end }] : []
}
