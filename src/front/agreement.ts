/**
 * What all independent texts tell, or most: own voice, quotations, what all credit to one speaker; at most five, and what leads in.
 * Never: takes a text that breaks off for one that disagrees.
 */
import type { Cell, Column } from '../model/alignment.js'
import type { Agreed, Telling } from '../model/report.js'
import { comparedGroups, isCompared, isReadable, reportsIn } from '../text/compared.js'
import { sortedBy } from '../text/order.js'
import { normalText } from '../text/trimmed.js'
import { sayingsOf, type Saying } from './agreed-words.js'
import { contentOf, type Event } from './event.js'

/** The front's share in a Report. */
export type Agreement = { readonly agreement: readonly Agreed[]; readonly telling: Telling }

/** What is said in a column, and how many independent texts say so, do not, or could not be searched for it. */
type Line = Saying & {
  readonly column: Column
  readonly content: ReadonlySet<string>
  readonly yes: number
  readonly silent: number
  readonly unknown: number
}

/** What reports tell in their own voice comes before quotations, and these before what they credit in other words. */
const manners = ['own', 'quoted', 'credited'] as const

const shown = 5

/** What is told by all in these lines, or by nobody in none. */
function ofAll(event: Event, sentence: string, lines: readonly Line[] = []): Agreement {
  return {
    agreement: lines.map((line) => agreed(event, line)),
    telling: { title: 'What all reports say', sentence, most: [] },
  }
}

function agreed(event: Event, { column, words, articles }: Line): Agreed {
  const unknown = reportsIn(event).flatMap((article) =>
    !articles.includes(article.id) && (!isCompared(article) || column.cells[article.id]?.state === 'unknown')
      ? [article.id]
      : [],
  )
  return { column: column.id, label: words, articles: [...articles].sort(), unknown: unknown.sort() }
}

export function agreement(event: Event): Agreement {
  const groups = comparedGroups(event)
  const texts = groups.length
  const nothing = nothingToCompare(event, texts)
  if (nothing !== null) return ofAll(event, nothing)
  const lines = linesIn(event, groups)
  const all = lines.filter(({ silent }) => silent === 0)
  const everywhere = firstDistinct(all.filter(({ unknown }) => unknown === 0))
  if (everywhere.length > 0) {
    const who = texts === 2 ? 'Both' : `All ${texts}`
    return ofAll(event, `${who} independent texts say:`, everywhere)
  }
  // What most texts could not be searched for is told by some of them, and not by all.
  const checkable = firstDistinct(all.filter(({ yes }) => yes * 2 > texts))
  if (checkable.length > 0) {
    const told = checkable.map(({ yes }) => yes)
    const least = Math.min(...told)
    const some = told.every((yes) => yes === least) ? `${least}` : `${least} or more`
    const sentence = `${some} of ${texts} independent texts say, and the rest could not be searched for it:`
    return ofAll(event, sentence, checkable)
  }
  const wide = firstDistinct(
    sortedBy(
      lines.filter(({ yes }) => texts >= fewestTexts && yes * 3 >= texts * 2),
      ({ yes }) => -yes,
    ),
  ).slice(0, mostWidely)
  if (wide.length > 0) {
    const sentence = `At least ${Math.min(...wide.map(({ yes }) => yes))} of ${texts} independent texts say:`
    const most = wide.map((line) => agreed(event, line))
    return { agreement: [], telling: { title: 'What most reports say', sentence, most } }
  }
  const none = `No sentence was found that ${texts === 2 ? 'both' : `all ${texts}`} texts tell whole; parts of one may be found in all of them.`
  return ofAll(event, none)
}

/** Of fewer texts "most" are two: no more than the rows show. */
const fewestTexts = 5
const mostWidely = 3

/** In the order in which they are shown; of no column, and of no value on which reports differ, two. */
function linesIn(event: Event, groups: readonly (readonly string[])[]): readonly Line[] {
  const values = disputedValues(event)
  return sortedBy(
    [...event.claims, ...event.quotes]
      .filter(({ texts }) => texts * 2 >= groups.length)
      .flatMap((column) =>
        sayingsOf(event, column)
          .filter(({ words }) => {
            const plain = wordsOf(words)
            return !values.some((value) => plain.includes(value))
          })
          .map((saying) => ({
            ...saying,
            ...tally(column, saying, groups),
            column,
            content: contentOf(saying.words),
          })),
      ),
    ({ manner, column, content, words }) => [
      manners.indexOf(manner),
      -column.salience,
      -content.size,
      words.length,
      words + column.id,
    ],
  )
}

/** The first few, without one that says half of what a line before it says. */
function firstDistinct(lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    if (kept.length === shown) break
    if (!kept.some((other) => isMostlyIn(line, other) || isMostlyIn(other, line))) kept.push(line)
  }
  return kept
}

function isMostlyIn({ content }: Line, other: Line): boolean {
  return [...content].filter((key) => other.content.has(key)).length * 2 >= content.size
}

/** Why nothing can be told by all, or null. */
function nothingToCompare(event: Event, texts: number): string | null {
  const reports = reportsIn(event)
  if (texts === 0)
    return reports.some((report) => isReadable(report) && !isCompared(report))
      ? 'No text that could be read is in English, so nothing was compared.'
      : 'No source could be read, so there is nothing to compare.'
  if (reports.length === 1) return 'One report alone: there is nothing to compare it with.'
  if (texts === 1) return 'There is one independent text alone here, so nothing is told twice independently.'
  return null
}

/** Values that reports differ on, as whole words. */
export function disputedValues({ facts }: Event): readonly string[] {
  return facts
    .filter(({ grade }) => grade !== 'compatible')
    .flatMap((fact) => fact.values.map(({ text }) => wordsOf(text)))
    .filter((words) => words.trim() !== '')
}

/** ` nineteen hours `: words alone, with space around, so that one text is found in another by whole words. */
export function wordsOf(text: string): string {
  return ` ${normalText(text)} `
}

/** It was looked for here, and what was found, if anything, is not surely it. */
function couldBeSearched(cell: Cell): boolean {
  return cell.state !== 'unknown' || cell.reason === 'told-differently'
}

function tally(column: Column, { articles }: Saying, groups: readonly (readonly string[])[]) {
  const states = groups.map((group) => {
    if (group.some((id) => articles.includes(id))) return 'yes'
    const cells = group.flatMap((id) => column.cells[id] ?? [])
    return cells.some(couldBeSearched) ? 'silent' : 'unknown'
  })
  const number = (state: string): number => states.filter((one) => one === state).length
  return { yes: number('yes'), silent: number('silent'), unknown: number('unknown') }
}
