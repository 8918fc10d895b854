/**
 * The first line of every view: what all independent texts tell.
 *
 * In: an event. Out: what all tell, or most: claims in own voice, then quotations, then what all credit to one speaker, most prominent first, at most five; and what leads in.
 * Never: counts outlets, or takes a text that breaks off for one that disagrees.
 */
import type { Cell, ClaimColumn, Column, Mention } from '../model/alignment.js'
import type { Agreed, Telling } from '../model/report.js'
import { comparedGroups, isCompared, isReadable, reportsIn } from '../text/compared.js'
import { relateSpeakers } from '../english/speakers.js'
import { byKeys } from '../text/order.js'
import { overlap } from '../text/spans.js'
import { normalText } from '../text/trimmed.js'
import { agreedWords } from './agreed-words.js'
import type { Event } from './event.js'

/** The front's share in a Report. */
export type Agreement = { readonly agreement: readonly Agreed[]; readonly telling: Telling }

/** A column, and what it tells in the words of one report (agreed-words.ts). */
type Line = { readonly column: Column; readonly words: string }

/** Null for a column that cannot be said in words that all carry, and for a claim that most reports credit to nobody in common. */
function lineOf(event: Event, column: Column): Line | null {
  const words = agreedWords(event, column)
  if (words === null) return null
  if ('speaker' in column || inOwnVoice(column)) return { column, words }
  const speaker = speakerOfAll(column)
  return speaker === null ? null : { column, words: `${speaker}: ${words}` }
}

/** Whom every report credits with it; his fullest name. */
function speakerOfAll(column: Column): string | null {
  const named = mentionsByReport(column).map((mentions) =>
    mentions.flatMap(({ speaker }) => (speaker?.entity ? [speaker.name] : [])),
  )
  const [fullest] = named.flat().sort(
    byKeys(
      (name) => -name.length,
      (name) => name,
    ),
  )
  if (fullest === undefined) return null
  const isOne = named.every((names) => names.some((name) => relateSpeakers(name, fullest) === 'same'))
  return isOne ? fullest : null
}

/** A cell less sure than this may not tell it: of rows of all reports so sure, 49 of 53 were one statement on read events. */
const sureEnough = 0.8

function isSure(column: Column): boolean {
  return Object.values(column.cells).every(
    (cell) => cell.state !== 'present' || cell.confidence >= sureEnough,
  )
}

/** Half of the reports that tell it or more do so, at least once, without crediting anybody. */
function inOwnVoice(column: Column): boolean {
  const told = mentionsByReport(column)
  const own = told.filter((mentions) => mentions.some(({ voice }) => voice !== 'attributed'))
  return own.length * 2 >= told.length
}

function mentionsByReport(column: Column): (readonly Mention[])[] {
  return Object.values(column.cells).flatMap((cell) => (cell.state === 'present' ? [cell.mentions] : []))
}

/** What reports tell in their own voice comes before quotations, and these before what they credit in other words. */
function rank(column: Column): number {
  if ('speaker' in column) return 1
  return inOwnVoice(column) ? 0 : 2
}

const shown = 5

/** What is told by all in these lines, or by nobody in none. */
function ofAll(event: Event, sentence: string, lines: readonly Line[] = []): Agreement {
  return {
    agreement: lines.map((line) => agreed(event, line)),
    telling: { title: 'What all tell', sentence, most: [] },
  }
}

function agreed(event: Event, { column, words }: Line): Agreed {
  const ids = (state: Cell['state']): readonly string[] =>
    reportsIn(event).flatMap(({ id }) => (column.cells[id]?.state === state ? [id] : []))
  const unread = reportsIn(event).flatMap((article) => (isCompared(article) ? [] : [article.id]))
  return {
    column: column.id,
    label: words,
    articles: [...ids('present')].sort(),
    unknown: [...new Set([...ids('unknown'), ...unread])].sort(),
  }
}

export function agreement(event: Event): Agreement {
  const groups = comparedGroups(event)
  const texts = groups.length
  const nothing = nothingToCompare(event, texts)
  if (nothing !== null) return ofAll(event, nothing)
  const disputed = disputedIn(event)
  const columns = [...event.claims, ...event.quotes]
    .filter((column) => asserted(column) && isSure(column) && !disputed(column))
    .sort(
      byKeys<Column>(
        rank,
        (column) => -column.salience,
        (column) => column.id,
      ),
    )
  const all = columns.filter((column) => tally(column, groups).silent === 0)
  const everywhere = firstDistinct(
    event,
    all.filter((column) => tally(column, groups).unknown === 0),
  )
  if (everywhere.length > 0) {
    const who = texts === 2 ? 'Both' : `All ${texts}`
    return ofAll(event, `${who} independent texts tell:`, everywhere)
  }
  // What most texts could not be searched for is told by some of them, and not by all.
  const checkable = firstDistinct(
    event,
    all.filter((column) => tally(column, groups).yes * 2 > texts),
  )
  if (checkable.length > 0) {
    const told = checkable.map(({ column }) => tally(column, groups).yes)
    const least = Math.min(...told)
    const some = told.every((yes) => yes === least) ? `${least}` : `${least} or more`
    const sentence = `All independent texts that could be searched for it, ${some} of ${texts}, tell:`
    return ofAll(event, sentence, checkable)
  }
  const most = widelyTold(event, groups)
  if (most !== null) return most
  const none = `No one statement could be matched in ${texts === 2 ? 'both' : `all ${texts}`} texts for sure. They may still tell the same: the tables show what each tells.`
  return ofAll(event, none)
}

