/** The files that pages load: a style sheet, a script, an icon. */
import { readFileSync } from 'node:fs'
import { sourceFile } from '../../text/data-file.js'
import { sha256 } from '../../text/hash.js'
import { styleFile } from '../../print/style-file.js'

const styleSheet = styleFile('server', 'pages', 'pages.css')

const pageScript = readFileSync(sourceFile('server', 'pages', 'pages.js'), 'utf8')

export type Asset = { readonly path: string; readonly mediaType: string; readonly content: string }

/** The hash in the address lets browsers keep a file for as long as they like. */
function asset(ending: string, mediaType: string, content: string): Asset {
  return { path: `/static/site-${sha256(content).slice(0, 10)}.${ending}`, mediaType, content }
}

export const style = asset('css', 'text/css', styleSheet.trimStart())
export const script = asset('js', 'text/javascript', pageScript)
/** Three columns of one text: at the address that browsers ask by themselves. */
export const icon: Asset = {
  path: '/favicon.ico',
  mediaType: 'image/svg+xml',
  content:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5a7a"/><path d="M7 8v16M16 8v10M25 8v16M14 24h4" stroke="#fff" stroke-width="4" fill="none"/></svg>',
}
export const assets: readonly Asset[] = [style, script, icon]
