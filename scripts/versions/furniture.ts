/**
 * A page fetched again while its report stayed as it was: links to other reports are others and more, times tick, counts
 * grow, offers, notices and advertisements come and go, generated names change.
 *
 * In: a page, what is known to belong to its report, titles of other pages, a seed. Out: the page, changed, and how often.
 * Never: touches a block that holds words of the report.
 */
import { JSDOM, VirtualConsole } from 'jsdom'
import { randomOf, type Random } from './random.js'

export type Known = { readonly body: string; readonly titles: readonly string[] }
export type Changed = { readonly html: string; readonly changes: number }

const BLOCKS = 'p,li,h1,h2,h3,h4,h5,h6,div,section,article,aside,td,blockquote,figcaption,figure,dd,dt'
const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

export function withOtherFurniture(html: string, { body, titles }: Known, seed: string): Changed {
  const random = randomOf(seed)
  const { window } = new JSDOM(html, { virtualConsole: new VirtualConsole() })
  const { document } = window
  const known = squeezed(body)
  const isOfReport = (element: Element): boolean => {
    const own = squeezed(element.textContent)
    return own.length > 0 && (known.includes(own) || sharesWords(own, known))
  }
  let changes = 0
  const count = (): void => {
    changes++
  }
  linksToOthers(document, titles, random, isOfReport, count)
  ticking(document, random, isOfReport, count)
  timesOfChange(document, random, count)
  generatedNames(document, random, count)
  boxes(document, titles, random, body, count)
  const changed = `<!doctype html>${document.documentElement.outerHTML}`
  window.close()
  return { html: changed, changes }
}

/** Some 24 characters in a row of the block stand in the report. */
function sharesWords(own: string, known: string): boolean {
  for (let at = 0; at + 24 <= own.length; at += 12) if (known.includes(own.slice(at, at + 24))) return true
  return false
}

type Is = (element: Element) => boolean

/** Titles that lead elsewhere, in lists, boxes, heads and feet. */
function linksToOthers(
  document: Document,
  titles: readonly string[],
  random: Random,
  isOfReport: Is,
  count: () => void,
): void {
  for (const link of document.querySelectorAll('a[href]')) {
    const words = link.textContent.trim().split(/\s+/u)
    const block = link.closest(BLOCKS)
    if (words.length < 4 || !block || link.closest('h1') || link.querySelector(BLOCKS)) continue
    const isAlone = block.textContent.trim().length <= link.textContent.trim().length * 1.3
    if (!isAlone || isOfReport(block) || random.below(10) < 3) continue
    link.textContent = random.one(titles)
    link.setAttribute('href', `/other/${random.below(1_000_000)}`)
    count()
  }
}

const AGO =
  /\b\d{1,2}(?= (?:minutes?|mins?|hours?|hrs?|days?|Minuten|Stunden|minuti|ore|minutos|horas|minutes|heures)\b)/u
const COUNTED =
  /^\s*\(?\d[\d.,]*\)?(?=\s*(?:comments?|shares?|likes?|views?|reads?|Kommentare?|commentaires?|comentarios|reacties)\s*$)/iu

function ticking(document: Document, random: Random, isOfReport: Is, count: () => void): void {
  const walker = document.createTreeWalker(document.body, 4)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? ''
    const parent = node.parentElement
    if (!parent || text.length > 80 || parent.closest('script,style,p')) continue
    const pattern = /\bago\b|^\s*(?:vor|hace|il y a|fa)\b/u.test(text) ? AGO : COUNTED
    if (!pattern.test(text) || isOfReport(parent)) continue
    node.nodeValue = text.replace(pattern, String(1 + random.below(58)))
    count()
  }
}

const LATER = /(?<=T\d{2}:)\d{2}/u

function timesOfChange(document: Document, random: Random, count: () => void): void {
  const minutes = (): string => String(random.below(60)).padStart(2, '0')
  for (const meta of document.querySelectorAll(
    'meta[property$="modified_time"],meta[property$="updated_time"],meta[itemprop="dateModified"]',
  )) {
    meta.setAttribute('content', (meta.getAttribute('content') ?? '').replace(LATER, minutes()))
    count()
  }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const before = script.textContent
    script.textContent = before.replace(
      /("dateModified"\s*:\s*"[^"]{0,20}T\d{2}:)\d{2}/gu,
      (_, start: string) => start + minutes(),
    )
    if (script.textContent !== before) count()
  }
}

function generatedNames(document: Document, random: Random, count: () => void): void {
  for (const element of document.querySelectorAll('[nonce],[data-id],[data-testid],[id*="ad"],iframe')) {
    for (const name of ['nonce', 'data-id'])
      if (element.hasAttribute(name)) element.setAttribute(name, `${random.below(1e9)}`)
    if (element.tagName === 'IFRAME') element.setAttribute('src', `https://ads.example/${random.below(1e9)}`)
    count()
  }
}

/** What pages set around and into a report, one of each. */
function boxes(
  document: Document,
  titles: readonly string[],
  random: Random,
  body: string,
  count: () => void,
): void {
  const titled = (n: number): string =>
    Array.from(
      { length: n },
      () => `<li><a href="/other/${random.below(1e6)}">${escaped(random.one(titles))}</a></li>`,
    ).join('')
  const place = (html: string, where: 'beforebegin' | 'afterbegin' | 'beforeend', element: Element): void => {
    element.insertAdjacentHTML(where, html)
    count()
  }
  place(
    `<div class="breaking-news" role="alert"><a href="/b">Breaking: ${escaped(random.one(titles))}</a></div>`,
    'afterbegin',
    document.body,
  )
  place(
    `<div class="cookie-consent" role="dialog"><p>We and our partners store and access information on your device. You can change your choice at any time.</p><button>Accept all</button></div>`,
    'beforeend',
    document.body,
  )
  place(
    `<section class="most-read"><h2>Most read</h2><ol>${titled(5)}</ol></section>`,
    'beforeend',
    document.body,
  )
  place(
    `<section id="comments" class="comments"><h2>${2 + random.below(90)} comments</h2><ul class="comment-list"><li class="comment"><span class="author">reader${random.below(99)}</span> <time>${1 + random.below(9)} hours ago</time><p>I have been saying this for years and nobody listened to us then.</p></li></ul></section>`,
    'beforeend',
    document.body,
  )
  const paragraphs = [...document.querySelectorAll('p')].filter((p) => {
    const own = squeezed(p.textContent)
    return own.length > 80 && squeezed(body).includes(own)
  })
  const [third, fifth] = [paragraphs[2], paragraphs[4]]
  if (third)
    place(
      `<aside class="related-articles"><h3>Related</h3><ul>${titled(3)}</ul></aside>`,
      'beforebegin',
      third,
    )
  if (fifth)
    place(
      `<div class="newsletter-signup"><h3>Sign up for our newsletter</h3><p>Get the day’s headlines in your inbox every morning.</p><form><input type="email"><button>Sign up</button></form></div><div class="ad-slot" id="ad-${random.below(1e6)}"><span>Advertisement</span></div>`,
      'beforebegin',
      fifth,
    )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
