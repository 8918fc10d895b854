/**
 * Bodies: JSON, or a form with addresses and files (multipart/form-data, RFC 7578).
 *
 * Never: makes values of more items than are taken, believes a second boundary, copies a file, or has a person choose one twice: it is kept in
 * the store, and found by its hash when the form comes again.
 */
import { z } from '@hono/zod-openapi'
import type { Notes } from '../model/notes.js'
import type { Store } from '../ports/store.js'
import { sha256 } from '../text/hash.js'
import { notesIn } from '../text/notes-file.js'
import { turn } from '../text/turn.js'
import type { AppContext, ServerSettings } from './deps.js'
import { bodyType } from './http.js'
import { placesIn, type Shape } from './json-shape.js'
import { checked, HttpProblem, invalidFields, parse, type ProblemError, refuse } from './problems.js'
import { ComparisonRequest, OptionsRequest, TextSource } from './schemas.js'
import {
  type AnySource,
  type ComparisonForm,
  type FileSource,
  mediaTypeOf,
  sourcesLimit,
} from './submission.js'

/** With `shape.apart`, the list of that name is empty in the value, and its items come one after the other: others have their turn between. */
export async function readJson(c: AppContext, shape: Shape): Promise<{ value: unknown; items: unknown[] }> {
  const text = (await readBytes(c)).toString()
  const places = await placesIn(text, shape)
  try {
    const items: unknown[] = []
    for (const { start, end } of places) {
      await turn()
      const item = text.slice(start, end)
      // A list without items has a place for one.
      if (places.length > 1 || item.trim() !== '') items.push(JSON.parse(item))
    }
    const [from, to] = [places[0]?.start ?? 0, places.at(-1)?.end ?? 0]
    return { value: JSON.parse(text.slice(0, from) + text.slice(to)) as unknown, items }
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new HttpProblem('malformed-request', 'The body is not valid JSON.')
    throw error
  }
}

/** Not by Hono's way to the whole body, which ends the connection of one that comes too slowly before it is told so. */
async function readBytes(c: AppContext): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    await turn()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export async function readComparison(c: AppContext, { maxSources }: ServerSettings): Promise<ComparisonForm> {
  if (bodyType(c) !== 'multipart/form-data')
    return parse(ComparisonRequest, (await readJson(c, { lists: [sourcesLimit(maxSources)] })).value)
  const form = await readForm(c, maxSources)
  const sources = sourcesOf(form, maxSources)
  if (sources.length === 0)
    throw invalidFields([{ pointer: '/sources', detail: 'give addresses, texts or files' }])
  return comparisonWith(
    sources,
    form.filter(({ field }) => !sourceFields.has(field)),
  )
}

const Fields = z.strictObject({
  title: ComparisonRequest.shape.title,
  callbackUrl: ComparisonRequest.shape.callbackUrl,
  reader: z.literal('false').optional(),
  zone: OptionsRequest.shape.zone,
  deadlineSeconds: z.coerce.number().pipe(z.int().positive()).optional(),
})

export function comparisonWith(sources: readonly AnySource[], form: Form): ComparisonForm {
  const fields = form.flatMap((part) =>
    'text' in part && part.field !== 'notes' && part.text.trim() !== ''
      ? [[part.field, part.text.trim()]]
      : [],
  )
  const { title, callbackUrl, reader, zone, deadlineSeconds } = parse(
    Fields,
    Object.fromEntries(fields) as unknown,
  )
  return {
    sources,
    title,
    notes: notesOf(form),
    ...(reader === undefined ? {} : { reader: false }),
    callbackUrl,
    options: { zone, deadlineSeconds },
  }
}

function notesOf(form: Form): Notes | undefined {
  const part = form.find(({ field }) => field === 'notes')
  const text = part === undefined ? '' : 'text' in part ? part.text : Buffer.from(part.bytes).toString()
  if (text.trim() === '') return undefined
  const found = notesIn(text)
  if (typeof found === 'string') throw invalidFields([{ pointer: '/notes', detail: `is ${found}` }])
  return found.notes
}

const sourceFields: ReadonlySet<string> = new Set(['url', 'files', 'text', 'outlet', 'publishedAt', 'kept'])

/** At most one more than are taken: `url` (one a line, repeatable), `files`, `text`, of which the n-th has the n-th `outlet` and `publishedAt`. */
function sourcesOf(form: Form, maxSources: number): readonly AnySource[] {
  const sources: AnySource[] = []
  const errors: ProblemError[] = []
  const [outlets, times] = [textsOf(form, 'outlet'), textsOf(form, 'publishedAt')]
  let texts = 0
  for (const part of form) {
    const at = sources.length
    const most = maxSources + 1 - at
    if ('bytes' in part) {
      if (part.field === 'files' && most > 0) sources.push(fileSource(part, at))
    } else if (part.field === 'url')
      sources.push(...part.text.trim().split(/\s+/u, Math.max(0, most)).filter(Boolean))
    else if (part.field === 'text') {
      const [outlet = '', time = ''] = [outlets[texts], times[texts]].map((one) => one?.trim())
      texts++
      if (`${part.text}${outlet}${time}`.trim() === '') continue
      if (part.text.trim() === '')
        errors.push({ pointer: `/sources/${at}/text`, detail: 'the text is missing' })
      const given = {
        text: part.text.replaceAll('\r\n', '\n'),
        name: `text-${at + 1}`,
        ...(outlet === '' ? {} : { outlet }),
        ...(time === '' ? {} : { publishedAt: typedTime(time) }),
      }
      const found = checked(TextSource, given, `/sources/${at}`)
      if (!found.ok) errors.push(...found.errors)
      sources.push(found.ok ? found.value : given)
    }
  }
  refuse(errors)
  return sources
}

