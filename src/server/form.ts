/**
 * Forms with files (multipart/form-data, RFC 7578): read from the bytes as they came, without a copy of a file.
 *
 * In: a request that passed the size guard. Out: its parts in order.
 * Never: reads more parts than are taken, believes a second boundary, or writes an upload to disk.
 */
import type { AppContext } from './deps.js'
import { HttpProblem, invalidFields } from './problems.js'
import { readBytes } from './read-body.js'
import { sourcesLimit } from './submission.js'

export type Upload = { readonly name: string; readonly bytes: Uint8Array }
export type Form = readonly ({ readonly field: string } & ({ readonly text: string } | Upload))[]

/** Parts of a form beside those with sources. */
const otherParts = 20
/** A text comes with its outlet and time. */
const partsOfSource = 3
const longestHead = 4_000

export async function readForm(c: AppContext, maxSources: number): Promise<Form> {
  const boundary = boundaryOf(c.req.header('content-type') ?? '')
  const bytes = await readBytes(c, () => null)
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

/** By the name's ending; null lets the bytes decide. */
export function mediaTypeOf(name: string): string | null {
  if (/\.x?html?$/iu.test(name)) return 'text/html'
  if (/\.(?:txt|md)$/iu.test(name)) return 'text/plain'
  return null
}
