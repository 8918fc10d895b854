/**
 * The parts of a .docx. Those that do not depend on the report stand as they are in `parts/`: types, relations, styles,
 * bullets, page number.
 *
 * In: the document and its title. Out: zip entries. Never: a date; two runs give the same bytes.
 */
import { readFileSync } from 'node:fs'
import { sourceFile } from '../../text/data-file.js'
import type { ZipEntry } from '../zip.js'
import { declaration, element, type Xml } from '../xml.js'

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A4 with margins of 2 cm; the text is 9,638 twentieths of a point wide. */
export const textWidth = 9638

export function parts(document: Xml, title: string): readonly ZipEntry[] {
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

/** As `parts/document-relations.xml` has it. */
export const footerRelation = 'rId3'

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
