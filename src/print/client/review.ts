/** The reader’s review: a form in each opened finding, marks, the list of rulings, files out and in, keys from finding to finding. */
import type { Ruling } from '../../model/review.js'
import { verdictWords } from '../blocks.js'
import { all, allOf, make, one, oneOf, printedText, words } from './dom.js'
import { deskRulings, isVerdict, openRulings, readReview, type Rulings } from './rulings.js'
import type { Kept } from './settings.js'

/** Set by the build: the script of a report that a service hands out keeps rulings there; that of a file has no way to send. */
declare const AT_DESK: boolean

export function startReview(kept: Kept): void {
  const panel = one('[data-review]')
  const template = oneOf(HTMLTemplateElement, '[data-review-form]')
  if (panel === null || template === null) return
  const about = {
    title: panel.dataset['title'] ?? '',
    generator: panel.dataset['generator'] ?? '',
    sources: words(panel.dataset['sources']),
  }
  const { desk, mine = '' } = panel.dataset
  const rulings =
    !AT_DESK || desk === undefined
      ? openRulings(kept, about)
      : deskRulings({ href: desk, mine }, about, () => {
          changed()
        })
  // One's own stand in the form.
  for (const said of desk === undefined ? [] : all('.rulings [data-by]'))
    if (said.dataset['by'] === rulings.reviewer()) said.remove()
  const changed = (): void => {
    markFindings(rulings)
    list()
    document.dispatchEvent(new Event('synoptic-ruled'))
  }
  const openForms = (): void => {
    for (const finding of all('details.finding[open]')) formFor(finding, template, rulings, changed)
  }
  const list = startPanel(panel, rulings, kept, () => {
    for (const form of all('.finding .review')) form.remove()
    openForms()
    changed()
  })
  for (const finding of all('details.finding'))
    finding.addEventListener('toggle', () => {
      if (finding.hasAttribute('open')) formFor(finding, template, rulings, changed)
    })
  openForms()
  changed()
  startQueue(panel)
}

/** Marks each finding of the page with its ruling, for filters and for the eye. */
function markFindings(rulings: Rulings): void {
  for (const finding of all('details.finding')) {
    const ruling = rulings.of(finding.id)
    const item = finding.closest<HTMLElement>('[data-item]')
    if (item) item.dataset['ruled'] = ruling?.verdict ?? 'open'
    one('.badge', finding)?.remove()
    if (ruling)
      one('summary', finding)?.append(make('span', { class: 'badge' }, verdictWords[ruling.verdict]))
  }
}

function formFor(
  finding: HTMLElement,
  template: HTMLTemplateElement,
  rulings: Rulings,
  changed: () => void,
): void {
  const place = one('.evidence', finding)
  if (place === null || one('.review', place) !== null) return
  const form = template.content.cloneNode(true) as DocumentFragment
  const radios = allOf(HTMLInputElement, 'input[type="radio"]', form)
  const correction = oneOf(HTMLTextAreaElement, '.correction textarea', form)
  const note = oneOf(HTMLTextAreaElement, '.remark textarea', form)
  const said = one('.said', form)
  const box = one('.correction', form)
  const copied = one('.copy-row .note', form)
  if (!correction || !note || !box || !said || !copied) return
  const ruling = rulings.of(finding.id)
  for (const radio of radios) {
    radio.name = `ruling-${finding.id}`
    radio.checked = radio.value === (ruling?.verdict ?? '')
  }
  correction.value = ruling?.correction ?? ''
  note.value = ruling?.note ?? ''
  box.hidden = ruling?.verdict !== 'correct'
  let typing = false
  const save = (): void => {
    const verdict = radios.find((radio) => radio.checked)?.value ?? ''
    box.hidden = verdict !== 'correct'
    typing = false
    let told: string | Promise<string>
    if (isVerdict(verdict))
      told = rulings.put({
        target: { kind: 'finding', finding: finding.id },
        verdict,
        correction: verdict === 'correct' ? correction.value.trim() : '',
        note: note.value.trim(),
        at: new Date().toISOString(),
        sentence: currentSentence(finding).slice(0, 4000),
      })
    else if (note.value.trim() === '') told = rulings.remove(finding.id)
    else
      told = Promise.resolve(rulings.remove(finding.id)).then((words) =>
        `${words} A note is kept with a verdict.`.trim(),
      )
    said.textContent = typeof told === 'string' ? told : 'Keeping it …'
    void Promise.resolve(told).then((words) => {
      said.textContent = words
    })
    changed()
  }
  for (const control of [...radios, correction, note]) control.addEventListener('change', save)
  // A page that is left while somebody types hears of no change.
  for (const field of [correction, note])
    field.addEventListener('input', () => {
      typing = true
    })
  addEventListener('pagehide', () => {
    if (typing) save()
  })
  oneOf(HTMLButtonElement, '[data-copy]', form)?.addEventListener('click', () => {
    void copyFinding(finding).then((told) => {
      copied.textContent = told
    })
  })
  place.append(form)
}

