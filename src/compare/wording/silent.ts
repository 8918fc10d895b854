/**
 * Reports whose silence on a matter says nothing, each with the reason: "A: may tell it in other words."
 *
 * In:    a column, and reports that the sentence tells of already. Out: text to stand behind a finding's sentence, ''
 *        where every cell is clear.
 * Never: counts such a report among those with no passage.
 */
import type { Column } from '../../model/alignment.js'
import { entries } from '../../likeness/columns.js'
import type { ArticleView } from '../../likeness/view.js'
import type { Context } from '../context.js'
import { names } from './parts.js'

/** By reason code, in the order in which they are told; all other reasons mean that the text was not read whole. */
const reasons: readonly (readonly [code: string, words: string])[] = [
  ['told-differently', 'may tell it in other words'],
  ['too-early', 'may be too early to tell'],
  ['language', 'not in English'],
]

/** Why a report whose silence says nothing was not read whole: it breaks off, or is too short to say what it leaves out. */
function unreadWords({ article: { completeness } }: ArticleView): string {
  return completeness.reasons.length > 0 && completeness.reasons.every((code) => code === 'very-short')
    ? 'too short to tell'
    : 'could not be read to the end'
}

function silentReports(context: Context, column: Column): string {
  return told(
    context,
    entries(column).flatMap(([id, cell]) => {
      const view = context.view(id)
      if (cell.state !== 'unknown' || !view) return []
      return [[id, reasons.find(([code]) => code === cell.reason)?.[1] ?? unreadWords(view)] as const]
    }),
  )
}

/** Reports that have nothing on a matter, by name, and a sentence on those of which nobody can tell. */
export type Others = { readonly none: string; readonly silent: string }

/** By the cells of a row. */
export function othersOfRow(context: Context, row: Column): Others {
  const absent = entries(row).flatMap(([id, cell]) => (cell.state === 'absent' ? [id] : []))
  return { none: names(context, absent), silent: silentReports(context, row) }
}

/** By how far the reports were read. */
export function othersOf(context: Context, views: readonly ArticleView[]): Others {
  const whole = views.filter(({ article }) => article.completeness.state === 'complete')
  const others = views.filter((view) => !whole.includes(view))
  return {
    none: names(
      context,
      whole.map(({ id }) => id),
    ),
    silent: told(
      context,
      others.map((view) => [view.id, unreadWords(view)]),
    ),
  }
}

/** A sentence for each reason, in the order of the reasons. */
function told(context: Context, silent: readonly (readonly [id: string, words: string])[]): string {
  const known = reasons.map(([, words]) => words)
  const rest = [...new Set(silent.map(([, words]) => words))].filter((words) => !known.includes(words)).sort()
  return [...known, ...rest]
    .map((words) => {
      const ids = silent.flatMap(([id, why]) => (why === words ? [id] : []))
      return ids.length === 0 ? '' : ` ${names(context, ids)}: ${words}.`
    })
    .join('')
}
