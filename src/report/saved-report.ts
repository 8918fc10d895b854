/** Reads a report that was saved earlier, by this or another version of v1. */
import { AnnotatedArticle } from '../model/annotated-article.js'
import { FindingKind } from '../model/comparison.js'
import { type InspectedArticle, Report } from '../model/report.js'
import { jsonTrouble } from '../text/json-trouble.js'

export type SavedReport =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly trouble: string }

/** Fields that a later version may have added are taken out in so many passes at most. */
const mostPasses = 8

export function readSavedReport(text: string): SavedReport {
  const trouble = jsonTrouble(text)
  if (trouble)
    return {
      ok: false,
      trouble: `it is not JSON: line ${trouble.line}, column ${trouble.column} should be ${trouble.expected}`,
    }
  const value: unknown = JSON.parse(text)
  const schema = isRecord(value) ? value['schema'] : undefined
  if (!isRecord(value) || typeof schema !== 'string' || !schema.startsWith('synoptic/report@'))
    return { ok: false, trouble: 'it is no report of Synoptic (no "schema":"synoptic/report@1")' }
  if (schema !== 'synoptic/report@1')
    return {
      ok: false,
      trouble: `it is a report of another version (${schema}); this program reads synoptic/report@1`,
    }
  return parse(knownFindings(value))
}

function parse(value: Record<string, unknown>): SavedReport {
  for (let pass = 0; pass < mostPasses; pass++) {
    const parsed = Report.safeParse(value)
    if (parsed.success)
      return isWorded(parsed.data) ? { ok: true, report: parsed.data } : { ok: false, trouble: tooOld }
    const [first] = parsed.error.issues.filter((issue) => issue.code !== 'unrecognized_keys')
    if (first)
      return {
        ok: false,
        trouble: `it does not keep to the schema of reports: ${first.path.join('.')}: ${first.message}`,
      }
    for (const issue of parsed.error.issues)
      if (issue.code === 'unrecognized_keys') forget(value, issue.path, issue.keys)
  }
  return { ok: false, trouble: 'it has too many fields that this version does not know' }
}

const tooOld =
  'an earlier version made it, which kept no questions and answers with its findings; compare the sources again'

/** What the views print is made when reports are compared, with their texts read as a whole; it cannot be made from a saved report without them. */
function isWorded({ front, rows, findings }: Report): boolean {
  return front !== undefined && rows !== undefined && findings.every(({ question }) => question !== undefined)
}

function knownFindings(value: Record<string, unknown>): Record<string, unknown> {
  const findings = value['findings']
  if (!Array.isArray(findings)) return value
  const known = findings.filter(
    (finding: unknown) => !isRecord(finding) || FindingKind.safeParse(finding['kind']).success,
  )
  return { ...value, findings: known }
}

function forget(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const [first, ...rest] = path
  if (first === undefined) {
    if (isRecord(value)) for (const key of keys) Reflect.deleteProperty(value, key)
  } else if (isRecord(value) || Array.isArray(value)) forget(Reflect.get(value, first), rest, keys)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A report's article as annotate left it. */
export function annotatedArticle(article: InspectedArticle): AnnotatedArticle {
  const known = Object.entries({ ...article, removed: article.removed ?? [] })
  return AnnotatedArticle.parse(
    Object.fromEntries(
      known.filter(([name]) => name !== 'schema' && name !== 'generator' && name !== 'removedCount'),
    ),
  )
}

/** What was compared, without a transcript beside it. */
export function articlesOf({ articles }: Report): readonly AnnotatedArticle[] {
  return articles.filter(({ role }) => role !== 'reference').map(annotatedArticle)
}
