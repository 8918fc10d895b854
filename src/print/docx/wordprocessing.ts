/**
 * WordprocessingML for what a hand-out needs: headings, paragraphs of runs, bullets, tables.
 *
 * In: text. Out: Xml (ECMA-376, transitional). Never: markup or control characters out of an article's text.
 */
import { visibleLine } from '../safe-text.js'
import { element, type Xml } from '../xml.js'
import { itemAt } from '../../text/item-at.js'

export type Run = { readonly text: string; readonly strong?: boolean; readonly stressed?: boolean }

export type ParagraphStyle =
  'Title' | 'Heading1' | 'Heading2' | 'Sentence' | 'Lead' | 'Small' | 'ListBullet' | 'Normal'

export function paragraph(style: ParagraphStyle, ...runs: readonly (Run | string)[]): Xml {
  return element(
    'w:p',
    {},
    style === 'Normal' ? null : element('w:pPr', {}, element('w:pStyle', { 'w:val': style })),
    runs.map(run),
  )
}

function run(part: Run | string): Xml {
  const { text, strong, stressed }: Run = typeof part === 'string' ? { text: part } : part
  const properties = [strong && element('w:b'), stressed && element('w:i')].filter(
    (one) => typeof one === 'object',
  )
  return element(
    'w:r',
    {},
    properties.length === 0 ? null : element('w:rPr', {}, properties),
    element('w:t', { 'xml:space': 'preserve' }, oneLine(text)),
  )
}

/** White space at either end stays, since runs follow each other. */
function oneLine(text: string): string {
  const line = visibleLine(text)
  return `${/^\s/.test(text) ? ' ' : ''}${line}${line !== '' && /\s$/.test(text) ? ' ' : ''}`
}

/** Widths in twentieths of a point. The head is repeated on every page; rows are not split over pages. */
export function table(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly (Run | string)[])[],
): Xml {
  const cell = (part: Run | string, index: number): Xml =>
    element(
      'w:tc',
      {},
      element('w:tcPr', {}, element('w:tcW', { 'w:w': itemAt(widths, index), 'w:type': 'dxa' })),
      paragraph('Small', part),
    )
  return element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblStyle', { 'w:val': 'Rows' }),
      element('w:tblW', { 'w:w': sum(widths), 'w:type': 'dxa' }),
      element('w:tblLayout', { 'w:type': 'fixed' }),
    ),
    element(
      'w:tblGrid',
      {},
      widths.map((width) => element('w:gridCol', { 'w:w': width })),
    ),
    row(
      head.map((text, index) => cell({ text, strong: true }, index)),
      true,
    ),
    rows.map((cells) => row(cells.map(cell), false)),
  )
}

function row(cells: readonly Xml[], head: boolean): Xml {
  return element(
    'w:tr',
    {},
    element('w:trPr', {}, element('w:cantSplit'), head ? element('w:tblHeader') : null),
    cells,
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
