/** The reports side by side: which are shown, and how a sentence finds its match in the other columns. */
import { all, allOf, one, words } from './dom.js'
import { linkedTo } from './moving.js'

/** More columns than this are not shown at first; a reader may add them. */
const firstColumns = 2

export function startReading(): void {
  const place = one('[data-readings]')
  if (place === null) return
  const boxes = allOf(HTMLInputElement, 'input[data-column]')
  const articles = boxes.flatMap((box) => document.getElementById(box.dataset['column'] ?? '') ?? [])
  const sentences = all('[data-c]', place)
  boxes.forEach((box, index) => {
    box.checked = index < firstColumns
    box.addEventListener('change', showColumns)
  })
  for (const button of allOf(HTMLInputElement, 'input[name="layout"]'))
    button.addEventListener('change', () => {
      setLayout(button.value === 'parallel')
    })
  const columns = startColumns(place)
  const strip = startStrip(place, columns, () => articles.filter((article) => !article.hidden))
  setLayout(true)
  bringIn()
  addEventListener('hashchange', bringIn)
  const whenParallel = (act: (sentence: HTMLElement, event: Event) => void) => (event: Event) => {
    const { target } = event
    const sentence = target instanceof Element ? target.closest<HTMLElement>('[data-c]') : null
    if (sentence && isParallel()) act(sentence, event)
  }
  place.addEventListener(
    'click',
    whenParallel((sentence) => {
      sentence.focus()
    }),
  )
  place.addEventListener('focusin', whenParallel(choose))
  place.addEventListener('keydown', whenParallel(move))

  /** The report that a link leads to takes the second column where it does not show. */
  function bringIn(): void {
    const target = linkedTo()
    columns.lead(target)
    const wanted = articles.findIndex((article) => target !== null && article.contains(target))
    if (wanted < 0 || boxes[wanted]?.checked !== false) return
    const first = boxes.findIndex((box) => box.checked)
    boxes.forEach((box, index) => {
      box.checked = index === first || index === wanted
    })
    showColumns()
  }

  function isParallel(): boolean {
    return place?.classList.contains('parallel') ?? false
  }

  function setLayout(parallel: boolean): void {
    place?.classList.toggle('parallel', parallel)
    for (const tool of all('.parallel-tools')) tool.hidden = !parallel
    for (const sentence of sentences) {
      if (parallel) sentence.setAttribute('tabindex', '-1')
      else sentence.removeAttribute('tabindex')
      sentence.classList.remove('lit')
    }
    if (parallel) for (const article of articles) within(article)[0]?.setAttribute('tabindex', '0')
    for (const body of all('.body', place ?? document)) {
      if (parallel) body.setAttribute('tabindex', '0')
      else body.removeAttribute('tabindex')
    }
    showColumns()
  }

  function showColumns(): void {
    articles.forEach((article, index) => {
      article.hidden = isParallel() && boxes[index]?.checked === false
    })
    strip.draw()
  }

  function move(sentence: HTMLElement, event: Event): void {
    const mine = within(homeOf(sentence))
    const at = mine.indexOf(sentence)
    const targets: Readonly<Record<string, () => HTMLElement | undefined>> = {
      ArrowDown: () => mine[at + 1],
      ArrowUp: () => mine[at - 1],
      ArrowRight: () => beside(sentence, 1),
      ArrowLeft: () => beside(sentence, -1),
    }
    const target = event instanceof KeyboardEvent ? targets[event.key]?.() : undefined
    if (target === undefined) return
    target.focus({ preventScroll: true })
    event.preventDefault()
  }

  /** The match in the nearest shown column on that side that has one. */
  function beside(sentence: HTMLElement, step: 1 | -1): HTMLElement | undefined {
    const shown = articles.filter((article) => !article.hidden)
    const from = shown.findIndex((article) => article.contains(sentence))
    const order = step === 1 ? shown.slice(from + 1) : shown.slice(0, Math.max(0, from)).reverse()
    return order.flatMap((article) => matchOf(sentence, within(article)) ?? [])[0]
  }

  function choose(sentence: HTMLElement): void {
    const home = homeOf(sentence)
    for (const other of sentences) other.classList.remove('lit')
    for (const other of within(home)) other.setAttribute('tabindex', other === sentence ? '0' : '-1')
    sentence.classList.add('lit')
    reveal(sentence, columns)
    sentence.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const level = sentence.getBoundingClientRect().top
    const found: string[] = []
    const missing: string[] = []
    for (const article of articles) {
      if (article === home || article.hidden) continue
      const match = matchOf(sentence, within(article))
      const name = one('.letter', article)?.textContent ?? ''
      if (match === undefined) missing.push(name)
      else {
        found.push(name)
        match.classList.add('lit')
        const body = match.closest('.body')
        if (body) columns.moveBy(body, match.getBoundingClientRect().top - level)
      }
    }
    strip.draw()
    const status = one('[data-reading-status]')
    if (status)
      status.textContent = [
        found.length === 0 ? '' : `What matches it is marked in ${found.join(', ')}.`,
        missing.length === 0 ? '' : `Nothing matches it in ${missing.join(', ')}.`,
      ]
        .filter((part) => part !== '')
        .join(' ')
  }
}

/** The sentences of a report that another has, too. */
function within(article: Element): readonly HTMLElement[] {
  return all('[data-c]', article)
}

function homeOf(sentence: HTMLElement): Element {
  return sentence.closest('article') ?? sentence
}

