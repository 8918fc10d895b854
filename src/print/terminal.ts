/** The summary in the terminal: what happened, who reported, the main differences, a line each; `full`, the whole outline. */
import { blank, type Finding } from '../model/comparison.js'
import type { Report } from '../model/report.js'
import { firstThat } from '../text/first-that.js'
import { blockOf, isComparison, noneInFront, reviewWords } from './blocks.js'
import { extent, strangersNote, titleOf, titledBy, whyUnread } from './extent.js'
import { certaintyNote, readerName, sureClass } from './words.js'
import { labelArticles, type Labels } from './labels.js'
import {
  frontIn,
  leadOf,
  partingOf,
  printedOf,
  shortOf,
  toldIn,
  wordsOf,
  type Answer,
  type Parting,
} from './differences.js'
import { shorten, shortenAtClause, visibleLine } from './safe-text.js'
import { columns, wrap, printer } from './wrap.js'
import { outlineOf, type Block, type Said } from './outline.js'

/** Lines at the usual width; narrower, more. */
const mostLines = 60
const usualWidth = 80
/** Lines of a difference: what it may take, and what it is never cut below; the last differences go before that. */
const mostOfRow = 9
const leastOfRow = 6
const widestKind = 13
/** Columns of a headline or first sentence: what differs may stand at its end. */
const widestOpening = 480
/** Columns of an answer: where it begins to be cut, below which fewer answers tell more, and below which none is cut. */
const widestAnswer = 300
const readable = 44
const narrowest = 10

type Text = readonly Styled[]
type TerminalRow = Parting & { readonly finding: Finding }

export function renderTerminal(report: Report, options: TerminalOptions): string {
  if (options.full === true) return renderFull(report, options)
  const width = Math.max(24, Math.min(options.width, 110))
  const labels = labelArticles(report)
  const rows = frontIn(report).map((finding) => ({ finding, ...partingOf(report, labels, finding) }))
  const all = printedOf(report)
  const before = [...head(report, labels, width), ...told(report, labels, width)]
  const after = (shown: number): readonly Text[] => foot(report, all - shown, options.folder ?? null, width)
  const { length } = [...before, [], ...after(0)]
  const most = Math.ceil(mostLines * Math.max(1, usualWidth / width))
  const shown = rowsThatFit(rows, labels, width, most - length)
  const heading = headOfRows(report, shown.length, all, width)
  const printed = [...before, ...heading, ...shown.flat(), ...after(shown.length)]
  return printed.map((line) => painted(line, options.colour)).join('\n') + '\n'
}

function head(report: Report, labels: Labels, width: number): readonly Text[] {
  const { all } = labels
  const titled = titledBy(report)
  const from = titled === null ? '' : `(${titled.what} of ${letters(labels, titled.articles)})`
  const note = strangersNote(report)
  const names = all.flatMap((label, index): Text => {
    const end = index === all.length - 1 ? '' : ' ·'
    const unread = whyUnread(label.article)
    return [
      { text: label.letter, style: 'bold' },
      ...wordsIn(`${visibleLine(shorten(label.outlet, 30))}${unread === '' ? '' : ` (${unread})`}${end}`),
    ]
  })
  return [
    ...lines([...wordsIn(visibleLine(titleOf(report)), 'bold'), ...wordsIn(from, 'dim')], width),
    ...lines(wordsIn(visibleLine(extent(report)), 'dim'), width),
    ...lines(names, width),
    ...(note === '' ? [] : lines([{ text: '!', style: 'red' }, ...wordsIn(note)], width, 2)),
    [],
  ]
}

function told(report: Report, labels: Labels, width: number): readonly Text[] {
  const { happened: event = null } = report
  const { sentence, lines: agreed } = toldIn(report)
  const [first] = agreed
  if (event === null && first === undefined && isComparison(report.issues)) return []
  const text =
    event === null
      ? wordsIn(first === undefined ? sentence : `${sentence} ${visibleLine(first.label)}`)
      : [
          ...wordsIn('What happened, as'),
          { text: letters(labels, [event.article]), style: 'bold' as const },
          ...wordsIn('puts it:'),
          ...wordsIn(visibleLine(event.words)),
        ]
  return [...lines(text, width), []]
}

