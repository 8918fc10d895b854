/** What somebody pasted, dropped or chose, taken apart: addresses (also without https), texts, files. Opens no address. */
import { GivenTime } from '../model/source.js'
import { looksLikeAddress } from '../text/web-address.js'
import { type Form, keptIn, textsOf, typedTime } from './read-body.js'
import { checked, type ProblemError } from './problems.js'
import { TextSource } from './schemas.js'
import type { AnySource } from './submission.js'

/** `value` goes through the form: `url <address>`, or `kept <hash> <name>`. What is empty is not known. */
export type Item = { readonly value: string; readonly outlet: string; readonly publishedAt: string }

/** Fewer words are no report. */
const fewestWords = 12
/** A longer line is no list of addresses. */
const longestLine = 8_000

/** Several texts stand apart by a line of dashes. */
export function piecesOf(pasted: string) {
  const pieces = { addresses: [] as string[], texts: [] as string[], neither: [] as string[] }
  for (const part of pasted.replaceAll('\r\n', '\n').split(/\n[ \t]*[-=*_]{3,}[ \t]*\n/u)) {
    const lines = part.split('\n')
    let [from, to] = [0, lines.length]
    for (let found = addressesOf(lines[from]); found !== null; found = addressesOf(lines[++from]))
      pieces.addresses.push(...found)
    for (
      let found = addressesOf(lines[to - 1]);
      found !== null && to > from;
      found = addressesOf(lines[--to - 1])
    )
      pieces.addresses.push(...found)
    const rest = lines.slice(from, to).join('\n').trim()
    if (rest === '') continue
    if (rest.split(/\s+/u, fewestWords).length === fewestWords) pieces.texts.push(rest)
    else pieces.neither.push(...rest.split('\n'))
  }
  return { ...pieces, addresses: [...new Set(pieces.addresses)] }
}

/** Of a line that holds nothing else; null of another. */
function addressesOf(line: string | undefined): readonly string[] | null {
  if (line === undefined || line.length > longestLine) return null
  const found: string[] = []
  for (const word of line.split(/[\s,;]+/u)) {
    const bare = withoutMarks(word)
    if (bare === '') continue
    const address = looksLikeAddress(bare)
      ? bare
      : isHost.test(bare) && !isFile.test(bare)
        ? `https://${bare}`
        : null
    if (address === null) return null
    found.push(address)
  }
  return found
}

/** `<https://a.example/>` */
function withoutMarks(word: string): string {
  let [from, to] = [0, word.length]
  while (from < to && '<"\'('.includes(word.charAt(from))) from++
  while (to > from && '>"\')'.includes(word.charAt(to - 1))) to--
  return word.slice(from, to)
}

const isHost = /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{1,5})?(?:[/?#]\S{0,3900})?$/iu
const isFile = /^[^/]+\.(?:txt|md|html?|xhtml|pdf|docx?)$/iu

export function itemsIn(form: Form, most: number): readonly Item[] {
  const items: Item[] = []
  for (let place = 0; place <= most; place++) {
    const [value] = textsOf(form, `item-${place}`)
    if (value === undefined) continue
    const [outlet = '', publishedAt = ''] = ['outlet', 'day'].map(
      (name) => textsOf(form, `${name}-${place}`)[0],
    )
    items.push({ value, outlet: outlet.trim(), publishedAt: publishedAt.trim() })
  }
  return items
}

export const itemOf = (value: string): Item => ({ value, outlet: '', publishedAt: '' })

export function sourceOf(item: Item): AnySource | null {
  const { value, outlet, publishedAt } = item
  const day = typedTime(publishedAt)
  const given = { outlet: outlet || null, publishedAt: GivenTime.safeParse(day).data ?? (day || null) }
  if (value.startsWith('url ')) return { url: value.slice(4), ...given }
  const kept = keptOf(item)
  return kept && { ...kept, ...given }
}

export function keptOf({ value }: Item): { readonly kept: string; readonly name: string } | null {
  return value.startsWith('kept ') ? keptIn(value.slice(5)) : null
}

export function nameOf({ value }: Item): string {
  return value.startsWith('url ') ? value.slice(4) : value.slice('kept '.length + 65)
}

const GivenFields = TextSource.pick({ outlet: true, publishedAt: true })

export function wrongGiven(items: readonly Item[]): readonly ProblemError[] {
  return items.flatMap(({ outlet, publishedAt }, place) => {
    const given = {
      ...(outlet === '' ? {} : { outlet }),
      ...(publishedAt === '' ? {} : { publishedAt: typedTime(publishedAt) }),
    }
    const found = checked(GivenFields, given, `/sources/${place}`)
    return found.ok ? [] : found.errors
  })
}
