/**
 * DOM: from HTML source to a document, without scripts and without loading anything.
 *
 * jsdom is loaded when the first page is parsed: that takes a quarter of a second and much memory, and the main thread
 * never parses.
 */
import { createRequire } from 'node:module'
import type * as Jsdom from 'jsdom'

const require = createRequire(import.meta.url)
let jsdom: typeof Jsdom | undefined

export function parseHtml(html: string): Document {
  jsdom ??= require('jsdom') as typeof Jsdom
  // A virtual console that nobody listens to: what a page makes jsdom say must not reach the output.
  return new jsdom.JSDOM(html, { virtualConsole: new jsdom.VirtualConsole() }).window.document
}
