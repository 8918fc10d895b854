/** report.docx, the hand-out: what happened, where the reports part, what all tell, the passages, what could not be read, sources. */
import type { Report } from '../../model/report.js'
import { memoOf, outlineOf, type Block, type Outline, type OutlineRow } from '../outline.js'
import { element, xml, type Xml, declaration, zip, type ZipEntry } from '../xml.js'
import { readFileSync } from 'node:fs'
import { sourceFile } from '../../text/data-file.js'
import { visibleLine } from '../safe-text.js'
import { itemAt } from '../../text/item-at.js'

export function docx(report: Report): Uint8Array {
  return zip(parts(documentXml(outlineOf(report)), report.event.title))
}

export function memoDocx(report: Report): Uint8Array {
  return zip(parts(documentXml(memoOf(report)), report.event.title))
}

/** A hand-out is read from paper: rows of a block, the rest is in the tables. */
const mostRows = 30

function documentXml({ title, happened, extent, reports, sections, made }: Outline): Xml {
  return xml`<w:document xmlns:w="${wordNamespace}" xmlns:r="${relationNamespace}">
    <w:body>
      ${paragraph('Title', title)}
      ${happened && paragraph('Normal', { text: `${happened.lead} `, strong: true }, happened.text)}
      ${paragraph('Lead', extent)}
      ${paragraph('Small', reports)}
      ${sections
        .filter(({ part }) => part === 'hand-out')
        .map((section) => [paragraph('Heading1', section.title), section.blocks.map(blockXml)])}
      ${paragraph('Small', made)}
      ${page}
    </w:body>
  </w:document>`
}

/** The relation is that of the footer in `parts/document-relations.xml`. */
const page = xml`<w:sectPr>
    <w:footerReference w:type="default" r:id="rId3"/>
    <w:pgSz w:w="11906" w:h="16838"/>
    <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>
  </w:sectPr>`

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
    case 'table':
      return [table(ofSources, block.head, block.rows)]
  }
}

/** The one table of a hand-out is that of the sources, whose hashes are long. */
const ofSources = [1500, 2038, 1600, 1500, 1200, 1800]

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
    ...shown.flatMap(({ word, question, answers, below }) => [
      paragraph('Heading2', word),
      paragraph('Sentence', `${question} ${answers}`.trim()),
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

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const coreNamespace = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
const dublinCore = 'http://purl.org/dc/elements/1.1/'
const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A4 with margins of 2 cm; the text is 9,638 twentieths of a point wide. */
const textWidth = 9638

function parts(document: Xml, title: string): readonly ZipEntry[] {
  return [
    fixed('[Content_Types].xml', 'content-types.xml'),
    fixed('_rels/.rels', 'package-relations.xml'),
    made('docProps/core.xml', core(title)),
    made('word/document.xml', document),
    fixed('word/styles.xml', 'styles.xml'),
    fixed('word/numbering.xml', 'numbering.xml'),
    fixed('word/footer1.xml', 'footer.xml'),
    fixed('word/_rels/document.xml.rels', 'document-relations.xml'),
  ]
}

function made(name: string, content: Xml): ZipEntry {
  return { name, content: declaration + content.xml }
}

/** Without the line breaks between elements. */
function fixed(name: string, file: string): ZipEntry {
  const [head = '', ...elements] = readFileSync(sourceFile('print', 'docx', 'parts', file), 'utf8').split(
    '\n',
  )
  return { name, content: `${head}\n${elements.map((line) => line.trimStart()).join('')}` }
}

function core(title: string): Xml {
  return xml`<cp:coreProperties xmlns:cp="${coreNamespace}" xmlns:dc="${dublinCore}">
    <dc:title>${title}</dc:title>
    <dc:creator>Synoptic</dc:creator>
  </cp:coreProperties>`
}

type Run = { readonly text: string; readonly strong?: boolean }

type ParagraphStyle =
  'Title' | 'Heading1' | 'Heading2' | 'Sentence' | 'Lead' | 'Small' | 'ListBullet' | 'Normal'

function paragraph(style: ParagraphStyle, ...runs: readonly (Run | string)[]): Xml {
  const properties = style === 'Normal' ? null : xml`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return xml`<w:p>${properties}${runs.map(run)}</w:p>`
}

function run(part: Run | string): Xml {
  const { text, strong }: Run = typeof part === 'string' ? { text: part } : part
  const properties = strong ? xml`<w:rPr><w:b/></w:rPr>` : null
  return xml`<w:r>${properties}${element('w:t', { 'xml:space': 'preserve' }, oneLine(text))}</w:r>`
}

/** White space at either end stays, since runs follow each other. */
function oneLine(text: string): string {
  const line = visibleLine(text)
  return `${/^\s/.test(text) ? ' ' : ''}${line}${line !== '' && /\s$/.test(text) ? ' ' : ''}`
}

/** Widths in twentieths of a point. The head is repeated on every page; rows are not split over pages. */
function table(
  widths: readonly number[],
  head: readonly string[],
  rows: readonly (readonly (Run | string)[])[],
): Xml {
  const cell = (part: Run | string, index: number): Xml => xml`<w:tc>
    <w:tcPr><w:tcW w:w="${String(itemAt(widths, index))}" w:type="dxa"/></w:tcPr>
    ${paragraph('Small', part)}
  </w:tc>`
  const row = (cells: readonly Xml[], properties: Xml | null): Xml =>
    xml`<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells}</w:tr>`
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const heads = head.map((text, index) => cell({ text, strong: true }, index))
  return xml`<w:tbl>
    <w:tblPr>
      <w:tblStyle w:val="Rows"/><w:tblW w:w="${String(whole)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>
    </w:tblPr>
    <w:tblGrid>${widths.map((width) => xml`<w:gridCol w:w="${String(width)}"/>`)}</w:tblGrid>
    ${row(heads, xml`<w:tblHeader/>`)}
    ${rows.map((cells) => row(cells.map(cell), null))}
  </w:tbl>`
}
