/**
 * report.docx: the hand-out. What happened, where the reports part, what all tell, the passages, what could not be read, the sources.
 *
 * In:    a Report. Out: a .docx (zip) that Word and LibreOffice open and people may edit.
 * Never: computes a finding of its own; a date of making; macros, links that load, or embedded files.
 */
import type { Report } from '../../model/report.js'
import { outlineOf, type Block, type OutlineRow } from '../outline.js'
import { element, type Xml } from '../xml.js'
import { zip } from '../zip.js'
import { footerRelation, parts, relationNamespace, textWidth, wordNamespace } from './parts.js'
import { paragraph, table } from './wordprocessing.js'

export function docx(report: Report): Uint8Array {
  return zip(parts(documentXml(report), report.event.title))
}

/** A hand-out is read from paper: rows of a block, the rest is in the tables. */
const mostRows = 30

function documentXml(report: Report): Xml {
  const { title, happened, extent, reports, sections, made } = outlineOf(report, { whole: false })
  return element(
    'w:document',
    { 'xmlns:w': wordNamespace, 'xmlns:r': relationNamespace },
    element(
      'w:body',
      {},
      paragraph('Title', title),
      happened === null
        ? []
        : paragraph('Normal', { text: `${happened.lead} `, strong: true }, happened.text),
      paragraph('Lead', extent),
      paragraph('Small', reports),
      sections
        .filter(({ part }) => part === 'hand-out')
        .map((section) => [paragraph('Heading1', section.title), section.blocks.map(blockXml)]),
      paragraph('Small', made),
      page,
    ),
  )
}

const page = element(
  'w:sectPr',
  {},
  element('w:footerReference', { 'w:type': 'default', 'r:id': footerRelation }),
  element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
  element('w:pgMar', {
    'w:top': 1134,
    'w:right': 1134,
    'w:bottom': 1134,
    'w:left': 1134,
    'w:header': 567,
    'w:footer': 567,
    'w:gutter': 0,
  }),
)

function blockXml(block: Block): readonly Xml[] {
  switch (block.kind) {
    case 'text':
      return [paragraph('Normal', block.text)]
    case 'list':
      return block.items.map(({ lead, text }) =>
        paragraph('ListBullet', ...(lead === '' ? [] : [{ text: `${lead} `, strong: true }]), text),
      )
    case 'rows':
      return rowsXml(block.rows)
    case 'table': {
      const [first = textWidth, ...others] =
        widths[block.head.length] ?? block.head.map(() => textWidth / block.head.length)
      return [table([first, ...others], block.head, block.rows)]
    }
  }
}

/** Of the sources, whose hashes are long. */
const widths: Readonly<Record<number, readonly number[]>> = { 5: [1600, 2838, 1600, 1600, 2000] }

/** A table of answers; rows with passages one below the other. */
function rowsXml(rows: readonly OutlineRow[]): readonly Xml[] {
  const shown = rows.slice(0, mostRows)
  const left = rows.length - shown.length
  const more = left > 0 ? [paragraph('Small', `${left} more in report.json and findings.csv.`)] : []
  if (shown.every(({ below }) => below.length === 0))
    return [
      table(
        [1500, 3500, textWidth - 5000],
        ['Kind', 'Question', 'Answers'],
        shown.map(({ word, question, answers }) => [word, question, answers]),
      ),
      ...more,
    ]
  return [
    ...shown.flatMap(({ word, question, below }) => [
      paragraph('Heading2', word),
      paragraph('Sentence', question),
      ...below.filter(({ lead }) => lead === '').map(({ text }) => paragraph('Small', text)),
      table(
        [2400, textWidth - 2400],
        ['Report', 'As printed'],
        below.flatMap(({ lead, text }) => (lead === '' ? [] : [[lead, text]])),
      ),
    ]),
    ...more,
  ]
}
