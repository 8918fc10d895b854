/**
 * Versions and judgements in words.
 *
 * In:    a version, or what judging.ts says of one. Out: pieces of sentences and whole ones, by way of the templates.
 * Never: judges.
 */
import type { Edit } from '../../model/comparison.js'
import { joinAnd, quoted } from '../wording/parts.js'
import { templates } from '../wording/templates.js'
import type { Judgement } from './judging.js'
import { cutPieces, quotedPieces } from './pieces.js'
import type { Version } from './version.js'

/** Characters of a version shown, and of a piece that one has and the other not. */
const longest = { version: 110, kept: 60, piece: 90 } as const
/** Pieces shown; the ledger has all. */
const mostPieces = 2

function words({ view, quotedSpans, spans }: Version): string {
  return quotedPieces(view.text, quotedSpans.length > 0 ? quotedSpans : spans, longest.version)
}

/** What the version does not print, or prints otherwise, before anything else. `speaker`: who is credited, or null. */
export function judgementSentence(
  { kind, version, fullest, edits, swaps }: Judgement,
  speaker: string | null,
): string {
  const [report, fuller] = [version.view.name, fullest.view.name]
  switch (kind) {
    case 'quote-shortened':
      return templates.shortened(report, speaker, kept(version), joinAnd(weightiestPieces(edits)), fuller)
    case 'quote-altered': {
      const [swap] = swaps
      return swap
        ? templates.altered(report, speaker, quoted(swap.to), fuller, quoted(swap.from))
        : templates.altered(report, speaker, words(version), fuller, words(fullest))
    }
  }
}

/** The opening words of a shortened version: by them a reader knows which utterance it is. */
function kept({ view, quotedSpans, spans }: Version): string {
  return quotedPieces(view.text, quotedSpans.length > 0 ? quotedSpans : spans, longest.kept)
}

/** Pieces that carry sense and are told nowhere else in the report; else those told nowhere else, else all. */
function weightiestPieces(edits: readonly Edit[]): readonly string[] {
  const here = edits.filter(({ elsewhere }) => !elsewhere)
  const weighty = here.filter(({ carries }) => carries !== null)
  const [pieces = []] = [weighty, here, edits]
    .map((list) => cutPieces(list, longest.piece))
    .filter((list) => list.length > 0)
  return pieces.slice(0, mostPieces)
}
