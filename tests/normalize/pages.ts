/** Raw pages for the tests, from strings or bytes. */
import type { RawPage } from '../../src/model/raw-page.js'
import { sha256 } from '../../src/text/hash.js'

export function rawPage(
  mediaType: 'html' | 'text',
  content: string | Uint8Array,
  more: {
    readonly name?: string
    readonly charset?: string
    readonly url?: string
    readonly outlet?: string
  } = {},
): RawPage {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const name = more.name ?? (mediaType === 'html' ? 'page.html' : 'story.txt')
  return {
    state: 'read',
    source: { name, kind: 'file', location: name, outlet: more.outlet ?? null },
    url: more.url ?? null,
    fetchedAt: null,
    issues: [],
    mediaType,
    charset: more.charset ?? null,
    bytes: Buffer.from(bytes).toString('base64'),
    sha256: sha256(bytes),
  }
}

export const textPage = (content: string | Uint8Array) => rawPage('text', content)
export const htmlPage = (content: string | Uint8Array) => rawPage('html', content)
