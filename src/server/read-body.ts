/**
 * Bodies: JSON, or a form with addresses and files.
 * In: a request that passed the size guard. Out: an unchecked value, or a request for one comparison.
 * Never: makes values of more items than are taken, which are counted in the bytes as they arrive; or makes all values of a
 * long list at once.
 */
import { z } from '@hono/zod-openapi'
import { turn } from '../text/turn.js'
import type { AppContext, ServerSettings } from './deps.js'
import { fileName, mediaTypeOf, readForm, textsOf, type Form } from './form.js'
import { JsonShape, type Shape } from './json-shape.js'
import { HttpProblem, invalidFields, parse } from './problems.js'
import { ComparisonRequest, OptionsRequest } from './schemas.js'
import { sourcesLimit, type AnySource, type EventRequest, type PastedSource } from './submission.js'

export type ComparisonForm = EventRequest & { readonly callbackUrl?: string | undefined }

/** With `shape.apart`, the list of that name is empty in the value, and its items come one after the other. */
export async function readJson(c: AppContext, shape: Shape): Promise<{ value: unknown; items: unknown[] }> {
  const seen = new JsonShape(shape)
  const bytes = await readBytes(c, (chunk) => seen.push(chunk))
  try {
    const items: unknown[] = []
    for (const { start, end } of seen.apart) {
      await turn()
      const text = bytes.toString('utf8', start, end)
      // A list without items has a place for one.
      if (seen.apart.length > 1 || text.trim() !== '') items.push(JSON.parse(text))
    }
    const [from, to] = [seen.apart[0]?.start ?? 0, seen.apart.at(-1)?.end ?? 0]
    const rest = bytes.toString('utf8', 0, from) + bytes.toString('utf8', to)
    return { value: JSON.parse(rest) as unknown, items }
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new HttpProblem('malformed-request', 'The body is not valid JSON.')
    throw error
  }
}

/** A problem is told once the body has arrived: a client that is still sending would not hear it. */
export async function readBytes(
  c: AppContext,
  look: (chunk: Uint8Array) => HttpProblem | null,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let problem: HttpProblem | null = null
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    if (problem) continue
    await turn()
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
    return parse(ComparisonRequest, (await readJson(c, { lists: [sourcesLimit(maxSources)] })).value)
  const form = await readForm(c, maxSources)
  return comparisonOfForm(
    form.filter(({ field }) => field !== 'kept'),
    maxSources,
  )
}

const Fields = z.strictObject({
  title: ComparisonRequest.shape.title,
  callbackUrl: ComparisonRequest.shape.callbackUrl,
  zone: OptionsRequest.shape.zone,
  deadlineSeconds: z.coerce.number().pipe(z.int().positive()).optional(),
})

/** Fields `url` (one address a line, repeatable), `files`, and `text` with `outlet` and `publishedAt` become the sources. */
export function comparisonOfForm(form: Form, maxSources: number): ComparisonForm {
  const { sources, fields } = sourcesOf(form, maxSources)
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

/** A source, the field of the form it was given in, and what it is called there. */
export type Given = {
  readonly source: AnySource
  readonly field: 'url' | 'files' | 'text'
  readonly called: string
}

/** The sources of a form, unchecked and at most one more than are taken, and its other fields. */
export function sourcesOf(
  form: Form,
  maxSources: number,
): { sources: readonly Given[]; fields: Readonly<Record<string, string>> } {
  const sources: Given[] = []
  const fields: Record<string, string> = {}
  const texts = pastedIn(form)
  for (const part of form) {
    const most = maxSources + 1 - sources.length
    if ('bytes' in part) {
      const name = fileName(part.name, sources.length)
      const source = { file: part.bytes, name, mediaType: mediaTypeOf(part.name) }
      if (part.field === 'files' && most > 0) sources.push({ source, field: 'files', called: name })
    } else if (part.field === 'kept') {
      const kept = keptIn(part.text)
      if (kept && most > 0) sources.push({ source: kept, field: 'files', called: kept.name })
    } else if (part.field === 'url')
      for (const source of addressesIn(part.text, most))
        sources.push({ source, field: 'url', called: source })
    else if (part.field === 'text')
      // All of them, where the first one stands.
      texts.splice(0).forEach((source, index) => {
        if (`${source.pasted}${source.outlet}${source.publishedAt}`.trim() !== '')
          sources.push({ source, field: 'text', called: `Text ${index + 1}` })
      })
    else if (part.field !== 'outlet' && part.field !== 'publishedAt' && part.text.trim() !== '')
      fields[part.field] = part.text.trim()
  }
  return { sources, fields }
}

/** The n-th `text` belongs to the n-th `outlet` and the n-th `publishedAt`, empty ones counted. */
export function pastedIn(form: Form): PastedSource[] {
  const [outlets, times] = [textsOf(form, 'outlet'), textsOf(form, 'publishedAt')]
  return textsOf(form, 'text').map((text, index) => ({
    pasted: text.replaceAll('\r\n', '\n'),
    outlet: outlets[index] ?? '',
    publishedAt: times[index] ?? '',
  }))
}

function addressesIn(text: string, most: number): string[] {
  const found: string[] = []
  for (const [address] of text.matchAll(/\S+/gu)) {
    if (found.length >= most) break
    found.push(address)
  }
  return found
}

/** A file that came with the form before, as the form names it: hash and name. */
export function keptIn(value: string): { readonly kept: string; readonly name: string } | null {
  const [, kept, name] = /^([0-9a-f]{64}) (.{1,200})$/su.exec(value) ?? []
  return kept === undefined || name === undefined ? null : { kept, name: fileName(name, 0) }
}
