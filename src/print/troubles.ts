/**
 * What could not be read, told once for each report: its name, then what is the matter.
 *
 * In: issues and the labels of the report. Out: entries in the order of the issues. Never: an issue left out.
 */
import type { Issue, Severity } from '../model/issue.js'
import type { ArticleLabel, Labels } from './labels.js'

export type Trouble = {
  readonly severity: Severity
  /** `Not read`, `With care`: what the sentence opens with. */
  readonly lead: string
  /** Null for what concerns the event, or a source that gave no article. */
  readonly label: ArticleLabel | null
  readonly words: string
}

const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Not read',
  warning: 'With care',
  info: 'Note',
}

export function troublesOf(issues: readonly Issue[], labels: Labels): readonly Trouble[] {
  const groups = new Map<string, Trouble>()
  for (const { severity, source, article, message } of issues) {
    const key = JSON.stringify([severity, source, article])
    const label = (article === null ? null : labels.of(article)) ?? null
    const words = label === null ? message : withoutSource(message, source)
    const lead = source === null && severity === 'error' ? 'Not compared' : severityWords[severity]
    const before = groups.get(key)
    groups.set(key, { severity, lead, label, words: before ? `${before.words} ${words}` : words })
  }
  return [...groups.values()]
}

/** The source stands in the entry's name: what follows it is a sentence of its own. */
function withoutSource(message: string, source: string | null): string {
  const named = source === null ? '' : `${source}: `
  if (named === '' || !message.startsWith(named)) return message
  const rest = message.slice(named.length)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
