/** The API as a page: made from the OpenAPI document, one section a route, one a schema. */
import { html, nothing, type Markup, headAndRows } from '../../print/html/markup.js'
import { problems } from '../problems.js'
import type { App } from '../route.js'
import { layout } from './layout.js'
import { manualPlaces } from './manual-pages.js'

const base = '#schema-'

type Document = ReturnType<App['getOpenAPI31Document']>
/** What is shown of one, or of a reference to one. */
type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
}
type Described = NonNullable<NonNullable<Document['paths']>[string]['get']>
type Content = Readonly<Record<string, { readonly schema?: Schema }>>

/** `origin`: where this server is reached. */
export function docsPage({ info, tags = [], paths = {}, components }: Document, origin: string): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    (['get', 'post', 'put', 'delete'] as const).flatMap((method) => {
      const described = methods[method]
      return described ? [{ method, path, described }] : []
    }),
  )
  const groups = tags.map((tag) => ({
    ...tag,
    operations: operations.filter(({ described }) => described.tags?.[0] === tag.name),
  }))
  const schemas: Readonly<Record<string, Schema>> = components?.schemas ?? {}
  return layout(
    { title: 'Routes of the API', here: '/docs', beside: manualPlaces('/docs/routes') },
    html`<h1>Routes of the API</h1>
      <p class="lead">${info.description} Version ${info.version}, at <code>${origin}</code>.</p>
      <p>
        For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1). Where the server listens on
        loopback alone no key is needed; else send <code>Authorization: Bearer &lt;key&gt;</code>.
      </p>
      <pre tabindex="0">${example(origin)}</pre>
      <nav aria-label="Routes">
        <ul class="links">
          ${groups.map(({ name }) => html`<li><a href="#tag-${name}">${name}</a></li>`)}
          <li><a href="#problems">problems</a></li>
          <li><a href="#schemas">schemas</a></li>
        </ul>
      </nav>
      ${groups.map(
        ({ name, description, operations }) =>
          html`<h2 id="tag-${name}">${sentenceCase(name)}</h2>
            <p>${description}.</p>
            ${operations.map(operation)}`,
      )}
      ${problemTable()}
      <h2 id="schemas">Schemas</h2>
      ${Object.entries(schemas).map(
        ([name, schema]) =>
          html`<details class="schema" id="schema-${name}">
            <summary><code>${name}</code></summary>
            ${schemaList(schema, 0)}
          </details>`,
      )}`,
  )
}

const example = (
  origin: string,
): string => `curl -s ${origin}/api/comparisons -H 'content-type: application/json' -d '{
  "sources": [
    "https://courier.example/harbour",
    {"text": "Port strike ends\\n\\nThe dockers …",
     "outlet": "North Quay Post",
     "publishedAt": "2026-03-13T06:20:00+01:00"}
  ]}'
curl -s ${origin}/api/comparisons/<id>/report.json`

function operation({
  method,
  path,
  described: { summary = '', description, security = [], ...described },
}: {
  readonly method: string
  readonly path: string
  readonly described: Described
}): Markup {
  const scope = Object.values(security[0] ?? {})[0]?.[0] ?? null
  const parameters = (described.parameters ?? []).flatMap((one) => ('in' in one ? [one] : []))
  const { requestBody } = described
  const body = requestBody && 'content' in requestBody ? contentOf(requestBody.content) : []
  const responses = Object.entries(
    described.responses as Readonly<Record<string, { description: string; content?: Content }>>,
  )
  return html`<section class="route">
    <h3><code>${method.toUpperCase()} ${path}</code></h3>
    <p>${summary}. ${scope === null ? 'Open to everybody.' : html`Needs the scope <b>${scope}</b>.`}</p>
    ${description === undefined ? nothing : html`<p class="hint">${description}</p>`}
    <details>
      <summary>Parameters, body, answers<span class="vh"> of ${method.toUpperCase()} ${path}</span></summary>
      ${
        parameters.length === 0
          ? nothing
          : html`<h4>Parameters</h4>
              <ul>
                ${parameters.map(
                  (one) =>
                    html`<li>
                      <code>${one.name}</code> (${one.in}${one.required === true ? ', required' : ''}):
                      ${typeWords(one.schema ?? {})}
                      ${one.description === undefined ? nothing : html`– ${one.description}`}
                    </li>`,
                )}
              </ul>`
      }
      ${
        body.length === 0
          ? nothing
          : html`<h4>Body</h4>
              ${body.map(
                ([type, schema]) =>
                  html`<p><code>${type}</code>: ${typeWords(schema)}</p>
                    ${schema.$ref === undefined ? schemaList(schema, 0) : nothing}`,
              )}`
      }
      <h4>Answers</h4>
      <ul>
        ${responses.map(
          ([status, { description: said, content }]) =>
            html`<li>
              <b>${status}</b> ${said}
              ${contentOf(content).map(([type, schema]) => html`<br /><code>${type}</code>: ${typeWords(schema)}`)}
            </li>`,
        )}
      </ul>
    </details>
  </section>`
}

function contentOf(content: Content = {}): readonly (readonly [string, Schema])[] {
  return Object.entries(content).map(([type, { schema }]) => [type, schema ?? {}])
}

function problemTable(): Markup {
  return html`<h2 id="problems">Problems</h2>
    <p>
      Every error is <code>application/problem+json</code>; its <code>detail</code> says what to do, and
      <code>errors</code> has a sentence for each field.
    </p>
    <div class="scroll" role="region" aria-label="Problems" tabindex="0">
      <table>
        ${headAndRows(
          ['Code', 'Status', 'Meaning'],
          Object.entries(problems).map(
            ([code, { status, title }]) =>
              html`<tr>
                <th scope="row"><code>${code}</code></th>
                <td>${status}</td>
                <td>${title}</td>
              </tr>`,
          ),
        )}
      </table>
    </div>`
}

/** Deeper than this the words of the type must do; the document has the rest. */
const deepest = 3

function schemaList(schema: Schema, depth: number): Markup {
  const shape = shapeOf(schema)
  const properties = Object.entries(shape.properties ?? {})
  if (properties.length === 0) return depth === 0 ? html`<p>${typeWords(schema)}</p>` : nothing
  return html`<ul>
    ${properties.map(
      ([name, property]) =>
        html`<li>
          <code>${name}</code>${shape.required?.includes(name) === true ? '' : ' (may be left out)'}:
          ${typeWords(property)}
          ${property.description === undefined ? nothing : html`– ${property.description}`}
          ${depth < deepest ? schemaList(property, depth + 1) : nothing}
        </li>`,
    )}
  </ul>`
}

/** What of a schema has properties: itself, or the items of a list. */
function shapeOf(schema: Schema): Schema {
  return schema.properties === undefined && schema.items !== undefined ? shapeOf(schema.items) : schema
}

function typeWords(schema: Schema): Markup {
  const { $ref, anyOf, oneOf, allOf, type, items } = schema
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? ''
    return html`<a href="${base}${name}">${name}</a>`
  }
  const any = anyOf ?? oneOf ?? allOf
  if (any !== undefined) return joined(any.map(typeWords), ' or ')
  if (schema.const !== undefined) return html`${JSON.stringify(schema.const)}`
  if (schema.enum !== undefined) return html`${schema.enum.map((value) => JSON.stringify(value)).join(', ')}`
  if (items !== undefined) return html`list of ${typeWords(items)}`
  return html`${(Array.isArray(type) ? type : [type ?? 'object']).join(' or ')}`
}

function joined(list: readonly Markup[], between: string): Markup {
  return html`${list.map((one, index) => html`${index === 0 ? '' : between}${one}`)}`
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
