/**
 * The parts of a .docx that do not depend on the report: types, relations, styles, bullets, page number.
 *
 * In: nothing but the title. Out: zip entries. Never: a date; two runs give the same bytes.
 */
import type { ZipEntry } from '../zip.js'
import { declaration, element, type Xml } from '../xml.js'

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const relationNamespace = officeRelations

/** A4 with margins of 2 cm; the text is 9,638 twentieths of a point wide. */
export const textWidth = 9638

export function parts(document: Xml, title: string): readonly ZipEntry[] {
  return [
    part('[Content_Types].xml', contentTypes),
    part(
      '_rels/.rels',
      relations([
        ['officeDocument', 'word/document.xml'],
        ['core', 'docProps/core.xml'],
      ]),
    ),
    part('docProps/core.xml', core(title)),
    part('word/document.xml', document),
    part('word/styles.xml', styles),
    part('word/numbering.xml', numbering),
    part('word/footer1.xml', footer),
    part(
      'word/_rels/document.xml.rels',
      relations([
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
        ['footer', 'footer1.xml'],
      ]),
    ),
  ]
}

/** Relation ids are rId1, rId2, … in order: the footer is the third of the document. */
export const footerRelation = 'rId3'

function part(name: string, content: Xml): ZipEntry {
  return { name, content: declaration + content.xml }
}

function relations(targets: readonly (readonly [string, string])[]): Xml {
  const type = (kind: string): string =>
    kind === 'core'
      ? 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
      : `${officeRelations}/${kind}`
  return element(
    'Relationships',
    { xmlns: packageRelations },
    targets.map(([kind, target], index) =>
      element('Relationship', { Id: `rId${index + 1}`, Type: type(kind), Target: target }),
    ),
  )
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const contentTypes = element(
  'Types',
  { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
  element('Default', {
    Extension: 'rels',
    ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
  }),
  element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ...[
    ['/word/document.xml', `${wordType}.document.main+xml`],
    ['/word/styles.xml', `${wordType}.styles+xml`],
    ['/word/numbering.xml', `${wordType}.numbering+xml`],
    ['/word/footer1.xml', `${wordType}.footer+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ].map(([name = '', type = '']) => element('Override', { PartName: name, ContentType: type })),
)

function core(title: string): Xml {
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    element('dc:title', {}, title),
    element('dc:creator', {}, 'Synoptic'),
  )
}

type Look = {
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly colour?: string
  readonly before: number
  readonly after: number
  readonly outline?: number
  /** Stays on the page of what follows, as headings do. */
  readonly together?: boolean
  readonly bullet?: boolean
}

const looks: Readonly<Record<string, Look>> = {
  Title: { size: 36, bold: true, before: 0, after: 120 },
  Heading1: { size: 28, bold: true, before: 320, after: 80, outline: 0 },
  Heading2: { size: 20, bold: true, colour: '444444', before: 240, after: 20, outline: 1 },
  Sentence: { size: 22, before: 0, after: 40, together: true },
  Lead: { size: 20, italic: true, colour: '444444', before: 0, after: 100 },
  Small: { size: 18, before: 20, after: 20 },
  ListBullet: { size: 22, before: 0, after: 60, bullet: true },
}

const builtIn: Readonly<Record<string, string>> = {
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  ListBullet: 'List Bullet',
}

const styles = element(
  'w:styles',
  { 'xmlns:w': wordNamespace },
  element(
    'w:docDefaults',
    {},
    element(
      'w:rPrDefault',
      {},
      element(
        'w:rPr',
        {},
        element('w:rFonts', { 'w:ascii': 'Calibri', 'w:hAnsi': 'Calibri', 'w:cs': 'Calibri' }),
        element('w:sz', { 'w:val': 22 }),
        element('w:lang', { 'w:val': 'en-GB' }),
      ),
    ),
    element(
      'w:pPrDefault',
      {},
      element('w:pPr', {}, element('w:spacing', { 'w:after': 100, 'w:line': 264, 'w:lineRule': 'auto' })),
    ),
  ),
  element(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    element('w:name', { 'w:val': 'Normal' }),
  ),
  ...Object.entries(looks).map(([id, look]) => style(id, look)),
  element(
    'w:style',
    { 'w:type': 'table', 'w:styleId': 'Rows' },
    element('w:name', { 'w:val': 'Rows' }),
    element(
      'w:tblPr',
      {},
      element(
        'w:tblBorders',
        {},
        ...['top', 'bottom', 'insideH'].map((side) =>
          element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '999999' }),
        ),
      ),
      element(
        'w:tblCellMar',
        {},
        ...['left', 'right'].map((side) => element(`w:${side}`, { 'w:w': 80, 'w:type': 'dxa' })),
      ),
    ),
  ),
)

function style(id: string, look: Look): Xml {
  const together = look.together ?? look.outline !== undefined
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    element('w:name', { 'w:val': builtIn[id] ?? id }),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:next', { 'w:val': 'Normal' }),
    element(
      'w:pPr',
      {},
      together ? element('w:keepNext') : null,
      look.bullet === true
        ? element('w:numPr', {}, element('w:ilvl', { 'w:val': 0 }), element('w:numId', { 'w:val': 1 }))
        : null,
      element('w:spacing', { 'w:before': look.before, 'w:after': look.after }),
      look.outline === undefined ? null : element('w:outlineLvl', { 'w:val': look.outline }),
    ),
    element(
      'w:rPr',
      {},
      look.bold === true ? element('w:b') : null,
      look.italic === true ? element('w:i') : null,
      look.colour === undefined ? null : element('w:color', { 'w:val': look.colour }),
      element('w:sz', { 'w:val': look.size }),
    ),
  )
}

const numbering = element(
  'w:numbering',
  { 'xmlns:w': wordNamespace },
  element(
    'w:abstractNum',
    { 'w:abstractNumId': 0 },
    element(
      'w:lvl',
      { 'w:ilvl': 0 },
      element('w:start', { 'w:val': 1 }),
      element('w:numFmt', { 'w:val': 'bullet' }),
      element('w:lvlText', { 'w:val': '•' }),
      element('w:lvlJc', { 'w:val': 'left' }),
      element('w:pPr', {}, element('w:ind', { 'w:left': 360, 'w:hanging': 260 })),
    ),
  ),
  element('w:num', { 'w:numId': 1 }, element('w:abstractNumId', { 'w:val': 0 })),
)

const footer = element(
  'w:ftr',
  { 'xmlns:w': wordNamespace },
  element(
    'w:p',
    {},
    element('w:pPr', {}, element('w:jc', { 'w:val': 'right' })),
    element('w:fldSimple', { 'w:instr': ' PAGE ' }, element('w:r', {}, element('w:t', {}, '1'))),
  ),
)
