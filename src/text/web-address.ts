/** Which addresses may be fetched at all: the URL, or why it is refused. No name is resolved; the fetcher guards addresses. */
type WebAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly code: string; readonly message: string }

/** `scheme:` of two letters or more (one letter is a Windows drive). */
const schemePattern = /^\s{0,8}([a-z][a-z0-9+.-]{1,30}):/iu

/** Whether a person most likely meant this argument as an address and not as a path. */
export function looksLikeAddress(text: string): boolean {
  const scheme = schemePattern.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return false
  return text.includes('://') || knownSchemes.has(scheme)
}

const knownSchemes = new Set(
  'about blob chrome data file ftp ftps gopher http https javascript mailto sftp urn view-source vbscript ws wss'.split(
    ' ',
  ),
)

export function checkAddress(text: string, base?: URL): WebAddress {
  if (base === undefined) {
    const scheme = schemePattern.exec(text)?.[1]?.toLowerCase()
    if (scheme === undefined) return malformed()
    if (scheme !== 'http' && scheme !== 'https') return refusedScheme(scheme)
    if (!/^\s{0,8}https?:\/\//iu.test(text)) return malformed()
  }
  if (!URL.canParse(text, base?.href)) return malformed()
  const url = new URL(text, base?.href)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refusedScheme(url.protocol.slice(0, -1))
  if (url.hostname === '') return malformed()
  if (url.username !== '' || url.password !== '')
    return {
      ok: false,
      code: 'refused-credentials',
      message:
        'the address holds a user name or password, which would end up in the report; remove it, or save the page in a browser and give the file.',
    }
  url.hash = ''
  return { ok: true, url }
}

/** The address with any user name and password blotted out, for messages. */
export function withoutCredentials(text: string): string {
  return text.replace(/^(\s{0,8}[a-z][a-z0-9+.-]{1,30}:\/{0,9})[^/?#]{0,2000}@/iu, '$1…@')
}

function refusedScheme(scheme: string): WebAddress {
  const remedy =
    scheme === 'file' ? 'give the path without file://.' : 'save the page in a browser and give the file.'
  return {
    ok: false,
    code: 'refused-scheme',
    message: `only http and https addresses are fetched, not ${scheme}:; ${remedy}`,
  }
}

function malformed(): WebAddress {
  return {
    ok: false,
    code: 'malformed-url',
    message:
      'this is not a valid web address, which begins with http:// or https://; copy it again from the browser.',
  }
}
