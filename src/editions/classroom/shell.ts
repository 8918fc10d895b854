/**
 * The page around a classroom file: no script, nothing loaded, one style sheet that the policy names by its hash.
 *
 * In: a title, a class and content. Out: an HTML document. Never: the event's or an outlet's name in the head.
 */
import { createHash } from 'node:crypto'
import { html, trusted, type Markup } from '../../print/html/markup.js'
import { styleFile } from '../../print/style-file.js'

const style = `\n${styleFile('editions', 'classroom', 'sheet.css')}`
const hash = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
/** The hash covers every byte between the tags. */
const styleElement = trusted(`<style>${style}</style>`)

export function shell(title: string, kind: 'student' | 'key', content: Markup): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body class="${kind}">
        ${content}
      </body>
    </html> `.toString()
}
