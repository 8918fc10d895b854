/**
 * Bodies: JSON, or a form with addresses and files.
 * In: a request that passed the size guard. Out: an unchecked value, or a request for one comparison.
 * Never: writes an upload to disk, believes a file's declared type when its name says otherwise, or makes values of more
 * items than are taken: these are counted in the bytes as they arrive.
 */
import { z } from '@hono/zod-openapi'
import type { AppContext, ServerSettings } from './deps.js'
import { JsonShape, type Shape } from './json-shape.js'
import { HttpProblem, invalidFields, parse } from './problems.js'
import { ComparisonRequest, OptionsRequest } from './schemas.js'
import { sourcesLimit, type AnySource, type EventRequest, type PastedSource } from './submission.js'

export type ComparisonForm = EventRequest & { readonly callbackUrl?: string | undefined }

export async function readJson(c: AppContext, shape: Shape): Promise<unknown> {
  const seen = new JsonShape(shape)
  const bytes = await readBytes(c, (chunk) => seen.push(chunk))
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new HttpProblem('malformed-request', 'The body is not valid JSON.')
    throw error
  }
}

/** A problem is told once the body has arrived: a client that is still sending would not hear it. */
async function readBytes(c: AppContext, look: (chunk: Uint8Array) => HttpProblem | null): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let problem: HttpProblem | null = null
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    if (problem) continue
    problem = look(chunk)
    chunks.push(chunk)
  }
  if (problem) throw problem
  return Buffer.concat(chunks)
}

/** A comparison as JSON or as multipart/form-data. */
export async function readComparison(c: AppContext, { maxSources }: ServerSettings): Promise<ComparisonForm> {
  const type = c.req.header('content-type') ?? ''
  if (!/^\s*multipart\/form-data\b/i.test(type))
    return parse(ComparisonRequest, await readJson(c, { lists: [sourcesLimit(maxSources)] }))
  return comparisonOfForm(await readForm(c, maxSources), maxSources)
}

/** Parts of a form beside those with sources. */
const otherParts = 20
/** A text comes with its outlet and time. */
const partsOfSource = 3

export async function readForm(c: AppContext, maxSources: number): Promise<FormData> {
  const type = c.req.header('content-type') ?? ''
  const bytes = await readBytes(c, () => null)
  const most = maxSources * partsOfSource + otherParts
  if (moreThan(most + 1, boundaryOf(type), bytes)) {
    const detail = `a form of at most ${most} parts is read, and ${sourcesLimit(maxSources).detail}`
    throw invalidFields([{ pointer: '/sources', detail }])
  }
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  } catch (error) {
    if (error instanceof TypeError)
      throw new HttpProblem('malformed-request', 'The form cannot be read: it is cut off or malformed.')
    throw error
  }
}

function boundaryOf(type: string): string {
  const [, quoted, plain] = /\bboundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/iu.exec(type) ?? []
  return quoted ?? plain ?? ''
}

function moreThan(most: number, boundary: string, bytes: Buffer): boolean {
  if (boundary === '') return false
  let found = 0
  for (let at = bytes.indexOf(`--${boundary}`); at !== -1; at = bytes.indexOf(`--${boundary}`, at + 2))
    if (++found > most) return true
  return false
}

const Fields = z.strictObject({
  title: ComparisonRequest.shape.title,
  callbackUrl: ComparisonRequest.shape.callbackUrl,
  zone: OptionsRequest.shape.zone,
  deadlineSeconds: z.coerce.number().pipe(z.int().positive()).optional(),
})

/** What of a form a source was given in, and what it is called there. */
export type Given = { readonly field: 'url' | 'files' | 'text'; readonly called: string }

/** Fields `url` (one address a line, repeatable), `files`, and `text` with `outlet` and `publishedAt` become the sources. */
export async function comparisonOfForm(form: FormData, maxSources: number): Promise<ComparisonForm> {
  const { sources, fields } = await sourcesOf(form, maxSources)
  const { title, callbackUrl, zone, deadlineSeconds } = parse(Fields, fields)
  if (sources.length === 0)
    throw invalidFields([{ pointer: '/sources', detail: 'give addresses, texts or files' }])
  return {
    sources: sources.map(({ source }) => source),
    title,
    callbackUrl,
    options: { zone, deadlineSeconds },
  }
}

/** The sources of a form, unchecked and at most one more than are taken, and its other fields. */
export async function sourcesOf(
  form: FormData,
  maxSources: number,
): Promise<{
  sources: readonly (Given & { readonly source: AnySource })[]
  fields: Readonly<Record<string, string>>
}> {
  const sources: (Given & { readonly source: AnySource })[] = []
  const fields: Record<string, string> = {}
  const texts = pastedIn(form)
  for (const [field, value] of form.entries()) {
    if (typeof value !== 'string') {
      // An empty file field arrives as a file without name and bytes.
      if (value.name === '' && value.size === 0) continue
      const name = fileName(value.name, sources.length)
      const file = new Uint8Array(await value.arrayBuffer())
      sources.push({
        source: { file, name, mediaType: mediaTypeOf(value.name) },
        field: 'files',
        called: name,
      })
    } else if (field === 'url')
      sources.push(
        ...addressesIn(value, maxSources + 1 - sources.length).map((source) => ({
          source,
          field: 'url' as const,
          called: source,
        })),
      )
    else if (field === 'text')
      sources.push(...texts.splice(0).flatMap((source, index) => pastedSource(source, index)))
    else if (field !== 'outlet' && field !== 'publishedAt' && value.trim() !== '')
      fields[field] = value.trim()
  }
  return { sources, fields }
}

function pastedSource(source: PastedSource, index: number): (Given & { readonly source: PastedSource })[] {
  const empty = `${source.pasted}${source.outlet}${source.publishedAt}`.trim() === ''
  return empty ? [] : [{ source, field: 'text', called: `Text ${index + 1}` }]
}

/** The n-th `text` belongs to the n-th `outlet` and the n-th `publishedAt`, empty ones counted. */
export function pastedIn(form: FormData): PastedSource[] {
  const [outlets, times] = [form.getAll('outlet'), form.getAll('publishedAt')]
  const word = (value: FormDataEntryValue | undefined): string => (typeof value === 'string' ? value : '')
  return form.getAll('text').map((text, index) => ({
    pasted: word(text).replaceAll('\r\n', '\n'),
    outlet: word(outlets[index]),
    publishedAt: word(times[index]),
  }))
}

export function addressesIn(text: string, most: number): string[] {
  const found: string[] = []
  for (const [address] of text.matchAll(/\S+/gu)) {
    if (found.length >= most) break
    found.push(address)
  }
  return found
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