/** Of fewer texts "most" are two: no more than the rows show. */
const fewestTexts = 5

/** What two thirds of many texts surely tell, whatever is linked less surely in the rest; null where there is nothing. */
function widelyTold(event: Event, groups: readonly (readonly string[])[]): Agreement | null {
  const texts = groups.length
  if (texts < fewestTexts) return null
  const disputed = disputedIn(event)
  const wide = event.claims
    .filter((column) => asserted(column) && !disputed(column))
    .map(surelyTold)
    .map((column) => ({ column, told: tally(column, groups).yes }))
    .filter(({ told }) => told * 3 >= texts * 2)
    .sort(
      byKeys(
        ({ told }) => -told,
        ({ column }) => -column.salience,
        ({ column }) => column.id,
      ),
    )
  const lines = firstDistinct(
    event,
    wide.map(({ column }) => column),
  ).slice(0, mostWidely)
  if (lines.length === 0) return null
  const told = lines.map(({ column }) => wide.find((one) => one.column === column)?.told ?? texts)
  const sentence = `At least ${Math.min(...told)} of ${texts} independent texts tell:`
  const most = lines.map((line) => agreed(event, line))
  return { agreement: [], telling: { title: 'What most tell', sentence, most } }
}

const mostWidely = 3

/** A column without the cells that are less sure. */
function surelyTold(column: ClaimColumn): ClaimColumn {
  const cells = Object.entries(column.cells).filter(
    ([, cell]) => cell.state !== 'present' || cell.confidence >= sureEnough,
  )
  return { ...column, cells: Object.fromEntries(cells) }
}

/** The first few, without one that half of its reports tell in the words of a column before it: a claim and its quotation. */
function firstDistinct(event: Event, columns: readonly Column[]): readonly Line[] {
  const kept: Line[] = []
  for (const column of columns) {
    if (kept.length === shown) break
    const line = kept.some((other) => inSameWords(column, other.column)) ? null : lineOf(event, column)
    if (line) kept.push(line)
  }
  return kept
}

function inSameWords(column: Column, other: Column): boolean {
  const told = Object.entries(column.cells).flatMap(([id, cell]) =>
    cell.state === 'present' ? [{ mentions: cell.mentions, there: other.cells[id] }] : [],
  )
  const again = told.filter(
    ({ mentions, there }) =>
      there?.state === 'present' &&
      mentions.some((mention) => there.mentions.some((item) => overlap(mention, item) > 0)),
  )
  return again.length * 2 >= told.length
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

/** What reports differ on is not told by all, although all tell the rest: a value, who said it, or what a cut takes away. */
function disputedIn(event: Event): (column: Column) => boolean {
  const values = disputedValues(event)
  const otherwise = new Set(
    event.findings
      .filter(
        ({ kind, detail, severity }) =>
          kind === 'speaker-differs' || detail.type === 'attribution' || severity === 'quotation',
      )
      .map(({ column }) => column),
  )
  return (column) => {
    const label = wordsOf(column.label)
    return otherwise.has(column.id) || values.some((value) => label.includes(value))
  }
}

/** ` nineteen hours `: words alone, with space around, so that one text is found in another by whole words. */
export function wordsOf(text: string): string {
  return ` ${normalText(text)} `
}

/** It was looked for here, and what was found, if anything, is not surely it. */
function couldBeSearched(cell: Cell): boolean {
  return cell.state === 'absent' || (cell.state === 'unknown' && cell.reason === 'told-differently')
}

function tally(column: Column, groups: readonly (readonly string[])[]) {
  const states = groups.map((group) => {
    const cells = group.flatMap((id) => column.cells[id] ?? [])
    if (cells.some(({ state }) => state === 'present')) return 'yes'
    return cells.some(couldBeSearched) ? 'silent' : 'unknown'
  })
  const number = (state: string): number => states.filter((one) => one === state).length
  return { yes: number('yes'), silent: number('silent'), unknown: number('unknown') }
}

/** No report in the column denies it or gives another value. */
function asserted(column: Column): boolean {
  return Object.values(column.cells).every((cell) => cell.state !== 'present' || cell.stance === 'asserts')
}