function headOfRows(report: Report, shown: number, all: number, width: number): readonly Text[] {
  if (shown > 0)
    return lines([...wordsIn('Main differences', 'bold'), ...wordsIn(`(${shown} of ${all})`, 'dim')], width)
  return lines(wordsIn(noneInFront(report.issues)), width)
}

/** As many lines a difference as fit, the first ones longest, and as many differences. */
function rowsThatFit(
  rows: readonly TerminalRow[],
  labels: Labels,
  width: number,
  room: number,
): readonly (readonly Text[])[] {
  const kinds = Math.min(widestKind, Math.max(0, ...rows.map((row) => kindOf(row).length))) + 2
  const shown = rows.map((row) => rowText(row, labels, width, kinds, mostOfRow))
  const isTooLong = (): boolean => shown.flat().length > room
  for (let fewer = mostOfRow - 1; fewer >= leastOfRow; fewer--)
    for (let index = rows.length - 1; index >= 0 && isTooLong(); index--) {
      const row = rows[index]
      if (row !== undefined) shown[index] = rowText(row, labels, width, kinds, fewer)
    }
  while (shown.length > 1 && isTooLong()) shown.pop()
  return shown
}

/** Every report's beginning is printed, of so many reports. */
const mostOpenings = 6
const isOfOpenings = ({ word, finding, answers }: TerminalRow): boolean =>
  (word === 'headline' || finding.kind === 'told-differently') &&
  finding.by !== 'reader' &&
  answers.length <= mostOpenings

/** With the sign of a second reader's. */
const kindOf = ({ word, finding }: TerminalRow): string => (finding.by === 'reader' ? `${word}°` : word)

const blockStyles = { cannot: 'red', quoted: 'yellow', told: 'cyan' } as const

function rowText(
  row: TerminalRow,
  labels: Labels,
  width: number,
  indent: number,
  most: number,
): readonly Text[] {
  const kind: Styled = {
    text: visibleLine(kindOf(row)).padEnd(indent - 1),
    style: blockStyles[blockOf(row.finding)],
  }
  const hanging = width < 60 ? 2 : indent
  const { confidence } = row.finding
  const doubt = sureClass(confidence) === 'weak' ? wordsIn(`· ${certaintyNote(confidence)}`, 'dim') : []
  const laid = (answers: readonly Answer[], left: number, room: number): readonly Text[] => {
    const question = wordsIn(shorten(questionWords(row), Math.max(14, room + 10)))
    const told = answers.flatMap((answer, index) =>
      answerText(answer, labels, Math.max(7, room), index === answers.length - 1 && left === 0),
    )
    const more = left === 0 ? [] : wordsIn(`${left} more`, 'dim')
    return lines([kind, ...question, ...told, ...more, ...doubt], width, hanging)
  }
  if (isOfOpenings(row))
    return eachOnItsLine(row, labels, width, [kind, ...wordsIn(questionWords(row))], hanging)
  const values = row.answers.filter(({ state }) => state === 'value')
  const others = row.answers.filter(({ state }) => state !== 'value')
  // Fewer answers that can be read, rather than all of them cut to pieces; two at least.
  const fewest = Math.max(0, values.length - 2)
  const shown = (left: number): readonly Answer[] => [...values.slice(0, values.length - left), ...others]
  const least = (left: number): number => (left < fewest ? readable : narrowest)
  const left = firstThat(fewest, (one) => laid(shown(one), one, least(one)).length <= most)
  for (let room = widestAnswer; room > least(left); room -= 2) {
    const found = laid(shown(left), left, room)
    if (found.length <= most) return found
  }
  return laid(shown(left), left, least(left))
}