/** A blank for the T. */
export const typedTime = (typed: string): string => typed.replace(/^(\d{4}-\d\d-\d\d) +/u, '$1T')

export function fileSource({ name, bytes }: Upload, position: number): FileSource {
  return { file: bytes, name: fileName(name, position), mediaType: mediaTypeOf(name) }
}

/** A file that came with the form before, as the form names it: hash and name. */
export function keptIn(value: string): { readonly kept: string; readonly name: string } | null {
  const [, kept, name] = /^([0-9a-f]{64}) (.{1,200})$/su.exec(value) ?? []
  return kept === undefined || name === undefined ? null : { kept, name: fileName(name, 0) }
}

type Upload = { readonly name: string; readonly bytes: Uint8Array }
export type Form = readonly ({ readonly field: string } & ({ readonly text: string } | Upload))[]

const otherParts = 20
/** A text comes with its outlet and time. */
const partsOfSource = 3
const longestHead = 4_000

export async function readForm(c: AppContext, maxSources: number): Promise<Form> {
  const boundary = boundaryOf(c.req.header('content-type') ?? '')
  const bytes = await readBytes(c)
  const most = maxSources * partsOfSource + otherParts
  const form: Form[number][] = []
  for (const part of partsOf(bytes, boundary)) {
    if (form.length >= most)
      throw invalidFields([
        {
          pointer: '/sources',
          detail: `a form of at most ${most} parts is read, and ${sourcesLimit(maxSources).detail}`,
        },
      ])
    form.push(part)
  }
  // An empty file field arrives as a file without name and bytes.
  return form.filter((part) => 'text' in part || part.name !== '' || part.bytes.length > 0)
}

const malformed = () =>
  new HttpProblem('malformed-request', 'The form cannot be read: it is cut off or malformed.')

function boundaryOf(type: string): string {
  const [found, second] = [...type.matchAll(/;\s{0,9}boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/giu)]
  const boundary = found?.[1] ?? found?.[2]
  if (boundary === undefined || second !== undefined) throw malformed()
  return boundary
}

function* partsOf(bytes: Buffer, boundary: string): Generator<Form[number]> {
  const mark = `\r\n--${boundary}`
  // The first one may stand at the very beginning.
  let at = bytes.indexOf(mark.slice(2)) + mark.length - 2
  if (at < mark.length - 2) throw malformed()
  while (bytes.toString('latin1', at, at + 2) === '\r\n') {
    const body = bytes.indexOf('\r\n\r\n', at) + 4
    const end = bytes.indexOf(mark, body)
    if (body < 4 || end === -1 || body - at > longestHead) throw malformed()
    yield partOf(bytes.toString('utf8', at, body), bytes.subarray(body, end))
    at = end + mark.length
  }
  if (bytes.toString('latin1', at, at + 2) !== '--') throw malformed()
}

function partOf(head: string, bytes: Buffer): Form[number] {
  const [, said = ''] = /\r\ncontent-disposition:([^\r]*)/iu.exec(head) ?? []
  const field = parameter(said, 'name')
  if (field === null) throw malformed()
  const name = parameter(said, 'filename')
  return name === null ? { field, text: bytes.toString('utf8') } : { field, name, bytes }
}

/** Browsers write a quotation mark and line breaks in percent; other programs put a backslash before the mark. */
function parameter(said: string, name: string): string | null {
  const found = new RegExp(`;\\s{0,9}${name}="((?:[^"\\\\]|\\\\.){0,1000})"`, 'iu').exec(said)?.[1]
  return found?.replace(/\\(["\\])/gu, '$1').replace(/%(22|0D|0A)/giu, decodeURIComponent) ?? null
}

export function textsOf(form: Form, field: string): string[] {
  return form.flatMap((part) => (part.field === field && 'text' in part ? [part.text] : []))
}

export function filesOf(form: Form, field: string): Upload[] {
  return form.flatMap((part) => (part.field === field && 'bytes' in part ? [part] : []))
}

/** The last part of the name the browser gave, without characters that could act on anybody's screen. */
export function fileName(name: string, position: number): string {
  const last = name.split(/[/\\]/u).at(-1) ?? ''
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim()
  return plain.slice(0, 200).replace(/\p{Cs}/gu, '') || `upload-${position + 1}`
}

/** `value` goes through the form: hash and name. */
export type Kept = { readonly value: string; readonly name: string }

type KeptDeps = { readonly store: Store; readonly now: () => number }

/** Those that are not empty, and no larger than a source may be; the others are named. */
export async function keepFiles(
  files: readonly Upload[],
  { store, now }: KeptDeps,
  maxBytes: number,
): Promise<{ readonly kept: readonly Kept[]; readonly tooLarge: readonly string[] }> {
  const contents = []
  const tooLarge: string[] = []
  for (const { name: given, bytes } of files) {
    await turn()
    const name = fileName(given, 0)
    if (bytes.length === 0 || bytes.length > maxBytes) tooLarge.push(name)
    else contents.push({ sha256: sha256(bytes), bytes, name, mediaType: mediaTypeOf(name) })
  }
  await store.keepContents(contents, now())
  return { kept: contents.map(({ sha256: hash, name }) => ({ value: `${hash} ${name}`, name })), tooLarge }
}

/** Those that are no longer here. */
export async function goneOf<One extends { readonly kept: string }>(
  named: readonly One[],
  { store, now }: KeptDeps,
): Promise<readonly One[]> {
  const here = await store.holdContents([...new Set(named.map(({ kept }) => kept))], now())
  return named.filter(({ kept }) => !here.has(kept))
}
