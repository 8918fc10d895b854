/** The summary in the terminal: what happened, who reported, the main differences, a line each; `full`, the whole outline. */
import { stripVTControlCharacters } from 'node:util'
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
import { unbroken, wrap, printer } from './wrap.js'
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

type TerminalRow = Parting & { readonly finding: Finding }

export function renderTerminal(report: Report, options: TerminalOptions): string {
  if (options.full === true) return renderFull(report, options)
  const width = Math.max(24, Math.min(options.width, 110))
  const labels = labelArticles(report)
  const rows = frontIn(report).map((finding) => ({ finding, ...partingOf(report, labels, finding) }))
  const all = printedOf(report)
  const before = [...head(report, labels, width), ...told(report, labels, width)]
  const after = (shown: number): readonly string[] => foot(report, all - shown, options.folder ?? null, width)
  const { length } = [...before, '', ...after(0)]
  const most = Math.ceil(mostLines * Math.max(1, usualWidth / width))
  const shown = rowsThatFit(rows, labels, width, most - length)
  const heading = headOfRows(report, shown.length, all, width)
  return printed([...before, ...heading, ...shown.flat(), ...after(shown.length)], options)
}

function head(report: Report, labels: Labels, width: number): readonly string[] {
  const { all } = labels
  const titled = titledBy(report)
  const from = titled === null ? '' : `(${titled.what} of ${letters(labels, titled.articles)})`
  const note = strangersNote(report)
  const names = all.map(({ article, letter, outlet }, index) => {
    const unread = whyUnread(article)
    const name = `${bold(letter)} ${visibleLine(shorten(outlet, 30))}`
    return `${name}${unread === '' ? '' : ` (${unread})`}${index === all.length - 1 ? '' : ' ·'}`
  })
  return [
    ...lines([bold(visibleLine(titleOf(report))), dim(from.replaceAll(unbroken, ' '))], width),
    ...lines([dim(visibleLine(extent(report)))], width),
    ...lines(names, width),
    ...(note === '' ? [] : lines([red('!'), note], width, 2)),
    '',
  ]
}

function told(report: Report, labels: Labels, width: number): readonly string[] {
  const { happened: event = null } = report
  const { sentence, lines: agreed } = toldIn(report)
  const [first] = agreed
  if (event === null && first === undefined && isComparison(report.issues)) return []
  const words =
    event === null
      ? [sentence, visibleLine(first?.label ?? '')]
      : ['What happened, as', bold(letters(labels, [event.article])), 'puts it:', visibleLine(event.words)]
  return [...lines(words, width), '']
}

function headOfRows(report: Report, shown: number, all: number, width: number): readonly string[] {
  if (shown > 0) return lines([bold('Main differences'), dim(`(${shown} of ${all})`)], width)
  return lines([noneInFront(report.issues)], width)
}

