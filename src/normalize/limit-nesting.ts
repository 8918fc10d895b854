/**
 * Limit nesting: takes tags out of HTML source that nest absurdly deep or break lines without end.
 *
 * In:    HTML source. Out: the same source with the tags of container elements beyond MAX_DEPTH, of lists, tables and forms
 *        beyond MAX_SAME of their kind, and third line breaks in a row left out.
 * Never: drops a character of text; needs more than one pass.
 *
 * Reason: parsers and Readability take time that grows with the square of the depth. Browsers cut at 512; news pages stay below 60.
 */
const MAX_DEPTH = 150
const MAX_BREAKS = 2
/** Of one of these, Readability weighs all it holds again for each that it stands in. */
const MAX_SAME = 10
const WEIGHED: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'table', 'form', 'fieldset'])

/**
 * Elements that authors close, and with them all custom elements; those with optional end tags (`p`, `li`, `td`) close by
 * themselves.
 */
const CONTAINERS: ReadonlySet<string> = new Set(
  (
    'div span section article table blockquote ul ol dl b i u em strong font a form center fieldset aside main header ' +
    'footer figure details nav small big cite code label button q s sub sup pre address object ins del svg g math template'
  ).split(' '),
)

const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])/giu

type Tag = {
  readonly name: string
  readonly leaves: boolean
  readonly start: number
  /** Place after the closing bracket. */
  readonly end: number
}

export function limitNesting(html: string): string {
  const depth = new Depth()
  const kept: string[] = []
  let breaks = 0
  let from = 0
  let lastEnd = 0
  for (const tag of tagsOf(html)) {
    breaks = tag.name === 'br' ? breaks * Number(isBlank(html, lastEnd, tag.start)) + 1 : 0
    lastEnd = tag.end
    if (breaks <= MAX_BREAKS && depth.admits(tag)) continue
    kept.push(html.slice(from, tag.start))
    from = tag.end
  }
  kept.push(html.slice(from))
  return kept.join('')
}

function* tagsOf(html: string): Generator<Tag> {
  TAG.lastIndex = 0
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const closing = html.indexOf('>', TAG.lastIndex)
    if (closing === -1) return
    const end = closing + 1
    yield { name: (match[2] ?? '').toLowerCase(), leaves: match[1] === '/', start: match.index, end }
    TAG.lastIndex = end
  }
}

function isBlank(html: string, start: number, end: number): boolean {
  return html.slice(start, end).trim() === ''
}

/** How many containers are open, and which of those opened beyond the limit were left out and wait for their end tag. */
class Depth {
  #open = 0
  readonly #openOf = new Map<string, number>()
  readonly #leftOut = new Map<string, number>()

  admits({ name, leaves }: Tag): boolean {
    if (!CONTAINERS.has(name) && !name.includes('-')) return true
    return leaves ? this.#leaves(name) : this.#enters(name)
  }

  #enters(name: string): boolean {
    const same = this.#openOf.get(name) ?? 0
    if (this.#open >= MAX_DEPTH || (WEIGHED.has(name) && same >= MAX_SAME)) {
      this.#leftOut.set(name, (this.#leftOut.get(name) ?? 0) + 1)
      return false
    }
    this.#open++
    this.#openOf.set(name, same + 1)
    return true
  }

  #leaves(name: string): boolean {
    const leftOut = this.#leftOut.get(name) ?? 0
    if (leftOut > 0) {
      this.#leftOut.set(name, leftOut - 1)
      return false
    }
    this.#open = Math.max(0, this.#open - 1)
    this.#openOf.set(name, Math.max(0, (this.#openOf.get(name) ?? 0) - 1))
    return true
  }
}
