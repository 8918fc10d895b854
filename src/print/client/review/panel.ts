/**
 * The part of the page where rulings are counted, listed, exported and imported.
 *
 * In: the rulings and the findings of this page. Out: the list, with those that no longer apply marked; files. Never: a
 * request; a file is made and read in the page.
 */
import type { Ruling } from '../../../model/review.js'
import { all, make, one, oneOf, words } from '../dom.js'
import type { Kept } from '../kept.js'
import { readReview } from './exchange.js'
import type { Rulings } from './store.js'

const verdictWords = { accept: 'accepted', correct: 'corrected', dismiss: 'dismissed' } as const

export function startPanel(
  panel: HTMLElement,
  rulings: Rulings,
  kept: Kept,
  changed: () => void,
): () => void {
  const known = new Set(words(panel.dataset['known']))
  const reviewer = oneOf(HTMLInputElement, '[data-reviewer]', panel)
  const file = oneOf(HTMLInputElement, '[data-import]', panel)
  const status = one('[data-review-status]', panel)
  const say = (text: string): void => {
    if (status) status.textContent = text
  }
  if (reviewer) {
    reviewer.value = rulings.reviewer()
    reviewer.addEventListener('change', () => {
      rulings.setReviewer(reviewer.value.trim())
    })
  }
  one('[data-export]', panel)?.addEventListener('click', () => {
    save(rulings.text(), `review${slug(rulings.reviewer())}.json`)
    say(`Exported ${countOf(rulings.all().length)}.`)
  })
  const forget = one('[data-forget]', panel)
  const restore = one('[data-restore]', panel)
  let forgotten: readonly Ruling[] = []
  forget?.addEventListener('click', () => {
    if (rulings.all().length > 0) forgotten = rulings.all()
    rulings.clear()
    changed()
    say('All rulings on this event are gone from this browser.')
    if (restore) restore.hidden = forgotten.length === 0
  })
  restore?.addEventListener('click', () => {
    rulings.add(forgotten)
    forgotten = []
    changed()
    forget?.focus()
    restore.hidden = true
  })
  file?.addEventListener('change', () => {
    void take(file).then((told) => {
      changed()
      if (reviewer) reviewer.value = rulings.reviewer()
      say(told)
    })
  })

  async function take(input: HTMLInputElement): Promise<string> {
    const chosen = input.files?.[0]
    if (chosen === undefined) return ''
    if (chosen.size > 20_000_000) return 'This file is too large for a review.'
    const read = readReview(await chosen.text())
    input.value = ''
    if ('trouble' in read) return read.trouble
    const { review } = read
    if (rulings.reviewer() === '') rulings.setReviewer(review.reviewer)
    rulings.add(review.rulings)
    const who = review.reviewer === '' ? '' : ` by ${review.reviewer}`
    return `Imported ${countOf(review.rulings.length)}${who}; of two on one finding the newer is kept.`
  }

  return () => {
    const list = rulings.all()
    const place = kept.lasting
      ? 'They are kept in this browser.'
      : 'This browser keeps nothing for this page: export before you close it.'
    const live = list.filter(({ target }) => target.kind === 'cell' || known.has(target.finding)).length
    const stale = list.length - live
    say(
      `${live} of ${known.size} findings ruled on${stale === 0 ? '' : `; ${stale} no longer applying`}. ${place}`,
    )
    one('[data-ruled-list]', panel)?.replaceChildren(...list.map((ruling) => line(ruling, known)))
  }
}

const countOf = (rulings: number): string => `${rulings} ${rulings === 1 ? 'ruling' : 'rulings'}`

function line(ruling: Ruling, known: ReadonlySet<string>): HTMLElement {
  const { target, verdict, note, correction, sentence } = ruling
  const item = make('li', { class: `ruled ${verdict}` }, make('b', {}, verdictWords[verdict]), ': ')
  const id = target.kind === 'finding' ? target.finding : null
  const there = id === null ? null : document.getElementById(id)
  item.append(there && id !== null ? make('a', { href: `#${id}`, dir: 'auto' }, sentence) : sentence)
  if (id !== null && !known.has(id)) {
    item.classList.add('stale')
    item.append(
      ' ',
      make(
        'small',
        {},
        'No longer applies: this report has no such finding; its passages or sources have changed.',
      ),
    )
  } else if (there && sentence !== currentSentence(there)) {
    item.append(' ', make('small', {}, 'The finding is worded differently now.'))
  }
  if (correction !== '') item.append(' ', make('small', { dir: 'auto' }, `Should read: ${correction}`))
  if (note !== '') item.append(' ', make('small', { dir: 'auto' }, note))
  return item
}

export function currentSentence(finding: Element): string {
  return one('.sentence', finding)?.textContent.trim() ?? ''
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = make('a', { href: address, download: name })
  link.click()
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 10_000)
}

/** `A. Brandt` is `-a-brandt`. */
function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return plain === '' ? '' : `-${plain}`
}

/** Marks each finding of the page with its ruling, for filters and for the eye. */
export function markFindings(rulings: Rulings): void {
  for (const finding of all('details.finding')) {
    const ruling = rulings.of(`finding ${finding.id}`)
    const item = finding.closest<HTMLElement>('[data-item]')
    if (item) item.dataset['ruled'] = ruling?.verdict ?? 'open'
    const summary = one('summary', finding)
    const badge = one('.badge', finding)
    if (ruling === undefined) badge?.remove()
    else if (badge) badge.textContent = verdictWords[ruling.verdict]
    else summary?.append(make('span', { class: 'badge' }, verdictWords[ruling.verdict]))
  }
}
