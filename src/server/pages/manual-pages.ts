/** The documentation of this version. Never: lets HTML of a document through, or leads to a file that is not served. */
import { readdirSync, readFileSync } from 'node:fs'
import { Marked, type RendererObject, type Tokens } from 'marked'
import { html, trusted } from '../../print/html/markup.js'
import { escapeXml } from '../../print/xml.js'
import { packageFile } from '../../text/data-file.js'
import { list } from './fields.js'
import { type Frame, layout } from './layout.js'

const documents = new Map(
  readdirSync(packageFile('docs'))
    .flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []))
    .sort()
    .map((name) => {
      const text = readFileSync(packageFile('docs', `${name}.md`), 'utf8')
      return [name, { text, title: (/^# (.+)/u.exec(text)?.[1] ?? name).replaceAll('`', '') }] as const
    }),
)

export const documentImages: ReadonlySet<string> = new Set(
  readdirSync(packageFile('docs', 'images')).filter((file) => file.endsWith('.png')),
)

const manualPlaces = (at: string): NonNullable<Frame['beside']> => ({
  name: 'Documentation',
  at,
  links: [
    { href: '/docs', name: 'All documents' },
    { href: '/docs/tasks', name: 'Task by task' },
    { href: '/docs/api', name: 'The API' },
  ],
})

export function manualList(): string {
  return layout(
    { title: 'Documentation', here: '/docs', beside: manualPlaces('/docs') },
    html`<h1>Documentation</h1>
      <p class="lead">
        Of the version that runs here, with the address at which it is reached. For programs:
        <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).
      </p>
      ${list(
        'rows',
        [...documents].map(([name, { title }]) => html`<a href="/docs/${name}">${title}</a>`),
      )}`,
  )
}

export function manualPage(name: string, origin: string): string | null {
  const found = documents.get(name)
  if (!found) return null
  const content = new Marked({ renderer: rendererFor(origin) }).parse(found.text, { async: false })
  return layout(
    { title: found.title, here: '/docs', beside: manualPlaces(`/docs/${name}`) },
    html`<article class="manual">${trusted(content)}</article>`,
  )
}

/** How the documents name a service on one’s own machine. */
const exampleAddress = /(?:http:\/\/127\.0\.0\.1|(?<![\w.:/])localhost):8080/gu

function rendererFor(origin: string): RendererObject {
  const here = (text: string): string => escapeXml(text.replace(exampleAddress, origin))
  let tables = 0
  return {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => (text.startsWith('<!--') ? '' : escapeXml(text)),
    code: ({ text }) => `<pre tabindex="0"><code>${here(text)}</code></pre>\n`,
    codespan: ({ text }) => `<code>${here(text)}</code>`,
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${slugOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens)
      const target = targetOf(href)
      return target === null ? words : `<a href="${escapeXml(target)}">${words}</a>`
    },
    image: ({ href, text }) =>
      `<img src="/docs/${escapeXml(href)}" alt="${escapeXml(text)}" loading="lazy" />`,
    table({ header, rows }) {
      const row = (cells: readonly Tokens.TableCell[], isHead: boolean): string => {
        const printed = cells.map(({ text, tokens }) => {
          const words = this.parser.parseInline(tokens)
          return isHead && text !== '' ? `<th scope="col">${words}</th>` : `<td>${words}</td>`
        })
        return `<tr>${printed.join('')}</tr>`
      }
      const body = rows.map((cells) => row(cells, false)).join('\n')
      return `<div class="scroll" role="region" tabindex="0" aria-label="Table ${++tables}"><table><thead>${row(header, true)}</thead><tbody>${body}</tbody></table></div>\n`
    },
  }
}

/** As links between the documents count: letters, digits and hyphens. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}

/** Another document, a place in this one, or the web; null for a file of the project, which is not served. */
function targetOf(href: string): string | null {
  const [, name = '', fragment = ''] = /^([\w-]+)\.md(#.*)?$/u.exec(href) ?? []
  if (documents.has(name)) return `/docs/${name}${fragment}`
  return /^(?:#|https:\/\/)/u.test(href) ? href : null
}
