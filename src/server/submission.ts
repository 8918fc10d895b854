/** From a request to what is submitted: addresses checked, uploads hashed, options filled in, limits held. Opens no address: that is the workers'. */
import { isForReader } from '../jobs/submit.js'
import { nothingGiven, type Given, type Source } from '../model/source.js'
import type { Idempotency, UploadedContent } from '../ports/store.js'
import { bytesInWords } from '../text/bytes-in-words.js'
import { sha256 } from '../text/hash.js'
import { notesIn } from '../text/notes-file.js'
import { once } from '../text/once.js'
import { turn } from '../text/turn.js'
import { isPlainlyPrivate } from '../text/public-address.js'
import { checkAddress } from '../text/web-address.js'
import type { AppContext, ServerSettings } from './deps.js'
import { HttpProblem, invalidFields, type ProblemError, refuse } from './problems.js'
import type { ListLimit } from './json-shape.js'
import type { ComparisonRequest, SourceRequest } from './schemas.js'

type PerhapsGiven = { readonly [Name in keyof Given]?: Given[Name] | undefined }
export type FileSource = PerhapsGiven & {
  readonly file: Uint8Array
  readonly name: string
  readonly mediaType: string | null
}
/** A file that is in the store already: its hash there. */
export type KeptSource = PerhapsGiven & { readonly kept: string; readonly name: string }
export type AnySource = SourceRequest | FileSource | KeptSource | (PerhapsGiven & { readonly url: string })

/** What the API takes, with files among the sources. */
export type ComparisonForm = Omit<ComparisonRequest, 'sources'> & { readonly sources: readonly AnySource[] }
export type EventRequest = Omit<ComparisonForm, 'callbackUrl'>

/** `pointer` is where the event stands in the body. */
export async function prepareEvent(event: EventRequest, settings: ServerSettings, pointer = '') {
  const errors: ProblemError[] = []
  const { most, detail } = sourcesLimit(settings.maxSources)
  if (event.sources.length > most) errors.push({ pointer: `${pointer}/sources`, detail })
  const prepared: PreparedSource[] = []
  for (const [position, source] of event.sources.slice(0, most).entries()) {
    await turn()
    const found = prepareSource(source, position, settings)
    if (typeof found === 'string') errors.push({ pointer: `${pointer}/sources/${position}`, detail: found })
    else prepared.push(found)
  }
  const deadlineSeconds = event.options?.deadlineSeconds ?? settings.defaultDeadlineSeconds
  if (deadlineSeconds > settings.maxDeadlineSeconds)
    errors.push({
      pointer: `${pointer}/options/deadlineSeconds`,
      detail: `must be at most ${settings.maxDeadlineSeconds}`,
    })
  const notes = event.notes === undefined ? null : JSON.stringify(event.notes)
  const trouble = notes === null ? null : notesIn(notes)
  if (typeof trouble === 'string') errors.push({ pointer: `${pointer}/notes`, detail: `is ${trouble}` })
  refuse(errors)
  const sources = prepared.map(({ source }) => source)
  return {
    notes,
    reader: notes === null && event.reader !== false && isForReader(sources, settings.reader),
    title: event.title ?? null,
    sources,
    contents: prepared.flatMap(({ content }) => content ?? []),
    options: { zone: event.options?.zone ?? settings.defaultZone, deadlineSeconds },
  }
}

export function sourcesLimit(most: number): ListLimit {
  return { most, detail: `at most ${most} sources are compared at once` }
}

export type PreparedSource = { readonly source: Source; readonly content: UploadedContent | null }

/** Or what is wrong with it, in a sentence. */
export function prepareSource(
  request: AnySource,
  position: number,
  { maxSourceBytes }: Pick<ServerSettings, 'maxSourceBytes'>,
): PreparedSource | string {
  if (typeof request === 'string') return address(request, nothingGiven)
  if ('kept' in request) {
    const { name, kept: location } = request
    return {
      source: { name, kind: 'stored', location, mediaType: mediaTypeOf(name), ...given(request) },
      content: null,
    }
  }
  if ('url' in request) return address(request.url, given(request))
  if ('file' in request)
    return upload(request.name, given(request), request.file, request.mediaType, maxSourceBytes)
  const [content, mediaType] = 'html' in request ? [request.html, 'text/html'] : [request.text, 'text/plain']
  const name = request.name ?? `upload-${position + 1}`
  return upload(name, given(request), new TextEncoder().encode(content), mediaType, maxSourceBytes)
}

/** By the name's ending; null lets the bytes decide. */
export function mediaTypeOf(name: string): string | null {
  if (/\.x?html?$/iu.test(name)) return 'text/html'
  if (/\.(?:txt|md)$/iu.test(name)) return 'text/plain'
  return null
}

/** Many events of a batch may name one file. */
const hashOf = once((bytes: Uint8Array) => sha256(bytes))

function given({ outlet, publishedAt }: PerhapsGiven): Given {
  return { outlet: outlet ?? null, publishedAt: publishedAt ?? null }
}

function address(url: string, known: Given): PreparedSource | string {
  const checked = checkAddress(url)
  if (!checked.ok) return checked.message
  return { source: { name: url.trim(), kind: 'url', location: checked.url.href, ...known }, content: null }
}

function upload(
  name: string,
  known: Given,
  bytes: Uint8Array,
  mediaType: string | null,
  maxBytes: number,
): PreparedSource | string {
  if (bytes.length === 0) return `${name} is empty`
  if (bytes.length > maxBytes)
    return `${name} is larger than the limit of ${bytesInWords(maxBytes)}; send the article alone, or raise SYNOPTIC_MAX_BYTES`
  const hash = hashOf(bytes)
  return {
    source: { name, kind: 'stored', location: hash, mediaType, ...known },
    content: { sha256: hash, bytes, mediaType },
  }
}

/** An address that can never be delivered to is refused now, not when the comparison is done. */
export function checkCallback(
  url: string | undefined,
  { allowPrivate }: Pick<ServerSettings, 'allowPrivate'>,
): string | null {
  if (url === undefined) return null
  const checked = checkAddress(url)
  if (!checked.ok) throw invalidFields([{ pointer: '/callbackUrl', detail: checked.message }])
  const detail =
    'this address leads to this machine or a private network, where nothing is sent; give a public one, or let the server be started with SYNOPTIC_ALLOW_PRIVATE=true'
  if (isPlainlyPrivate(checked.url) && !allowPrivate)
    throw invalidFields([{ pointer: '/callbackUrl', detail }])
  return checked.url.href
}

/** The key is its sender's own: two API keys may use the same one. */
export function idempotencyOf(c: AppContext, request: unknown): Idempotency | null {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return null
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw new HttpProblem('malformed-request', 'Idempotency-Key must be 1 to 255 visible ASCII characters.')
  return {
    key: sha256(`${c.var.caller.key ?? ''}\u0000${key}`),
    requestHash: sha256(JSON.stringify(request)),
  }
}

export const idempotencyConflict = (): HttpProblem =>
  new HttpProblem(
    'idempotency-conflict',
    'This Idempotency-Key came with another request before. Use a new key for a new request.',
  )