/** Headlines and first sentences stand below each other: they are read against each other. */
function eachOnItsLine(
  row: TerminalRow,
  labels: Labels,
  width: number,
  before: Text,
  hanging: number,
): readonly Text[] {
  const [first, ...others] = row.answers.map((answer) => answerText(answer, labels, widestOpening, true))
  const isAlone = before.length > 1
  const rest = [...(isAlone && first ? [first] : []), ...others]
  const margin = { text: ' '.repeat(hanging - 1) }
  return [
    ...lines([...before, ...(isAlone ? [] : (first ?? []))], width, hanging),
    ...rest.flatMap((words) => lines([margin, ...words], width, hanging)),
  ]
}

function questionWords({ finding }: TerminalRow): string {
  const words = visibleLine(shortOf(finding))
  if (words === '') return ''
  return `${words.replaceAll(blank, '___')}${/[?.!_]$/u.test(words) ? '' : ':'}`
}

function answerText(answer: Answer, labels: Labels, room: number, isLast: boolean): Text {
  const end = { text: `${letters(labels, answer.articles)}${isLast ? '' : ' ·'}`, style: 'bold' as const }
  if (answer.state !== 'value') return [...wordsIn(wordsOf(answer), 'dim'), end]
  const pieces = around(answer, room).map(({ text, differs }) => ({
    text: visibleLine(`.${text}.`).slice(1, -1),
    style: differs ? ('underlined' as const) : undefined,
  }))
  return [...joined(pieces), end]
}

/** The words that differ, and as much of the rest as there is room for. */
function around({ pieces }: Answer, room: number): Answer['pieces'] {
  const whole = pieces.map(({ text }) => text).join('')
  if (whole.length <= room) return pieces
  const at = pieces.findIndex(({ differs }) => differs)
  if (at < 0) return [{ text: shortenAtClause(whole, room), differs: false }]
  const before = pieces
    .slice(0, at)
    .map(({ text }) => text)
    .join('')
  const differing = pieces[at]?.text ?? ''
  const lead = leadOf(before, room - differing.length)
  const rest = pieces
    .slice(at + 1)
    .map(({ text }) => text)
    .join('')
  const left = room - lead.length - differing.length
  return [
    { text: lead, differs: false },
    { text: shorten(differing, Math.max(7, room - lead.length)), differs: true },
    { text: rest.length <= 2 ? rest : left > 8 ? shorten(rest, left) : '', differs: false },
  ]
}

/** `A-C F`: runs of three or more are drawn together. */
function letters({ all }: Labels, articles: readonly string[]): string {
  const places = all.flatMap(({ article }, index) => (articles.includes(article.id) ? [index] : []))
  const runs: number[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run?.at(-1) === place - 1) run.push(place)
    else runs.push([place])
  }
  const letter = (place: number | undefined): string => all[place ?? -1]?.letter ?? ''
  return runs
    .flatMap((run) => (run.length > 2 ? [`${letter(run[0])}-${letter(run.at(-1))}`] : run.map(letter)))
    .join(' ')
}

function foot(report: Report, rest: number, folder: string | null, width: number): readonly Text[] {
  const notes = [
    ...(report.notes === undefined ? [] : [`° found by ${readerName(report)}, checked against the texts`]),
    ...(rest > 0 ? [`${rest} more, with passages: --full`] : []),
    ...(report.review === undefined ? [] : [reviewWords(report, report.review)]),
  ]
  const lost = report.issues.filter(({ severity }) => severity === 'error')
  return [
    [],
    ...lost.flatMap(({ message }) =>
      lines([{ text: '!', style: 'red' }, ...wordsIn(visibleLine(message))], width, 2),
    ),
    ...(notes.length === 0 ? [] : lines(wordsIn(notes.join(' · '), 'dim'), width)),
    ...(folder === null ? [] : lines(wordsIn(`Report: ${visibleLine(folder)}`), width)),
  ]
}

const codes = { bold: 1, dim: 2, underlined: 4, red: 31, yellow: 33, cyan: 36 } as const
type Style = keyof typeof codes

type Styled = { readonly text: string; readonly style?: Style | undefined }

function wordsIn(text: string, style?: Style): readonly Styled[] {
  return text.split(' ').flatMap((word) => (word === '' ? [] : [{ text: word, style }]))
}