function currentSentence(finding: Element): string {
  return one('.sentence', finding)?.textContent.trim() ?? ''
}

/**
 * As plain text for a mail or a document: the sentence, how sure, the passages with outlet, time and address, and the link to
 * the finding. Where the browser does not let a page write to the clipboard, the text is shown, selected.
 */
async function copyFinding(finding: Element): Promise<string> {
  const address = new URL(location.href)
  address.hash = finding.id
  const said = (selector: string, within: Element = finding): string => {
    const found = one(selector, within)
    return found ? printedText(found) : ''
  }
  const nameOf = ({ textContent: letter }: Element): string =>
    said(`#article-${letter.toLowerCase()} > h3`, document.body)
  const cards = all('.card', finding).map(
    (card) => `${all('.who .letter', card).map(nameOf).join(', ')}: ${said('blockquote', card)}`,
  )
  const sources = all('.sources li', finding).map((item) => {
    const facts = [
      ...all('.letter', item).map(nameOf),
      ...all(':scope > span:not(.ch)', item).map(printedText),
    ]
    const link = oneOf(HTMLAnchorElement, '.out', item)
    return [...facts, link?.href ?? ''].filter((part) => part !== '').join(' · ')
  })
  const text = [
    `${said('.kind')}. ${said('.sentence')}`,
    said('.sure'),
    ...cards,
    sources.join('\n'),
    address.href,
  ]
    .filter((line) => line !== '')
    .join('\n\n')
  try {
    await navigator.clipboard.writeText(text)
    return 'Copied.'
  } catch {
    const field = make('textarea', { rows: '8', 'aria-label': 'The difference as text', readonly: '' })
    field.value = text
    one('.copy-row textarea', finding)?.remove()
    one('.copy-row', finding)?.append(field)
    field.focus()
    field.select()
    return 'Copy the marked text.'
  }
}

/** Counts, lists, exports and imports rulings; gives what brings the list up to date. */
function startPanel(panel: HTMLElement, rulings: Rulings, kept: Kept, changed: () => void): () => void {
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
    say('All verdicts on this event are gone from this browser.')
    if (restore) restore.hidden = forgotten.length === 0
  })
  restore?.addEventListener('click', () => {
    void rulings.add(forgotten)
    forgotten = []
    changed()
    forget?.focus()
    restore.hidden = true
  })
  file?.addEventListener('change', () => {
    void taken(file, rulings).then((told) => {
      changed()
      if (reviewer) reviewer.value = rulings.reviewer()
      say(told)
    })
  })
  return () => {
    const list = rulings.all()
    const place =
      panel.dataset['desk'] !== undefined
        ? 'They are kept by the service.'
        : kept.lasting
          ? 'They are kept in this browser.'
          : 'This browser keeps nothing for this page: export before you close it.'
    // Of those that stand on the page: nobody can judge another.
    const live = list.filter(({ target }) => document.getElementById(target.finding) !== null).length
    const stale = list.filter(({ target }) => !known.has(target.finding)).length
    say(
      `${live} of ${all('details.finding').length} differences judged${stale === 0 ? '' : `; ${stale} no longer applying`}. ${place}`,
    )
    one('[data-ruled-list]', panel)?.replaceChildren(...list.map((ruling) => lineOf(ruling, known)))
  }
}

