/**
 * The reports side by side: which are shown, and how a sentence finds its match in the other columns.
 *
 * In: the articles of the page; sentences that tell the same thing carry the same number in `data-c`. Out: focus, marks
 * and scroll positions of the columns. Never: moves the page itself while a reader is in a column.
 */
import { all, allOf, one, words } from './dom.js'
import { startStrip } from './strip.js'

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
  const strip = startStrip(place, () => articles.filter((article) => !article.hidden))
  setLayout(true)
  bringIn()
  addEventListener('hashchange', bringIn)
  place.addEventListener('click', (event) => {
    const sentence = sentenceOf(event.target)
    if (sentence && isParallel()) sentence.focus()
  })
  place.addEventListener('focusin', (event) => {
    const sentence = sentenceOf(event.target)
    if (sentence && isParallel()) choose(sentence)
  })
  place.addEventListener('keydown', (event) => {
    const sentence = sentenceOf(event.target)
    if (sentence && isParallel() && move(sentence, event.key)) event.preventDefault()
  })

  /** The report that a link leads to takes the second column where it does not show. */
  function bringIn(): void {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
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

  function within(article: HTMLElement): readonly HTMLElement[] {
    return sentences.filter((sentence) => article.contains(sentence))
  }

  function articleOf(sentence: HTMLElement): HTMLElement | undefined {
    return articles.find((article) => article.contains(sentence))
  }

  function matchIn(article: HTMLElement, sentence: HTMLElement): HTMLElement | undefined {
    const mine = new Set(words(sentence.dataset['c']))
    return within(article).find((other) => words(other.dataset['c']).some((number) => mine.has(number)))
  }

  function move(sentence: HTMLElement, key: string): boolean {
    const home = articleOf(sentence)
    if (home === undefined) return false
    const mine = within(home)
    const at = mine.indexOf(sentence)
    const target =
      key === 'ArrowDown'
        ? mine[at + 1]
        : key === 'ArrowUp'
          ? mine[at - 1]
          : key === 'ArrowRight' || key === 'ArrowLeft'
            ? beside(sentence, home, key === 'ArrowRight' ? 1 : -1)
            : undefined
    target?.focus({ preventScroll: true })
    return target !== undefined
  }

  /** The match in the nearest shown column on that side that has one. */
  function beside(sentence: HTMLElement, home: HTMLElement, step: 1 | -1): HTMLElement | undefined {
    const shown = articles.filter((article) => !article.hidden)
    const from = shown.indexOf(home)
    const order = step === 1 ? shown.slice(from + 1) : shown.slice(0, Math.max(0, from)).reverse()
    for (const article of order) {
      const match = matchIn(article, sentence)
      if (match) return match
    }
    return undefined
  }

  function choose(sentence: HTMLElement): void {
    const home = articleOf(sentence)
    if (home === undefined) return
    for (const other of sentences) other.classList.remove('lit')
    for (const other of within(home)) other.setAttribute('tabindex', other === sentence ? '0' : '-1')
    sentence.classList.add('lit')
    reveal(sentence)
    const level = sentence.getBoundingClientRect().top
    const found: string[] = []
    const missing: string[] = []
    for (const article of articles) {
      if (article === home || article.hidden) continue
      const match = matchIn(article, sentence)
      const name = one('.letter', article)?.textContent ?? ''
      if (match === undefined) missing.push(name)
      else {
        found.push(name)
        match.classList.add('lit')
        const body = match.closest('.body')
        if (body) body.scrollTop += match.getBoundingClientRect().top - level
      }
    }
    strip.draw()
    const status = one('[data-reading-status]')
    if (status)
      status.textContent = [
        found.length === 0 ? '' : `The same in ${found.join(', ')}.`,
        missing.length === 0 ? '' : `No matched sentence in ${missing.join(', ')}.`,
      ]
        .filter((part) => part !== '')
        .join(' ')
  }
}

function sentenceOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-c]') : null
}

/** Brings a sentence into its column's window. */
function reveal(sentence: HTMLElement): void {
  const body = sentence.closest('.body')
  if (body === null) return
  const [inner, outer] = [sentence.getBoundingClientRect(), body.getBoundingClientRect()]
  if (inner.top < outer.top) body.scrollTop -= outer.top - inner.top + 16
  else if (inner.bottom > outer.bottom) body.scrollTop += inner.bottom - outer.bottom + 16
}