/** The words of pieces that go on without a space where there is none; such a word has the style of its marked part. */
function joined(pieces: readonly Styled[]): readonly Styled[] {
  const words: { text: string; style: Style | undefined }[] = []
  let open = false
  for (const { text, style } of pieces) {
    const [first, ...others] = wordsIn(text, style)
    const last = words.at(-1)
    if (first === undefined) {
      open = open && text === ''
      continue
    }
    if (open && last !== undefined && !text.startsWith(' ')) {
      last.text += first.text
      last.style ??= first.style
    } else words.push({ text: first.text, style })
    words.push(...others.map((word) => ({ text: word.text, style })))
    open = !text.endsWith(' ')
  }
  return words
}

/** Lines after the first begin with so many spaces. */
function lines(words: readonly Styled[], width: number, indent = 0): readonly (readonly Styled[])[] {
  const made: Styled[][] = []
  let line: Styled[] = []
  let taken = 0
  for (const word of words.flatMap((one) => fitting(one, width - indent))) {
    const wide = columns(word.text)
    if (taken > 0 && taken + 1 + wide > width) {
      made.push(line)
      line = indent === 0 ? [] : [{ text: ' '.repeat(indent - 1) }]
      taken = Math.max(0, indent - 1)
    }
    line.push(word)
    taken += (taken > 0 ? 1 : 0) + wide
  }
  return [...made, line]
}

/** A word too long for a line, in pieces. */
function fitting(word: Styled, width: number): readonly Styled[] {
  if (columns(word.text) <= width) return [word]
  return wrap(word.text, width)
    .split('\n')
    .map((text) => ({ text, style: word.style }))
}

function painted(line: readonly Styled[], colour: boolean): string {
  const words = line.map(({ text, style }) =>
    colour && style !== undefined && text.trim() !== '' ? `\u001b[${codes[style]}m${text}\u001b[0m` : text,
  )
  return words.join(' ').trimEnd()
}

/** What the summary in the terminal is printed for. */
export type TerminalOptions = {
  /** Columns; lines are never longer, down to 24. */
  readonly width: number
  readonly colour: boolean
  /** Where the files were written, or null when none were. */
  readonly folder?: string | null
  /** Everything that the page has. */
  readonly full?: boolean
}

function renderFull(report: Report, { width, colour, folder }: TerminalOptions): string {
  const print = printer(width)
  const style =
    (code: number) =>
    (text: string): string =>
      colour ? text.replace(/[^\n]+/g, (line) => `\u001b[${code}m${line}\u001b[0m`) : text
  const [bold, dim, red] = [style(1), style(2), style(31)]
  const { title, happened, extent, reports, sections, made } = outlineOf(report)
  const sentence = ({ lead, text }: Said): string => `${lead} ${text}`.trim()
  const blockLines = (block: Block): readonly string[] => {
    switch (block.kind) {
      case 'text':
        return [print(block.text)]
      case 'list':
        return block.items.map((item) => print(sentence(item), '    ', '  - '))
      case 'rows':
        return block.rows.flatMap(({ word, question, answers, below }) => [
          print(
            [word === '' ? '' : `${word}:`, question, answers].filter((part) => part !== '').join(' '),
            '    ',
            '  * ',
          ),
          ...below.map((one) => dim(print(sentence(one), '      ', '    '))),
        ])
      case 'table':
        return block.rows.map((cells) =>
          print(
            cells.map((cell, at) => (at === 0 ? cell : `${block.head[at] ?? ''}: ${cell}`)).join('; '),
            '    ',
            '  - ',
          ),
        )
    }
  }
  const lines = [
    bold(print(title)),
    ...(happened === null ? [] : [print(sentence(happened))]),
    print(extent),
    print(reports),
    '',
    ...sections.flatMap((section, at) => [
      (at === 0 ? red : bold)(print(section.title)),
      ...section.blocks.flatMap(blockLines),
      '',
    ]),
    print(made),
    ...(folder ? [print(`Report: ${folder}`)] : []),
  ]
  return lines.join('\n').trimEnd() + '\n'
}
