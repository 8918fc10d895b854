/** JSON-LD: what the page says of itself for search engines. */
import { fold } from '../folded-words.js'

export type JsonLdNode = Readonly<Record<string, unknown>>

export type JsonLd = {
  readonly nodes: readonly JsonLdNode[]
  /** Scripts that could not be parsed. */
  readonly broken: number
}

/** Article types of schema.org, all of which end so. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|NewsItem|LiveBlogPosting)$/u
const MAX_NODES = 2000

export function readJsonLd(scripts: readonly string[]): JsonLd {
  const nodes: JsonLdNode[] = []
  let broken = 0
  for (const source of scripts) {
    if (source.trim() === '') continue
    const parsed = parseLenient(source)
    if (parsed === undefined) broken++
    else collect(parsed, nodes)
  }
  return { nodes, broken }
}

/**
 * The node that describes the article: of those of an article type the one under a title of the page, since pages describe
 * related reports, too; else the first, those with a headline or body before others. The nodes that it names by their `@id`
 * alone, as graphs do, are put in place.
 */
export function articleNode({ nodes }: JsonLd, titles: readonly string[]): JsonLdNode | null {
  const articles = nodes.filter(isArticle)
  const told = titles.map(fold)
  const article =
    articles.find((node) => strings(node['headline']).some((headline) => isTold(fold(headline), told))) ??
    articles.find((node) => 'headline' in node || 'articleBody' in node) ??
    articles[0]
  if (article === undefined) return null
  const whose = PARTIES.filter((key) => key in article).map(
    (key) => [key, named(article[key], nodes)] as const,
  )
  return { ...article, ...Object.fromEntries<unknown>(whose) }
}

function isTold(headline: string, told: readonly string[]): boolean {
  return headline !== '' && told.some((title) => title.includes(headline))
}

/** Properties whose values are people and bodies. */
const PARTIES: readonly string[] = ['author', 'creator', 'publisher']

function named(value: unknown, nodes: readonly JsonLdNode[]): unknown {
  if (Array.isArray(value)) return (value as readonly unknown[]).map((one) => named(one, nodes))
  if (!isNode(value) || 'name' in value) return value
  const id = value['@id']
  if (typeof id !== 'string') return value
  return nodes.find((node) => node['@id'] === id && 'name' in node) ?? value
}

function isArticle(node: JsonLdNode): boolean {
  return strings(node['@type']).some((type) => ARTICLE_TYPE.test(type))
}

/** All strings in a value that may be a string, a list, or a node with a name. */
export function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  return []
}

export function nodesIn(value: unknown): JsonLdNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  return isNode(value) ? [value] : []
}

export function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Walks lists, graphs and the properties that hold the article itself; breadth first, bounded. */
function collect(parsed: unknown, nodes: JsonLdNode[]): void {
  const queue: unknown[] = [parsed]
  while (queue.length > 0 && nodes.length < MAX_NODES) {
    const value = queue.shift()
    if (Array.isArray(value)) queue.push(...(value as readonly unknown[]).slice(0, MAX_NODES))
    if (!isNode(value)) continue
    nodes.push(value)
    queue.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage'])
  }
}

function parseLenient(source: string): unknown {
  for (const text of [source, mended(source)]) {
    try {
      return JSON.parse(text) as unknown
    } catch {
      // The next way of reading is tried; the caller counts what none can read.
    }
  }
  return undefined
}

function mended(source: string): string {
  return withoutMarks(source)
    .replace(/[\u0000-\u001F]+/gu, ' ')
    .replace(/,\s*([}\]])/gu, '$1')
    .replace(/;\s*$/u, '')
}

/** CDATA and comment marks around the JSON. */
function withoutMarks(source: string): string {
  let json = source
    .trim()
    .replace(/^(?:\/\/\s*)?<!\[CDATA\[/u, '')
    .replace(/^<!--/u, '')
  for (const end of ['-->', ']]>', '//']) if (json.endsWith(end)) json = json.slice(0, -end.length).trimEnd()
  return json
}

/** `<meta>` tags: names, properties and itemprops in lower case to their contents, first one first. */
export type MetaTags = ReadonlyMap<string, readonly string[]>

export function readMeta(metas: readonly ReadonlyMap<string, string>[]): MetaTags {
  const tags = new Map<string, string[]>()
  for (const attributes of metas) {
    const content = attributes.get('content')?.trim()
    if (content === undefined || content === '') continue
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = attributes.get(attribute)?.trim().toLowerCase()
      if (name !== undefined && name !== '') tags.set(name, [...(tags.get(name) ?? []), content])
    }
  }
  return tags
}

/** Content of the first of several names that the page has. */
export function firstMeta(tags: MetaTags, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags.get(name)?.[0]
    if (value !== undefined) return value
  }
  return null
}

export function allMeta(tags: MetaTags, names: readonly string[]): string[] {
  return names.flatMap((name) => tags.get(name) ?? [])
}
