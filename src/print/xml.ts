/** XML made by hand: elements with escaped attributes and text. */
import { visible } from './safe-text.js'

/** Made by `element` and `text` alone. */
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

function print(content: XmlContent): string {
  if (content === null) return ''
  if (typeof content === 'string') return escapeXml(content)
  return 'xml' in content ? content.xml : content.map(print).join('')
}

const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Controls, lone surrogates and the two non-characters become U+FFFD. */
function escapeXml(text: string): string {
  return visible(text)
    .replace(loneSurrogates, '\ufffd')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
