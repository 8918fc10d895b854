/**
 * A filled sheet read back, as spreadsheets save it: comma, semicolon or tab, with or without a byte order mark.
 *
 * In:    the file's text and the key. Out: an answer an item, or the first thing that is wrong with the sheet.
 * Never: guesses an answer, or takes a row for another item than its own.
 */
import { parse } from 'csv-parse/sync'
import type { AuditKey } from '../../model/audit.js'
import { answers, type Answer } from './sheet.js'

export type Sheet =
  | { readonly ok: true; readonly answers: ReadonlyMap<string, Answer>; readonly missing: number }
  | { readonly ok: false; readonly problem: string }

const written: Readonly<Record<string, Answer>> = {
  yes: 'yes',
  y: 'yes',
  no: 'no',
  n: 'no',
  'cannot-tell': 'cannot-tell',
  'cannot tell': 'cannot-tell',
  'can’t tell': 'cannot-tell',
  "can't tell": 'cannot-tell',
  '?': 'cannot-tell',
}

export function readSheet(text: string, key: AuditKey): Sheet {
  const rows = cellsOf(text)
  if (rows === null) return problem('it is no CSV: a quotation mark is not closed, or stands where none may')
  const [head, ...body] = rows
  if (head === undefined) return problem('it is empty')
  const names = head.map((name) => name.trim().toLowerCase())
  const [item, answer] = [names.indexOf('item'), names.indexOf('answer')]
  if (item < 0 || answer < 0) return problem('its first line must name the columns "item" and "answer"')
  if (body.length === 0) return problem('it has no rows')
  return answersOf(
    body.map((row) => ({ item: (row[item] ?? '').trim(), answer: (row[answer] ?? '').trim() })),
    key,
  )
}

function cellsOf(text: string): readonly (readonly string[])[] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch {
    return null
  }
}

/** The one that stands most often in the first line. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1)
  const number = (mark: string): number => line.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (number(mark) > number(best) ? mark : best))
}

function answersOf(
  rows: readonly { readonly item: string; readonly answer: string }[],
  key: AuditKey,
): Sheet {
  const known = new Set(key.items.map(({ item }) => item))
  const given = new Map<string, Answer>()
  const seen = new Set<string>()
  for (const [index, { item, answer }] of rows.entries()) {
    if (!known.has(item)) return problem(`row ${index + 2} has the item "${item}", which is not in the key`)
    if (seen.has(item)) return problem(`the item ${item} stands in two rows`)
    seen.add(item)
    if (answer === '') continue
    const meant = Object.hasOwn(written, answer.toLowerCase()) ? written[answer.toLowerCase()] : undefined
    if (meant === undefined)
      return problem(
        `row ${index + 2} (${item}) has the answer "${answer}"; it must be ${answers.join(', ')} or empty`,
      )
    given.set(item, meant)
  }
  if (given.size === 0) return problem('no answer is filled in')
  return { ok: true, answers: given, missing: known.size - seen.size }
}

function problem(what: string): Sheet {
  return { ok: false, problem: what }
}