const countOf = (rulings: number): string => `${rulings} ${rulings === 1 ? 'verdict' : 'verdicts'}`

async function taken(input: HTMLInputElement, rulings: Rulings): Promise<string> {
  const chosen = input.files?.[0]
  if (chosen === undefined) return ''
  if (chosen.size > 20_000_000) return 'This file is too large for a review.'
  const read = readReview(await chosen.text())
  input.value = ''
  if ('trouble' in read) return read.trouble
  const { review } = read
  if (rulings.reviewer() === '') rulings.setReviewer(review.reviewer)
  const lost = await rulings.add(review.rulings)
  const who = review.reviewer === '' ? '' : ` by ${review.reviewer}`
  return `Imported ${countOf(review.rulings.length)}${who}; of two on one difference the newer is kept. ${lost}`.trim()
}

function lineOf(ruling: Ruling, known: ReadonlySet<string>): HTMLElement {
  const { target, verdict, note, correction, sentence } = ruling
  const item = make('li', { class: `ruled ${verdict}` }, make('b', {}, verdictWords[verdict]), ': ')
  const id = target.finding
  const there = document.getElementById(id)
  const small = (text: string, attributes = {}): void => {
    item.append(' ', make('small', attributes, text))
  }
  item.append(there ? make('a', { href: `#${id}`, dir: 'auto' }, sentence) : sentence)
  if (!known.has(id)) {
    item.classList.add('stale')
    small('No longer applies: this page has no such difference; its passages or sources have changed.')
  } else if (there && sentence !== currentSentence(there)) small('The difference is worded otherwise now.')
  if (correction !== '') small(`Should read: ${correction}`, { dir: 'auto' })
  if (note !== '') small(note, { dir: 'auto' })
  return item
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  make('a', { href: address, download: name }).click()
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

const keys: Readonly<Record<string, string>> = { r: 'accept', e: 'correct', w: 'dismiss', u: 'unsure' }

/** Ruling as a mode: keys (r, e, w, u, n) work while the focus is in an open finding, and not in a field of text. */
function startQueue(panel: HTMLElement): void {
  one('[data-next]', panel)?.addEventListener('click', () => {
    next(null)
  })
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    if (event.target.matches('textarea, input:not([type="radio"]), select')) return
    const finding = event.target.closest<HTMLElement>('details.finding[open]')
    if (finding === null) return
    if (event.key === 'n') next(finding)
    else {
      const radio = allOf(HTMLInputElement, '.review [type="radio"]', finding).find(
        ({ value }) => value === keys[event.key],
      )
      if (radio === undefined) return
      radio.click()
      radio.focus()
    }
    event.preventDefault()
  })
}

/** The first without a ruling after this one, else the first of all; its form has the focus. */
function next(finding: HTMLElement | null): void {
  const findings = all('details.finding')
  const from = finding === null ? 0 : findings.indexOf(finding) + 1
  const open = [...findings.slice(from), ...findings.slice(0, from)].find(
    (other) => other !== finding && other.closest('[data-ruled]')?.getAttribute('data-ruled') === 'open',
  )
  const status = one('[data-review-status]')
  if (open === undefined) {
    if (status) status.textContent = 'Every difference has a verdict.'
    return
  }
  location.hash = open.id
  open.setAttribute('open', '')
  // At once: the next key is of this finding.
  oneOf(HTMLElement, 'summary', open)?.focus()
  // The form is put in when the browser tells that the finding is open.
  setTimeout(() => {
    oneOf(HTMLInputElement, '.review [type="radio"]', open)?.focus({ preventScroll: true })
  })
}
