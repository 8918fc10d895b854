/**
 * What is wrong with a request, in sentences about its fields: `sources[1].outlet must be a text.`
 *
 * In: what a schema found, or a pointer and what is said of the field it names. Out: words of our own, since those of the
 * schema library change with its version. Never: repeats a value that was sent, except the names of unknown fields.
 */
import type { z } from '@hono/zod-openapi'

/** `pointer` is a JSON Pointer into the body; `detail` says what the field must be or is, or is a remark of its own. */
type FieldError = { readonly pointer: string; readonly detail: string }

/** JSON Pointer → the way programs write it: `/sources/0/outlet` → `sources[0].outlet`. */
export function fieldOf(pointer: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const path = parts.map((part) => (/^\d{1,9}$/u.test(part) ? `[${part}]` : `.${part}`)).join('')
  return path.replace(/^\./u, '') || 'The body'
}

export function sentenceOf({ pointer, detail }: FieldError): string {
  const field = fieldOf(pointer)
  const sentence = /^(?:must|is|has|may|cannot|holds)\b/u.test(detail)
    ? `${field} ${detail}`
    : `${field}: ${detail}`
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`
}

/** An issue as errors: of a union, those of the one shape that was meant, where that can be told. */
export function errorsOf(issue: z.core.$ZodIssue, base: string): readonly FieldError[] {
  const pointer = base + issue.path.map((part) => `/${pointerPart(String(part))}`).join('')
  const meant = issue.code === 'invalid_union' ? issue.errors.find(isMeant) : undefined
  if (meant) return meant.flatMap((inner) => errorsOf(inner, pointer))
  return [{ pointer, detail: saidOf(issue) }]
}

/** The names are those of this shape, and only values in it are wrong. */
function isMeant(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.length > 0 && issues.every((issue) => issue.path.length > 0 && !isMissing(issue))
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
}

function saidOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = kinds[issue.expected] ?? issue.expected
      return isMissing(issue) ? `is missing; it must be ${expected}` : `must be ${expected}`
    }
    case 'unrecognized_keys': {
      const names = issue.keys.slice(0, 5).map((key) => JSON.stringify(key.slice(0, 40)))
      return `has ${names.length === 1 ? 'a field that is' : 'fields that are'} not known here: ${names.join(', ')}`
    }
    case 'too_small':
      return limit(issue.origin, 'at least', Number(issue.minimum), issue.inclusive ?? true)
    case 'too_big':
      return limit(issue.origin, 'at most', Number(issue.maximum), issue.inclusive ?? true)
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    // Their words are given by the schemas themselves.
    case 'custom':
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return issue.message
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function limit(origin: string, which: 'at least' | 'at most', value: number, inclusive: boolean): string {
  const some = (one: string): string => `must have ${which} ${value} ${one}${value === 1 ? '' : 's'}`
  if (origin === 'string') return some('character')
  if (origin === 'array') return some('item')
  if (inclusive) return `must be ${which} ${value}`
  return which === 'at least' ? `must be more than ${value}` : `must be less than ${value}`
}

function pointerPart(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}
