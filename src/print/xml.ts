/** XML made by hand: elements with escaped attributes and text, or as it is printed, with escaped text in it. */
import { visible } from './safe-text.js'
import { zipSync, type Zippable } from 'fflate'

/** Made by `element` and `xml` alone. */
export type Xml = { readonly xml: string }
export type XmlContent = Xml | string | readonly XmlContent[] | null

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Attributes that are null are left out. Strings in the content are escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  ...content: readonly XmlContent[]
): Xml {
  const printed = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value)).replace(/[\n\t]/g, ' ')}"`)
    .join('')
  const inner = print(content)
  return { xml: inner === '' ? `<${name}${printed}/>` : `<${name}${printed}>${inner}</${name}>` }
}

/** As it stands here, without line breaks and what the lines begin with. Strings in it are escaped. */
export function xml(strings: TemplateStringsArray, ...content: readonly XmlContent[]): Xml {
  const parts = strings.map((text, at) => text.replace(/\n\s*/g, '') + print(content[at] ?? null))
  return { xml: parts.join('') }
}

function print(content: XmlContent): string {
  if (content === null) return ''
  if (typeof content === 'string') return escapeXml(content)
  return 'xml' in content ? content.xml : content.map(print).join('')
}

const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Controls, lone surrogates and the two non-characters become U+FFFD. */
export function escapeXml(text: string): string {
  return visible(text)
    .replace(loneSurrogates, '\ufffd')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

export type ZipEntry = { readonly name: string; readonly content: string | Uint8Array }

/** The first day that zip can say. As local time, since zip has no zone and fflate prints local fields. */
const time = new Date(1980, 0, 1, 12, 0, 0)

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Zippable = {}
  for (const { name, content } of entries) {
    files[name] = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  }
  return zipSync(files, { mtime: time, level: 6, os: 0, attrs: 0 })
}
