/**
 * The head row of a table that scrolls in a box of its own stays in sight: below the page's bar while the box's top is
 * scrolled out of the window.
 *
 * In: boxes with tables by report. Out: `--head` on their head rows, which the style sheet keeps them at. Never: on more
 * than the head row, so that a scroll costs no new style of the cells.
 */
import { all, one } from './dom.js'

type Boxed = { readonly box: HTMLElement; readonly head: HTMLElement }

export function startHeads(): void {
  const bar = one('.bar')
  const tables = all('.scroll').flatMap((box): readonly Boxed[] => {
    const head = one(':is(.matrix,.by-outlet)>thead', box)
    return head === null ? [] : [{ box, head }]
  })
  if (bar === null || tables.length === 0) return
  let asked = false
  const place = (): void => {
    asked = false
    const under = bar.getBoundingClientRect().bottom
    const shifts = tables.map(({ box, head }) => {
      const { top, bottom } = box.getBoundingClientRect()
      return Math.max(0, Math.min(under - top, bottom - top - head.offsetHeight))
    })
    tables.forEach(({ head }, index) => {
      head.style.setProperty('--head', `${Math.floor(shifts[index] ?? 0)}px`)
    })
  }
  const ask = (): void => {
    if (asked) return
    asked = true
    requestAnimationFrame(place)
  }
  addEventListener('scroll', ask, { passive: true })
  addEventListener('resize', ask)
  ask()
}
