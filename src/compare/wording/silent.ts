/**
 * Reports whose silence on a matter says nothing, each with the reason: "A: a passage comes close."
 *
 * In:    a column, and reports that the sentence tells of already. Out: text to stand behind a finding's sentence, ''
 *        where every cell is clear.
 * Never: counts such a report among those with no passage.
 */
import type { Column } from '../../model/alignment.js'
import { entries, type Context } from '../context.js'
import { names } from './parts.js'

/** By reason code, in the order in which they are told; all other reasons mean that the text was not read whole. */
const reasons: readonly (readonly [code: string, words: string])[] = [
  ['told-differently', 'a passage comes close, told differently or on another matter'],
  ['too-early', 'may be too early to tell'],
  ['language', 'not in English'],
]
const unread = 'could not be read to the end'

export function silentReports(context: Context, column: Column, told: readonly string[] = []): string {
  const byWords = new Map<string, string[]>(
    [...reasons.map(([, words]) => words), unread].map((words) => [words, []]),
  )
  for (const [id, cell] of entries(column)) {
    if (cell.state !== 'unknown' || told.includes(id)) continue
    const words = reasons.find(([code]) => code === cell.reason)?.[1] ?? unread
    byWords.get(words)?.push(id)
  }
  return [...byWords]
    .map(([words, ids]) => [words, names(context, ids)] as const)
    .map(([words, reports]) => (reports === '' ? '' : ` ${reports}: ${words}.`))
    .join('')
}
