/**
 * Completeness: whether the article can be believed to be whole.
 *
 * In:    signs gathered while the page was read. Out: state, codes of all reasons, findings with their sentences.
 * Never: calls a page unreadable that has an article; an unreadable page has no other reasons.
 */
import type { Completeness } from '../../model/article.js'
import type { Check, Finding, Signs } from './signs.js'
import {
  cutOff,
  lacksStated,
  pageTooLarge,
  paywallMarkup,
  readMore,
  shorterThanStated,
  veryShort,
} from './truncated-checks.js'
import { botWall, consentWall, errorPage, indexPage, noArticle, scriptOnly } from './unreadable-checks.js'

/** The first that applies names the page. */
const UNREADABLE: readonly Check[] = [botWall, errorPage, consentWall, scriptOnly, indexPage, noArticle]
/** All that apply are named. */
const TRUNCATED: readonly Check[] = [
  pageTooLarge,
  paywallMarkup,
  readMore,
  cutOff,
  shorterThanStated,
  lacksStated,
]

export type Assessment = { readonly completeness: Completeness; readonly findings: readonly Finding[] }

export function assess(signs: Signs): Assessment {
  const unreadable = firstOf(UNREADABLE, signs)
  if (unreadable) return assessment('unreadable', [unreadable])
  const findings = oneOfACode(TRUNCATED.flatMap((check) => check(signs) ?? []))
  const short = findings.length === 0 ? veryShort(signs) : null
  return short
    ? assessment('truncated', [short])
    : assessment(findings.length > 0 ? 'truncated' : 'complete', findings)
}

/** Number and text of the stated words may both tell the same. */
function oneOfACode(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }, at) => findings.findIndex((other) => other.code === code) === at)
}

function firstOf(checks: readonly Check[], signs: Signs): Finding | null {
  for (const check of checks) {
    const finding = check(signs)
    if (finding) return finding
  }
  return null
}

function assessment(state: Completeness['state'], findings: readonly Finding[]): Assessment {
  return { completeness: { state, reasons: findings.map((finding) => finding.code) }, findings }
}
