/** The head of the study's pages: no script, nothing from outside. */
import { html, trusted } from '../print/html/markup.js'
import { styleFile } from '../print/page-files.js'

const style = styleFile('study', 'page.css').trimEnd()

/** The page from its beginning to its body. `rules`: of filters, made for one page. */
export function pageHead(title: string, rules = ''): string {
  const head = html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Synoptic</title>
    <style>
      ${trusted(style)}${trusted(rules)}
    </style>
  </head>`
  return `<!doctype html>\n<html lang="en">${head.toString()}`
}
