/** Values from outside without an exception, and what is first wrong with them. */
import type { z } from 'zod'

/** Undefined where the text is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** ` at articles.0.id: Invalid input` */
export function firstTrouble({ issues: [issue] }: z.ZodError): string {
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  return `${place}: ${issue?.message ?? 'another form'}`
}
