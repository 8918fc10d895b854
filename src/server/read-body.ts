/**
 * Bodies: JSON, or a form with addresses and files.
 * In: a request that passed the size guard. Out: an unchecked value, or a request for one comparison.
 * Never: writes an upload to disk, or believes a file's declared type when its name says otherwise.
 */
import { z } from '@hono/zod-openapi'
import type { AppContext } from './deps.js'
import { HttpProblem, parse } from './problems.js'
import { ComparisonRequest, OptionsRequest } from './schemas.js'
import type { AnySource, EventRequest } from './submission.js'

export type ComparisonForm = EventRequest & { readonly callbackUrl?: string | undefined }

export async function readJson(c: AppContext): Promise<unknown> {
  const text = await c.req.text()
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    // A RangeError is what nesting without end gives.
    if (error instanceof SyntaxError || error instanceof RangeError)
      throw new HttpProblem('malformed-request', 'The body is not valid JSON.')
    throw error
  }
}

/** A comparison as JSON or as multipart/form-data. */
export async function readComparison(c: AppContext): Promise<ComparisonForm> {
  const type = c.req.header('content-type') ?? ''
  if (!/^\s*multipart\/form-data\b/i.test(type)) return parse(ComparisonRequest, await readJson(c))
  return comparisonOfForm(await readForm(c))
}

export async function readForm(c: AppContext): Promise<FormData> {
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof TypeError)
      throw new HttpProblem('malformed-request', 'The form cannot be read: it is cut off or malformed.')
    throw error
  }
}

const Fields = z.strictObject({
  title: ComparisonRequest.shape.title,
  callbackUrl: ComparisonRequest.shape.callbackUrl,
  zone: OptionsRequest.shape.zone,
  deadlineSeconds: z.coerce.number().pipe(z.int().positive()).optional(),
})

/** Fields `url` (one address a line, repeatable) and `files` become the sources, in the order of the form. */
export async function comparisonOfForm(form: FormData): Promise<ComparisonForm> {
  const { sources, fields } = await sourcesOf(form)
  const { title, callbackUrl, zone, deadlineSeconds } = parse(Fields, fields)
  if (sources.length === 0)
    throw new HttpProblem('invalid', '/sources: give addresses or files', {
      errors: [{ pointer: '/sources', detail: 'give addresses or files' }],
    })
  return { sources, title, callbackUrl, options: { zone, deadlineSeconds } }
}

/** The sources of a form, unchecked, and its other fields. */
export async function sourcesOf(
  form: FormData,
): Promise<{ sources: readonly AnySource[]; fields: Readonly<Record<string, string>> }> {
  const sources: AnySource[] = []
  const fields: Record<string, string> = {}
  for (const [field, value] of form.entries()) {
    if (typeof value !== 'string') {
      // An empty file field arrives as a file without name and bytes.
      if (value.name === '' && value.size === 0) continue
      sources.push({
        file: new Uint8Array(await value.arrayBuffer()),
        name: fileName(value.name, sources.length),
        mediaType: mediaTypeOf(value.name),
      })
    } else if (field === 'url') sources.push(...value.split(/\s+/u).filter(Boolean))
    else if (value.trim() !== '') fields[field] = value.trim()
  }
  return { sources, fields }
}

/** The last part of the name the browser gave, without characters that could act on anybody's screen. */
function fileName(name: string, position: number): string {
  const last = name.split(/[/\\]/u).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
  return plain.slice(0, 200).replace(/\p{Cs}/gu, '') || `upload-${position + 1}`
}

/** By the name's ending; null lets the bytes decide. */
function mediaTypeOf(name: string): string | null {
  if (/\.x?html?$/iu.test(name)) return 'text/html'
  if (/\.(?:txt|md)$/iu.test(name)) return 'text/plain'
  return null
}
