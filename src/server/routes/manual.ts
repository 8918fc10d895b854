/** The documentation of this version, and what each problem means. Never: lets HTML of a document through, or leads to a file that is not served. */
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Marked, type RendererObject, type Tokens } from 'marked'
import { html, trusted } from '../../print/html/markup.js'
import { escapeXml } from '../../print/xml.js'
import { packageFile } from '../../text/data-file.js'
import { originOf } from '../http.js'
import { page, send } from '../page-answer.js'
import { list } from '../pages/fields.js'
import { type Frame, layout } from '../pages/layout.js'
import { HttpProblem, type ProblemCode, problems } from '../problems.js'
import type { App } from '../route.js'
import { param } from './comparisons.js'

export function manualRoutes(app: App): void {
  app.get('/docs', page, (c) => send(c, manualList()))
  app.get('/docs/:name', page, (c) => {
    const manual = manualPage(param(c, 'name'), originOf(c))
    if (manual === null) throw new HttpProblem('not-found', 'There is no document of this name.')
    return send(c, manual)
  })
  app.get('/docs/images/:file', page, async (c) => {
    const file = param(c, 'file')
    if (!documentImages.has(file)) throw new HttpProblem('not-found', 'There is no picture of this name.')
    c.header('content-type', 'image/png')
    return c.body(Uint8Array.from(await readFile(packageFile('docs', 'images', file))))
  })

  app.get('/problems/:code', page, (c) => {
    const code = param(c, 'code')
    if (!isProblemCode(code)) throw new HttpProblem('not-found', 'There is no problem of this name.')
    return send(c, problemTypePage(code))
  })
}

const documents = new Map(
  readdirSync(packageFile('docs'))
    .flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []))
    .sort()
    .map((name) => {
      const text = readFileSync(packageFile('docs', `${name}.md`), 'utf8')
      return [name, { text, title: (/^# (.+)/u.exec(text)?.[1] ?? name).replaceAll('`', '') }] as const
    }),
)

const documentImages: ReadonlySet<string> = new Set(
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

function manualList(): string {
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

function manualPage(name: string, origin: string): string | null {
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

function problemTypePage(code: ProblemCode): string {
  const { title, status } = problems[code]
  return layout(
    { title: `${title} – API problems`, here: '/docs' },
    html`<h1>${title}</h1>
      <p>Problem <code>${code}</code>, HTTP status ${status}. Its <code>detail</code> says what to do.</p>
      <p><a href="/docs/api#problems">All problems</a></p>`,
  )
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}
