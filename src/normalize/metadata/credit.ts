/** The wire service or partner whose text the page prints: among the authors, in a byline, or in a dateline "CITY (Name) —". */
import { fold } from '../folded-words.js'
import { AGENCIES } from '../../english/organisations.js'
import { nodesIn, strings, type JsonLdNode } from './json-ld.js'
import { publisherName } from './outlet.js'

/** What agencies and services call themselves, in any country's English. */
const AGENCY_NAME =
  /\b(?:news ?agency|press agency|news ?wire|wire (?:service|report|staff)|press association|press service|news service|telegraph agency|presse-?agentur)\b/iu
/** "MOSCOW, Dec 3 (Meridian) — ", "KYIV (AP) - ": capitals, perhaps a date, a name in brackets, a dash. */
const DATELINE =
  /^\p{Lu}[\p{L}\s.,'’/-]{1,60}?(?:,\s*[\p{L}.]{3,10}\s+\d{1,2})?\s*\(([\p{Lu}\p{Ll}][^()]{1,40})\)\s*(?:[—–-]{1,2}|:)\s*/u
const BEFORE_TEXT = /^\(?(?<name>AP|AFP|Reuters|dpa|PA|TASS|Bloomberg)\)?\s*[—–-]\s/u
const MAX_LENGTH = 60

type CreditHints = {
  readonly article: JsonLdNode | null
  readonly bylines: readonly string[]
  readonly outlet: string
  /** Texts of the article's blocks in order, before author notes and rights lines were removed. */
  readonly texts: readonly string[]
}

export function creditOf({ article, bylines, outlet, texts }: CreditHints): string | null {
  const candidates = [...organisations(article), ...bylines.filter(isAgency), ...datelines(texts[0] ?? '')]
  const own = [outlet, publisherName(article) ?? outlet]
  return (
    candidates.find((name) => name.length <= MAX_LENGTH && !own.some((outlet) => isOutlet(name, outlet))) ??
    null
  )
}

export function isAgency(name: string): boolean {
  return AGENCIES.has(name.trim().toLowerCase()) || AGENCY_NAME.test(name)
}

/** Authors that are organisations: a service credited beside or instead of a writer. */
function organisations(article: JsonLdNode | null): string[] {
  return nodesIn(article?.['author'])
    .filter((node) => strings(node['@type']).some((type) => type.endsWith('Organization')))
    .flatMap((node) => strings(node['name']))
    .filter((name) => !/\b(?:staff|newsroom|editors?|desk|team)\b/iu.test(name))
}

function datelines(first: string): string[] {
  const name = DATELINE.exec(first)?.[1] ?? BEFORE_TEXT.exec(first)?.groups?.['name']
  return name === undefined ? [] : [name.trim()]
}

/** "Meridian" in a dateline of the Meridian Press Service, or its initials, is the outlet itself. */
function isOutlet(name: string, outlet: string): boolean {
  const initials = outlet.match(/\p{Lu}/gu)?.join('') ?? ''
  return fold(outlet).includes(fold(name)) || fold(name).includes(fold(outlet)) || initials === name
}
