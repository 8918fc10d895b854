/** What the table of claims shows: which rows in which order, what each can be asked for, which links are not sure. */
import { contentKey } from '../english/concepts.js'
import type { ClaimColumn, Column, PresentCell, Statement } from '../model/alignment.js'
import type { Found } from '../model/comparison.js'
import type { Row, RowChip } from '../model/report.js'
import { strangerCell, strangersIn, tellers } from '../text/compared.js'
import { grouped } from '../text/grouped.js'
import { onceForTwo } from '../text/once.js'
import { byKeys } from '../text/order.js'
import { tokenize } from '../text/tokens.js'
import { articleOf, titleOf, wordsAt, type Article, type Event } from './event.js'
import { statementOf } from './statement.js'

/** A link less sure than this is shown as one. */
const sureLink = 0.8

export function shownColumn<C extends Column>(event: Event, column: C): C {
  const strangers = strangersIn(event)
  const cells = Object.entries(column.cells).map(([id, cell]) => {
    const article = articleOf(event, id)
    if (cell.state === 'absent' && strangers.has(id)) return [id, strangerCell] as const
    return [id, article && cell.state === 'present' ? shownCell(article, column, cell) : cell] as const
  })
  const title = titleOf(column.label)
  return {
    ...column,
    ...(title === column.label ? {} : { title }),
    ...('speaker' in column ? {} : { statement: statementIn(event, column) }),
    cells: Object.fromEntries(cells),
  }
}

function shownCell(article: Article, column: Column, cell: PresentCell): PresentCell {
  const perhaps = cell.stance === 'asserts' && !isSure(article, column, cell)
  return perhaps ? { ...cell, perhaps } : cell
}

/** The row is called by the report's very words, or linked surely and by more than names. */
function isSure(article: Article, { label }: Column, cell: PresentCell): boolean {
  const name = label.replace(/…$/u, '')
  const passages = cell.mentions.map(({ spans }) => wordsAt(article, spans))
  if (passages.some((passage) => passage.startsWith(name))) return true
  return cell.confidence >= sureLink && passages.some((passage) => saysAlike(name, passage))
}

/** Without a word in common beside names two passages are on one person; of ten such links in two samples six were wrong. */
function saysAlike(name: string, passage: string): boolean {
  const [one, other] = [plainWords(name), plainWords(passage)]
  // A headline may have a capital on each word.
  return one.size === 0 || other.size === 0 || [...one].some((key) => other.has(key))
}

function plainWords(text: string): ReadonlySet<string> {
  const words = tokenize(text).filter(({ start }) => !/\p{Lu}/u.test(text.charAt(start)))
  return new Set(words.map(({ norm }) => contentKey(norm)).filter((key) => key !== ''))
}

/** Rows that differ first, then the most prominent. */
export function rowsOf(event: Event): readonly Row[] {
  const findings = grouped(event.findings, ({ column }) => (column === null ? [] : [column]))
  return event.claims
    .filter((column) => tellers(column).length > 1)
    .map((column) => ({ column, chips: chipsOf(column, findings.get(column.id) ?? []) }))
    .sort(
      byKeys(
        ({ chips }) => (chips.includes('differs') ? 0 : 1),
        ({ column }) => -column.salience,
        ({ column }) => column.id,
      ),
    )
    .map(({ column, chips }) => ({ column: column.id, chips, stands: statementIn(event, column) !== null }))
}

function chipsOf(column: ClaimColumn, findings: readonly Found[]): readonly RowChip[] {
  const cells = Object.values(column.cells)
  const present = cells.flatMap((cell) => (cell.state === 'present' ? [cell] : []))
  const voices = new Set(present.map(({ mentions }) => mentions.some(({ voice }) => voice === 'own')))
  const values = new Set(present.flatMap(({ value }) => value ?? []))
  const has: Readonly<Record<RowChip, boolean>> = {
    differs:
      present.some(({ stance }) => stance !== 'asserts') || values.size > 1 || findings.some(isDifference),
    missing: cells.some(({ state }) => state === 'absent'),
    credited: voices.size > 1 || findings.some(({ kind }) => kind === 'attribution-dropped'),
    unknown: cells.some(({ state }) => state === 'unknown'),
  }
  return (['differs', 'missing', 'credited', 'unknown'] as const).filter((chip) => has[chip])
}

/** What is told, not how long or whether. */
function isDifference({ kind }: Found): boolean {
  return kind === 'conflict' || kind === 'certainty-differs' || kind === 'attribution-dropped'
}

/** Of the telling whose words name the column; where that is not understood alone, or not without more words, of another. */
const statementIn = onceForTwo((event: Event, { label, cells }: ClaimColumn): Statement | null => {
  const name = label.replace(/…$/u, '')
  const told = Object.entries(cells).flatMap(([report, cell]) => {
    const article = articleOf(event, report)
    if (article === undefined || cell.state !== 'present' || cell.stance !== 'asserts') return []
    return cell.mentions.flatMap((mention) => {
      const statement = statementOf(article, mention)
      const isName = wordsAt(article, mention.spans).startsWith(name)
      return statement === null ? [] : [{ statement, isName }]
    })
  })
  const [best] = told.sort(
    byKeys(
      ({ statement }) => (statement.added.length === 0 ? 0 : 1),
      ({ isName }) => (isName ? 0 : 1),
      ({ statement }) => statement.words.length,
      ({ statement }) => statement.words,
    ),
  )
  return best?.statement ?? null
})
