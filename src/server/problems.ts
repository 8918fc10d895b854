/**
 * Everything that can go wrong with a request, as RFC 9457 problems: one table, printed in docs/api.md and served under /problems/<code>.
 *
 * Never: text of an article, or the inside of a defect.
 */
import { z } from '@hono/zod-openapi'

export const problems = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'key-required': { status: 401, title: 'An API key is needed' },
  'scope-missing': { status: 403, title: 'The API key does not allow this' },
  'cross-site': { status: 403, title: 'The request comes from another site' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'no-report': { status: 404, title: 'There is no report' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  'not-acceptable': { status: 406, title: 'None of the accepted formats is available' },
  'not-finished': { status: 409, title: 'The comparison is not finished' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body has a type that is not read here' },
  'wrong-host': { status: 421, title: 'The request names a host that is not served here' },
  invalid: { status: 422, title: 'The request does not say what is needed' },
  'idempotency-conflict': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  defect: { status: 500, title: 'A defect of Synoptic' },
  'cannot-print': { status: 501, title: 'There is nothing here to print with' },
  busy: { status: 503, title: 'All places are taken' },
  unavailable: { status: 503, title: 'The service cannot reach what it needs' },
} as const

export type ProblemCode = keyof typeof problems

/** `pointer`: JSON Pointer (RFC 6901) into the body, or a field of a form. `detail`: what the field must be or is, or a remark of its own. */
export const ProblemError = z
  .strictObject({ pointer: z.string(), detail: z.string() })
  .readonly()
  .openapi('ProblemError')
export type ProblemError = z.infer<typeof ProblemError>

export const Problem = z
  .strictObject({
    type: z.string().openapi({ example: '/problems/not-found' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(ProblemError).readonly().optional(),
  })
  .readonly()
  .openapi('Problem')
export type Problem = z.infer<typeof Problem>

export const problemType = 'application/problem+json'

type Extras = {
  readonly headers?: Readonly<Record<string, string>>
  readonly errors?: readonly ProblemError[]
}

/** Thrown by routes and guards; the app turns it into an answer. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem'
  readonly code: ProblemCode
  readonly headers: Readonly<Record<string, string>>
  readonly errors: readonly ProblemError[]

  constructor(code: ProblemCode, detail: string, extras: Extras = {}) {
    super(detail)
    this.code = code
    this.headers = extras.headers ?? {}
    this.errors = extras.errors ?? []
  }

  get status(): number {
    return problems[this.code].status
  }

  body(instance: string): Problem {
    const { status, title } = problems[this.code]
    return {
      type: `/problems/${this.code}`,
      title,
      status,
      detail: this.message,
      instance,
      // Pages have a field's own label above the words.
      ...(this.errors.length > 0 && {
        errors: this.errors.map((error) => ({ pointer: error.pointer, detail: sentenceOf(error) })),
      }),
    }
  }

  response(instance: string): Response {
    return Response.json(this.body(instance), {
      status: this.status,
      headers: { ...this.headers, 'content-type': problemType, 'cache-control': 'no-store' },
    })
  }
}

/** The problem `invalid`: its sentence is that of the first error. */
export function invalidFields(errors: readonly [ProblemError, ...ProblemError[]]): HttpProblem {
  return new HttpProblem('invalid', sentenceOf(errors[0]), { errors })
}

const mostErrors = 20

/** The problem `invalid` where there are errors, of which so many are told. */
export function refuse(errors: readonly ProblemError[]): void {
  const [first, ...rest] = errors.slice(0, mostErrors)
  if (first) throw invalidFields([first, ...rest])
}

type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly ProblemError[] }

/** `base` is where the value stands in the body. */
export function checked<S extends z.ZodType>(schema: S, value: unknown, base: string): Checked<z.infer<S>> {
  const parsed = schema.safeParse(value, { error: saidOf })
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, errors: parsed.error.issues.flatMap((issue) => errorsOf(issue, base)) }
}

/** `value` as the schema understands it, or the problem `invalid`. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const found = checked(schema, value, '')
  if (found.ok) return found.value
  refuse(found.errors)
  throw invalidFields([{ pointer: '', detail: 'cannot be read' }])
}

/** JSON Pointer → the way programs write it: `/sources/0/outlet` → `sources[0].outlet`. */
export function fieldOf(pointer: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const path = parts.map((part) => (/^\d{1,9}$/u.test(part) ? `[${part}]` : `.${part}`)).join('')
  return path.replace(/^\./u, '') || 'The body'
}

export function sentenceOf({ pointer, detail }: ProblemError): string {
  const field = fieldOf(pointer)
  const sentence = /^(?:must|is|has|may|cannot|holds)\b/u.test(detail)
    ? `${field} ${detail}`
    : `${field}: ${detail}`
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`
}

/** An issue as errors: of a union, those of the one shape that was meant, where that can be told. */
function errorsOf(issue: z.core.$ZodIssue, base: string): readonly ProblemError[] {
  const pointer = base + issue.path.map((part) => `/${pointerPart(String(part))}`).join('')
  const meant = issue.code === 'invalid_union' ? issue.errors.find(isMeant) : undefined
  if (meant) return meant.flatMap((inner) => errorsOf(inner, pointer))
  return [{ pointer, detail: issue.message }]
}

/** The names are those of this shape, and only values in it are wrong. */
function isMeant(issues: readonly z.core.$ZodIssue[]): boolean {
  return (
    issues.length > 0 && issues.every((issue) => issue.path.length > 0 && !issue.message.startsWith(missing))
  )
}

const missing = 'is missing'

/** In words of our own; those of what is a schema's own stand in the schema. */
const saidOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = kinds[issue.expected] ?? issue.expected
      return issue.input === undefined ? `${missing}; it must be ${expected}` : `must be ${expected}`
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
    // Said by the schema.
    case 'custom':
    case 'invalid_format':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return undefined
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
