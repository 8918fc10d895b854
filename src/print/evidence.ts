/**
 * The passages of a finding as people read them: one for each article and role, pieces of a split quotation together.
 *
 * In: a finding's evidence. Out: groups in the order of the letters, and what stands beside each in words. Never: a passage
 * left out, or words that two pieces hold printed twice; names go as words to the passage of their article, where it has
 * one.
 */
import type { Evidence, EvidenceRole } from '../model/comparison.js'
import type { Span } from '../model/span.js'
import { byKeys } from '../text/order.js'
import { mergeSpans } from '../text/spans.js'
import type { Labels } from './labels.js'
import { passageText } from './passage.js'
import { shorten } from './safe-text.js'
import { roleWords } from './words.js'

export type EvidenceGroup = {
  readonly article: string
  readonly role: EvidenceRole
  readonly spans: readonly Span[]
}

export function evidenceGroups(evidence: readonly Evidence[], labels: Labels): readonly EvidenceGroup[] {
  const withPassage = new Set(evidence.filter(({ role }) => role !== 'label').map(({ article }) => article))
  const groups = new Map<string, EvidenceGroup>()
  for (const { article, role, start, end } of evidence) {
    if (role === 'label' && withPassage.has(article)) continue
    const key = `${article} ${role}`
    groups.set(key, { article, role, spans: mergeSpans([...(groups.get(key)?.spans ?? []), { start, end }]) })
  }
  const order = labels.all.map(({ article }) => article.id)
  return [...groups.values()].sort(byKeys(({ article }) => order.indexOf(article)))
}

/** `says so`, and after it `name used: “the president”`. */
export function tagsOf(
  group: EvidenceGroup,
  evidence: readonly Evidence[],
  labels: Labels,
): readonly string[] {
  const article = labels.of(group.article)?.article
  const names = evidence
    .filter((one) => one.role === 'label' && one.article === group.article && group.role !== 'label')
    .flatMap((one) => (article ? [shorten(passageText(article, [one]), 60)] : []))
    .filter((name) => name !== '')
  const named = [...new Set(names)].map((name) => `“${name}”`)
  return [roleWords[group.role], ...(named.length === 0 ? [] : [`name used: ${named.join(', ')}`])]
}
