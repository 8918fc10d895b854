/** What a Content-Type header allows. */
export type ContentType = {
  /** Lower case, without parameters; null when missing or meaningless (`application/octet-stream`). */
  readonly mediaType: string | null
  readonly charset: string | null
}

/** Grammar: RFC 9110, 8.3. */
export function parseContentType(header: string | null): ContentType {
  const [type = '', ...parameters] = (header ?? '').slice(0, 1_000).split(';')
  const mediaType = type.trim().toLowerCase()
  const charset = parameters
    .map((parameter) => /^\s{0,20}charset\s{0,20}=\s{0,20}["']?([\w.:+-]{1,40})/iu.exec(parameter)?.[1])
    .find((value) => value !== undefined)
  const meaningless = !/^[\w.+-]{1,100}\/[\w.+-]{1,100}$/u.test(mediaType) || undecided.has(mediaType)
  return { mediaType: meaningless ? null : mediaType, charset: charset?.toLowerCase() ?? null }
}

const undecided = new Set([
  'application/octet-stream',
  'application/unknown',
  'unknown/unknown',
  'binary/octet-stream',
])
const readable = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown'])
const xml = new Set(['application/xml', 'text/xml'])

/** XML may be XHTML: only the bytes tell. */
export type Admission = 'yes' | 'look' | 'no'

export function admission(mediaType: string | null): Admission {
  if (mediaType === null || xml.has(mediaType)) return 'look'
  return readable.has(mediaType) ? 'yes' : 'no'
}

/** A media type as people call it: `a PDF document (application/pdf)`. */
export function mediaInWords(mediaType: string): string {
  const known = names.find(([start]) => mediaType.startsWith(start))
  return known === undefined ? mediaType : `${known[1]} (${mediaType})`
}

const names: readonly (readonly [string, string])[] = [
  ['application/pdf', 'a PDF document'],
  ['image/', 'an image'],
  ['video/', 'a film'],
  ['audio/', 'a sound'],
  ['font/', 'a font'],
  ['application/json', 'data'],
  ['application/ld+json', 'data'],
  ['application/rss+xml', 'a news feed'],
  ['application/atom+xml', 'a news feed'],
  ['application/xml', 'XML that is no web page'],
  ['text/xml', 'XML that is no web page'],
  ['application/zip', 'a ZIP archive'],
  ['application/msword', 'a Word document'],
  ['application/vnd.openxmlformats', 'an Office document'],
  ['text/css', 'a style sheet'],
  ['text/javascript', 'a script'],
  ['application/javascript', 'a script'],
  ['text/calendar', 'a calendar entry'],
]