/** As many lines a difference as fit, the first ones longest, and as many differences. */
function rowsThatFit(
  rows: readonly TerminalRow[],
  labels: Labels,
  width: number,
  room: number,
): readonly (readonly string[])[] {
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

const painted = (code: number, between: string) => (text: string) =>
  text
    .split(between)
    .map((words) => (words === '' ? '' : `\u001b[${code}m${words}\u001b[0m`))
    .join(between)
const bold = painted(1, ' ')
const dim = painted(2, ' ')
const underlined = painted(4, ' ')
const red = painted(31, ' ')
const ofBlock = { cannot: red, quoted: painted(33, ' '), told: painted(36, ' ') } as const

function rowText(
  row: TerminalRow,
  labels: Labels,
  width: number,
  indent: number,
  most: number,
): readonly string[] {
  const padded = visibleLine(kindOf(row)).padEnd(indent - 1)
  const kind = ofBlock[blockOf(row.finding)](padded.replaceAll(' ', unbroken))
  const hanging = width < 60 ? 2 : indent
  const { confidence } = row.finding
  const doubt = sureClass(confidence) === 'weak' ? dim(`· ${certaintyNote(confidence)}`) : ''
  const laid = (answers: readonly Answer[], left: number, room: number): readonly string[] => {
    const question = shorten(questionWords(row), Math.max(14, room + 10))
    const told = answers.map((answer, index) =>
      answerText(answer, labels, Math.max(7, room), index === answers.length - 1 && left === 0),
    )
    return lines([kind, question, ...told, left === 0 ? '' : dim(`${left} more`), doubt], width, hanging)
  }
  if (isOfOpenings(row)) return eachOnItsLine(row, labels, width, kind, hanging)
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
  kind: string,
  hanging: number,
): readonly string[] {
  const question = questionWords(row)
  const answers = row.answers.map((answer) => answerText(answer, labels, widestOpening, true))
  const [beside, below] = question === '' ? [answers.slice(0, 1), answers.slice(1)] : [[question], answers]
  return [
    ...lines([kind, ...beside], width, hanging),
    ...below.flatMap((words) => wrap(words, width, ' '.repeat(hanging)).split('\n')),
  ]
}

function questionWords({ finding }: TerminalRow): string {
  const words = visibleLine(shortOf(finding))
  if (words === '') return ''
  return `${words.replaceAll(blank, '___')}${/[?.!_]$/u.test(words) ? '' : ':'}`
}

function answerText(answer: Answer, labels: Labels, room: number, isLast: boolean): string {
  const end = bold(`${letters(labels, answer.articles)}${isLast ? '' : `${unbroken}·`}`)
  if (answer.state !== 'value') return `${dim(wordsOf(answer))} ${end}`
  const marked = around(answer, room).map(({ text, differs }) => {
    const words = visibleLine(`.${text}.`).slice(1, -1)
    return differs ? words.replaceAll(' ', ` ${differing}`).replace(/^(?=.)/u, differing) : words
  })
  const words = marked
    .join('')
    .split(' ')
    .flatMap((one) => {
      const plain = one.replaceAll(differing, '')
      return plain === '' ? [] : [one === plain ? plain : underlined(plain)]
    })
  return [...words, end].join(' ')
}

/** Stands for a moment before what differs: a word with some of it is underlined as a whole. */
const differing = '\u0001'

/** The words that differ, and as much of the rest as there is room for. */
function around({ pieces }: Answer, room: number): Answer['pieces'] {
  const whole = wordsOf({ pieces })
  if (whole.length <= room) return pieces
  const at = pieces.findIndex(({ differs }) => differs)
  if (at < 0) return [{ text: shortenAtClause(whole, room), differs: false }]
  const differing = pieces[at]?.text ?? ''
  const lead = leadOf(wordsOf({ pieces: pieces.slice(0, at) }), room - differing.length)
  const rest = wordsOf({ pieces: pieces.slice(at + 1) })
  const left = room - lead.length - differing.length
  return [
    { text: lead, differs: false },
    { text: shorten(differing, Math.max(7, room - lead.length)), differs: true },
    { text: rest.length <= 2 ? rest : left > 8 ? shorten(rest, left) : '', differs: false },
  ]
}

/** `A-C F`, in one word: runs of three or more are drawn together. */
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
    .join(unbroken)
}

function foot(report: Report, rest: number, folder: string | null, width: number): readonly string[] {
  const notes = [
    ...(report.notes === undefined ? [] : [`° found by ${readerName(report)}, checked against the texts`]),
    ...(rest > 0 ? [`${rest} more, with passages: --full`] : []),
    ...(report.review === undefined ? [] : [reviewWords(report, report.review)]),
  ]
  const lost = report.issues.filter(({ severity }) => severity === 'error')
  return [
    '',
    ...lost.flatMap(({ message }) => lines([red('!'), visibleLine(message)], width, 2)),
    ...(notes.length === 0 ? [] : lines([dim(notes.join(' · '))], width)),
    ...(folder === null ? [] : lines([`Report: ${visibleLine(folder)}`], width)),
  ]
}

/** Lines after the first begin with so many spaces. */
function lines(words: readonly string[], width: number, indent = 0): readonly string[] {
  const text = words.filter((word) => word !== '').join(' ')
  return wrap(text, width, ' '.repeat(indent), '').split('\n')
}

function printed(all: readonly string[], { colour }: TerminalOptions): string {
  const text = all.map((line) => line.replaceAll(unbroken, ' '))
  const shown = colour ? text : text.map(stripVTControlCharacters)
  return shown.map((line) => line.trimEnd()).join('\n') + '\n'
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

function renderFull(report: Report, options: TerminalOptions): string {
  const { width, folder } = options
  const print = printer(width)
  const [bold, dim, red] = [painted(1, '\n'), painted(2, '\n'), painted(31, '\n')]
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
  const blocks = [
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
  return printed(blocks.join('\n').trimEnd().split('\n'), options)
}
