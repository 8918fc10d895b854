/** A codebook from its file: YAML, or a REFI-QDA codebook (.qdc, https://www.qdasoftware.org), told apart by the first character. */
import { parse } from 'yaml'
import {
  CodebookFile,
  type Code,
  type Codebook,
  type CodeEntry,
  type CodeRule,
  type ThingKind,
} from '../../model/codebook.js'
import { declaration, element, type Xml } from '../../print/xml.js'
import { fold } from '../../text/fold.js'
import { grouped } from '../../text/grouped.js'
import { firstTrouble } from '../../text/parsed.js'
import { guid } from '../exchange.js'
import { childrenOf, readXml, type Element } from './xml.js'

/** More are a mistake, or meant to do harm. */
const longestYaml = 200_000
const mostCodes = 2_000

/** A part of a sentence where it is none: "it …". */
export function readCodebook(bytes: Uint8Array, fileName: string): Codebook | string {
  const text = new TextDecoder().decode(bytes.subarray(0, longestYaml + 1))
  const found =
    /^\s*</u.test(text) || bytes[1] === 0 || bytes[0] === 0 ? fromQdc(bytes, fileName) : fromYaml(text)
  if (typeof found === 'string') return found
  if (found.codes.length > mostCodes) return `it has more than ${mostCodes} codes`
  if (found.codes.length === 0) return 'it has no code'
  const twice = [...grouped(found.codes, ({ name }) => [fold(name)]).values()].find(
    (codes) => codes.length > 1,
  )
  return twice ? `it has the code "${twice[0]?.name ?? ''}" twice` : found
}

function fromYaml(text: string): Codebook | string {
  if (text.length > longestYaml) return `it is longer than ${longestYaml} characters`
  try {
    // No alias: a few lines of them can stand for gigabytes.
    const parsed = CodebookFile.safeParse(parse(text, { maxAliasCount: 0, logLevel: 'error' }))
    if (parsed.success)
      return { name: parsed.data.name, codes: parsed.data.codes.flatMap((one) => flat(one, null)) }
    return `it is no codebook${firstTrouble(parsed.error)}`
  } catch (error) {
    return `it is no YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`
  }
}

/** A code, below another or at the top, of which its source may say no more than its name. */
export function codeOf(label: string, above: Code | null, more: Partial<Code> = {}): Code {
  const name = above ? `${above.name} / ${label}` : label
  const bare = { description: '', isCodable: true, applies: [], rules: [] }
  return { id: guid('codebook', name), name, label, above: above?.id ?? null, ...bare, ...more }
}

function flat({ name, description, applies, rules = [], codes = [] }: CodeEntry, above: Code | null): Code[] {
  const code = codeOf(name, above, {
    ...(description !== undefined && { description }),
    isCodable: codes.length === 0 || rules.length > 0 || applies !== undefined,
    applies: applies ?? shownBy(rules),
    rules,
  })
  return [code, ...codes.flatMap((below) => flat(below, code))]
}

/** What the rules can show; of a manual code what people code in texts. */
function shownBy(rules: readonly CodeRule[]): readonly ThingKind[] {
  const shown = rules.map(({ findings, names, roles, speakers, words, exactly }): readonly ThingKind[] => {
    if (findings) return ['finding']
    if (speakers) return ['statement', 'utterance']
    if (words ?? exactly) return ['statement', 'utterance']
    return (names ?? roles) ? ['statement', 'utterance', 'actor'] : []
  })
  return shown.length === 0 ? ['statement', 'utterance'] : [...new Set(shown.flat())]
}

function fromQdc(bytes: Uint8Array, fileName: string): Codebook | string {
  const root = readXml(bytes)
  if (typeof root === 'string') return root
  if (root.name !== 'CodeBook') return 'it is no REFI-QDA codebook: its root is no CodeBook'
  return { name: root.attributes['origin'] ?? fileName, codes: codesIn(root) }
}

export function codesIn(codeBook: Element): Code[] {
  return childrenOf(codeBook, 'Codes').flatMap((codes) => below(codes, null))
}

function below(element: Element, above: Code | null): Code[] {
  return childrenOf(element, 'Code').flatMap((one) => {
    const { guid: id = '', name = '', isCodable } = one.attributes
    const label = name.trim() || '(no name)'
    const code = codeOf(label, above, {
      id: id.toLowerCase() || guid('codebook', above?.name ?? '', label),
      description: childrenOf(one, 'Description')[0]?.text.trim() ?? '',
      isCodable: isCodable !== 'false' && isCodable !== '0',
      applies: shownBy([]),
    })
    return [code, ...below(one, code)]
  })
}

export function codeElements(codes: readonly Code[], above: string | null = null): readonly Xml[] {
  return codes
    .filter((code) => code.above === above)
    .map(({ id, label, description, isCodable }) =>
      element(
        'Code',
        { guid: id, name: label, isCodable: String(isCodable), color: '#3B6EA5' },
        description === '' ? null : element('Description', {}, description),
        codeElements(codes, id),
      ),
    )
}

/** The codebook for QDA programs, which take no rules. */
export function qdc({ codes }: Codebook): string {
  const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Synoptic' }
  return declaration + element('CodeBook', attributes, element('Codes', {}, codeElements(codes))).xml
}
