/**
 * One sentence or a few for an utterance as all reports give it: the fullest version first, then each report in order.
 *
 * In:    the column, its fullest version, and what the other reports print of it.
 * Out:   text by way of the templates. Never: says why a report prints what it prints.
 */
import type { QuoteColumn } from '../../model/alignment.js'
import { byKeys } from '../../text/order.js'
import { entries, type ArticleView, type Context } from '../context.js'
import { joinAnd, names, quoted } from '../wording/parts.js'
import { silentReports } from '../wording/silent.js'
import { templates } from '../wording/templates.js'
import { isReference } from './fullest.js'
import { quotedPieces } from './pieces.js'
import type { Version } from './version.js'

/** What one report gives of the utterance: its words as quoted, and the pieces of the fullest that are not there. */
export type Told = {
  readonly view: ArticleView
  readonly words: string
  readonly how: 'printed' | 'reported' | 'same'
  readonly without: readonly string[]
  readonly swaps: readonly { readonly from: string; readonly to: string }[]
}

const longest = 220

export function tellUtterance(
  context: Context,
  column: QuoteColumn,
  fullest: Version,
  speaker: string | null,
  told: readonly Told[],
): string {
  const lines = mergedByReport(context, told).filter(({ view }) => view.id !== fullest.view.id)
  const none = entries(column).flatMap(([id, cell]) => (cell.state === 'absent' ? [id] : []))
  return templates.utterance({
    speaker,
    fullest: quotedPieces(fullest.view.text, fullest.quotedSpans, longest),
    by: isReference(fullest)
      ? fullest.view.name.replace(/^the /u, 'The ')
      : `Fullest version in these reports (${fullest.view.name})`,
    lines: lines
      .filter(({ how }) => how !== 'same')
      .map(({ view, words, how, without, swaps }) => ({
        report: view.name,
        words: how === 'reported' ? `in other words, ${words}` : words,
        without: joinAnd(without.slice(0, mostPieces)),
        swaps: joinAnd(swaps.slice(0, mostPieces).map(({ from, to }) => `${quoted(to)} for ${quoted(from)}`)),
      })),
    same: names(
      context,
      lines.filter(({ how }) => how === 'same').map(({ view }) => view.id),
    ),
    none: names(context, none),
    silent: silentReports(context, column),
  })
}

/** More pieces than these are left to the ledger. */
const mostPieces = 3

/** A report that stands in two findings of the column is told once, with the first. */
function mergedByReport(context: Context, told: readonly Told[]): readonly Told[] {
  const first = new Map<string, Told>()
  for (const one of told) if (!first.has(one.view.id)) first.set(one.view.id, one)
  return [...first.values()].sort(byKeys(({ view }) => context.views.indexOf(view)))
}
