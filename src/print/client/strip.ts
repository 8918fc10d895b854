/**
 * The strip between two reports side by side: a line from each sentence in sight to its match, and the other column follows
 * so that they stand level.
 *
 * In: the place of the columns, which articles show. Out: lines; scroll positions. Never: a line to a sentence out of sight.
 */
import { all, one, words } from './dom.js'

const namespace = 'http://www.w3.org/2000/svg'

export type Strip = { readonly draw: () => void }

export function startStrip(place: HTMLElement, shown: () => readonly HTMLElement[]): Strip {
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
  // The column that a reader scrolls leads; what it moves is not followed in turn.
  let led: Element | null = null
  place.addEventListener(
    'scroll',
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches('.body'))
        if (led === target) led = null
        else led = follow(target, shown())
      draw()
    },
    { capture: true, passive: true },
  )
  addEventListener('resize', draw)
  document.addEventListener('synoptic-tab', draw)
  return { draw }
}

type Pair = { readonly from: HTMLElement; readonly to: HTMLElement }

function pairsOf(left: HTMLElement, right: HTMLElement): readonly Pair[] {
  const there = all('[data-c]', right)
  return all('[data-c]', left).flatMap((from) => {
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
  return body !== undefined && at.bottom > body.top && at.top < body.bottom
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

/** The other column moves so that the first matched sentence in sight stands level; gives the body that was moved. */
function follow(body: HTMLElement, shown: readonly HTMLElement[]): Element | null {
  const home = shown.find((article) => article.contains(body))
  const [other, ...more] = shown.filter((article) => article !== home)
  const otherBody = other === undefined ? null : one('.body', other)
  if (other === undefined || otherBody === null || more.length > 0) return null
  const there = all('[data-c]', other)
  const top = body.getBoundingClientRect().top
  for (const sentence of all('[data-c]', body)) {
    const at = sentence.getBoundingClientRect().top
    const match = at < top ? undefined : matchOf(sentence, there)
    if (match === undefined) continue
    const before = otherBody.scrollTop
    otherBody.scrollTop += match.getBoundingClientRect().top - at
    return otherBody.scrollTop === before ? null : otherBody
  }
  return null
}
