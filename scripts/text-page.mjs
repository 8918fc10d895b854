/** A text as the fetch stage would hand it on: a RawPage of media type text. */
import { sha256 } from '../dist/src/text/hash.js'

export function textPage(name, text) {
  const bytes = Buffer.from(text)
  return {
    state: 'read',
    source: { name, kind: 'file', location: name, outlet: null },
    url: null,
    fetchedAt: null,
    issues: [],
    mediaType: 'text',
    charset: null,
    bytes: bytes.toString('base64'),
    sha256: sha256(bytes),
  }
}
