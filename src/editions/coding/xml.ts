/** XML that other programs wrote, as a tree of elements. Never a document type declaration, or more than it can hold. */
import htmlEncodingSniffer from 'html-encoding-sniffer'
import { SaxesParser } from 'saxes'

export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const mostBytes = 64_000_000
const mostElements = 1_000_000
const deepest = 40

type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string }

/** A part of a sentence where it is none: "it …". */
export function readXml(bytes: Uint8Array): Element | string {
  if (bytes.length > mostBytes) return `it holds more than ${mostBytes / 1_000_000} MB of XML`
  const text = decoded(bytes)
  if (text === null) return 'it is not in UTF-8 or UTF-16'
  const parser = new SaxesParser({ xmlns: true })
  const top: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  let elements = 0
  parser.on('doctype', () => {
    throw new Refused('it has a document type declaration, which is not read')
  })
  parser.on('error', (error) => {
    throw new Refused(`it is no well-formed XML (${error.message.slice(0, 200)})`)
  })
  parser.on('opentag', ({ local, attributes }) => {
    if (++elements > mostElements) throw new Refused(`it has more than ${mostElements} elements`)
    if (open.length > deepest) throw new Refused(`its elements stand more than ${deepest} deep`)
    const element: Open = { name: local, attributes: {}, children: [], text: '' }
    for (const { local: name, value } of Object.values(attributes)) element.attributes[name] = value
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const add = (words: string): void => {
    const element = open.at(-1)
    if (element) element.text += words
  }
  parser.on('text', add)
  parser.on('cdata', add)
  try {
    parser.write(text).close()
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
  return top.children[0] ?? 'it is empty'
}

class Refused extends Error {}

/** By its byte order mark, else UTF-8. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(htmlEncodingSniffer(bytes, { xml: true }), { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The elements at the end of a path of names. */
export function childrenOf(element: Element, ...path: readonly string[]): readonly Element[] {
  return path.reduce<readonly Element[]>(
    (above, name) => above.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  )
}