type Columns = {
  /** Scrolls a column by so many pixels. */
  readonly moveBy: (body: Element, pixels: number) => void
  /** The column that holds it, if one does, is the one that a reader is in. */
  readonly lead: (at: EventTarget | null) => void
  /** Whether the scroll that is told of now is a reader's. */
  readonly isRead: (body: Element) => boolean
}

/**
 * A column that is moved here tells of its scroll a frame later, as if a reader had scrolled it; so does one whose lines change
 * their height.
 */
function startColumns(place: HTMLElement): Columns {
  const moved = new Set<Element>()
  let led: Element | null = null
  const lead = (at: EventTarget | null): void => {
    led = (at instanceof Element ? at.closest('.body') : null) ?? led
  }
  for (const kind of ['pointerover', 'focusin', 'keydown'])
    place.addEventListener(kind, ({ target }) => {
      lead(target)
    })
  return {
    lead,
    moveBy: (body, pixels) => {
      const before = body.scrollTop
      body.scrollTop += pixels
      if (body.scrollTop !== before) moved.add(body)
    },
    isRead: (body) => !moved.delete(body) && body === led,
  }
}

const namespace = 'http://www.w3.org/2000/svg'

/** The strip between two reports: a line from each sentence in sight to its match; the other column follows the scrolled one. */
function startStrip(
  place: HTMLElement,
  columns: Columns,
  shown: () => readonly HTMLElement[],
): { readonly draw: () => void } {
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('class', 'strip')
  svg.setAttribute('aria-hidden', 'true')
  let asked = false
  const paint = (): void => {
    asked = false
    const [left, right, ...more] = shown()
    svg.replaceChildren()
    if (!place.classList.contains('parallel') || !left || !right || more.length > 0) {
      svg.remove()
      return
    }
    if (svg.parentElement !== place) place.append(svg)
    for (const pair of pairsOf(left, right)) svg.append(line(place, pair))
  }
  const draw = (): void => {
    if (asked) return
    asked = true
    requestAnimationFrame(paint)
  }
  // The column that a reader scrolls leads; another is not followed in turn.
  place.addEventListener(
    'scroll',
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches('.body') && columns.isRead(target))
        follow(target, columns, shown())
      draw()
    },
    { capture: true, passive: true },
  )
  place.addEventListener('toggle', draw, { capture: true })
  addEventListener('resize', draw)
  document.addEventListener('synoptic-tab', draw)
  return { draw }
}

type Pair = { readonly from: HTMLElement; readonly to: HTMLElement }

function pairsOf(left: HTMLElement, right: HTMLElement): readonly Pair[] {
  const there = within(right)
  return within(left).flatMap((from) => {
    const to = inSight(from) ? matchOf(from, there) : undefined
    return to === undefined || !inSight(to) ? [] : [{ from, to }]
  })
}

function matchOf(sentence: HTMLElement, there: readonly HTMLElement[]): HTMLElement | undefined {
  const mine = new Set(words(sentence.dataset['c']))
  return there.find((other) => words(other.dataset['c']).some((number) => mine.has(number)))
}

function inSight(sentence: HTMLElement): boolean {
  const body = sentence.closest('.body')?.getBoundingClientRect()
  const at = sentence.getBoundingClientRect()
  return body !== undefined && sentence.checkVisibility() && at.bottom > body.top && at.top < body.bottom
}

function line(place: HTMLElement, { from, to }: Pair): SVGPathElement {
  const origin = place.getBoundingClientRect()
  const side = (sentence: HTMLElement, edge: 'left' | 'right'): readonly [number, number] => {
    const box = (sentence.closest('.body') ?? sentence).getBoundingClientRect()
    const at = sentence.getBoundingClientRect()
    const middle = (Math.max(at.top, box.top) + Math.min(at.bottom, box.bottom)) / 2
    return [box[edge] - origin.left + place.scrollLeft, middle - origin.top]
  }
  const [[x1, y1], [x2, y2]] = [side(from, 'right'), side(to, 'left')]
  const bend = (x1 + x2) / 2
  const path = document.createElementNS(namespace, 'path')
  path.setAttribute('d', `M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}`)
  if (from.classList.contains('lit')) path.setAttribute('class', 'lit')
  return path
}

/** The other column moves so that the first matched sentence in sight stands level. */
function follow(body: HTMLElement, columns: Columns, shown: readonly HTMLElement[]): void {
  const home = shown.find((article) => article.contains(body))
  const [other, ...more] = shown.filter((article) => article !== home)
  const otherBody = other === undefined ? null : one('.body', other)
  if (other === undefined || otherBody === null || more.length > 0) return
  const there = within(other)
  const top = body.getBoundingClientRect().top
  for (const sentence of within(body)) {
    const at = sentence.getBoundingClientRect().top
    const match = at < top || !inSight(sentence) ? undefined : matchOf(sentence, there)
    if (match === undefined) continue
    columns.moveBy(otherBody, match.getBoundingClientRect().top - at)
    return
  }
}

/** Brings a sentence into its column's window. */
function reveal(sentence: HTMLElement, columns: Columns): void {
  const body = sentence.closest('.body')
  if (body === null) return
  const [inner, outer] = [sentence.getBoundingClientRect(), body.getBoundingClientRect()]
  if (inner.top < outer.top) columns.moveBy(body, inner.top - outer.top - 16)
  else if (inner.bottom > outer.bottom) columns.moveBy(body, inner.bottom - outer.bottom + 16)
}
