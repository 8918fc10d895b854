/**
 * Everything that the page has, in the terminal (`--full`).
 *
 * In:    a Report, the width in columns, whether colours may be used. Out: text with line feeds.
 * Never: lets a control character of an article reach the terminal.
 */
import type { Report } from '../model/report.js'
import { outlineOf, type Block, type Said } from './outline.js'
import { printer } from './wrap.js'

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

export function renderFull(report: Report, { width, colour, folder }: TerminalOptions): string {
  const print = printer(width)
  const style =
    (code: number) =>
    (text: string): string =>
      colour ? text.replace(/[^\n]+/g, (line) => `\u001b[${code}m${line}\u001b[0m`) : text
  const [bold, dim, red] = [style(1), style(2), style(31)]
  const { title, happened, extent, reports, sections, made } = outlineOf(report, { whole: true })
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
