/*
 * The window that the bookmark opens: asks its opener for the page, takes out what is nobody's business, shows what is left, and
 * puts it into the form. Nothing is sent before a person presses the button.
 */
'use strict'
const root = document.querySelector('[data-take]')
const part = (name) => root.querySelector('[data-' + name + ']')

const mark = part('mark')
mark.href = 'javascript:' + encodeURIComponent(mark.dataset.mark.replace('SERVICE', location.origin))
mark.hidden = false
mark.addEventListener('click', (event) => event.preventDefault())
/* Whoever names a new story wants one. */
root.querySelector('[name=title]').addEventListener('input', () => {
  root.querySelector('[name=story][value=""]').checked = true
})

const told = part('told')
const forbidden = (why) => {
  told.textContent = why + ' Save the page (Ctrl+S) and drop the file below.'
}

/* Data about the article, which no browser runs. */
const linkedData = 'script[type="application/ld+json"]'
const unwanted = [
  ['script', 'script:not([type="application/ld+json"]), noscript, template'],
  ['style', 'style, link:not([rel~="canonical"])'],
  ['frame or plug-in', 'iframe, frame, frameset, object, embed, applet, portal, canvas'],
  ['input', 'input, textarea, select, button, datalist, output, option, keygen'],
  ['hidden part', '[hidden], [style*="display:none" i], [style*="display: none" i]'],
]
const about =
  /^(?:og|article|dc|dcterms|parsely|sailthru|citation|twitter|news)[:._-]|^(?:author|date|pubdate|publish|lastmod|last-modified|description|title)/i
const attributes = new Set(
  'alt cite class colspan content datetime dir href id itemprop itemscope itemtype lang name property rel role rowspan src title'.split(
    ' ',
  ),
)

function cleaned(html) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const counts = []
  for (const [name, selector] of unwanted) {
    const found = [...page.querySelectorAll(selector)].filter((element) => !element.matches(linkedData))
    for (const element of found) element.remove()
    counts.push([name, found.length])
  }
  const forms = [...page.querySelectorAll('form')]
  /* Some sites wrap all of a page in a form. */
  for (const form of forms)
    if (form.querySelector('article, h1, p + p')) form.replaceWith(...form.childNodes)
    else form.remove()
  counts.push(['form', forms.length])
  for (const meta of page.querySelectorAll('meta'))
    if (!about.test(meta.getAttribute('property') || meta.name || meta.getAttribute('itemprop') || ''))
      meta.remove()
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  const comments = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) comment.remove()
  for (const element of page.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes]) {
      const kept = attributes.has(name) || (name === 'type' && element.matches(linkedData))
      if (!kept || /^\s*(?:javascript|data|blob):/i.test(value)) element.removeAttribute(name)
    }
  const charset = page.createElement('meta')
  charset.setAttribute('charset', 'utf-8')
  page.head.prepend(charset)
  return { page, counts }
}

function textOf(page) {
  const blocks = page.body.querySelectorAll('h1, h2, h3, h4, p, li, blockquote, figcaption, td')
  const own = [...blocks].filter((block) => !block.querySelector('h1, h2, h3, h4, p, li, blockquote, td'))
  return own
    .map((block) => block.textContent.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n\n')
}

function take({ url, html, hidden }) {
  const { page, counts } = cleaned(html)
  const kept = '<!doctype html>\n' + page.documentElement.outerHTML
  if (new Blob([kept]).size > Number(root.dataset.most))
    return forbidden('This page is too large to be kept whole.')
  const removed = counts.map(([name, count]) => [name, name === 'hidden part' ? count + hidden : count])
  const list = removed
    .filter(([, count]) => count > 0)
    .map(([name, count]) => count + ' ' + name + (count > 1 ? 's' : ''))
  root.querySelector('[name=address]').value = url
  root.querySelector('[name=html]').value = kept
  part('text').textContent = textOf(page).slice(0, 200000) || 'No text was found on this page.'
  part('source').textContent = kept.slice(0, 1000000)
  part('removed').textContent =
    list.length > 0 ? 'Left out: ' + list.join(', ') + '.' : 'Nothing had to be left out.'
  part('file').hidden = true
  part('shown').hidden = false
  told.textContent = 'This is what would be kept of ' + (page.title || url) + '. Nothing is kept yet.'
  root.querySelector('form button').focus()
}

function arrived(event) {
  if (event.source !== opener || !event.data || event.data.synoptic !== 'page') return
  removeEventListener('message', arrived)
  clearTimeout(late)
  const { url, html, hidden } = event.data
  const isPage = typeof url === 'string' && typeof html === 'string' && Number.isInteger(hidden)
  if (!isPage || !/^https?:/i.test(url) || new URL(url).origin !== event.origin)
    forbidden('What came is not the page that was open.')
  else if (html.length > 4 * Number(root.dataset.most)) forbidden('This page is too large to be kept whole.')
  else take({ url, html, hidden })
}

/* A file is dropped anywhere on the page: the browser would else open it in place of this. */
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  const { files } = event.dataTransfer
  if (event.target.matches('input')) return
  event.preventDefault()
  if (files.length > 0) root.querySelector('[name=files]').files = files
})

let late
if (opener) {
  told.textContent = 'Waiting for the page …'
  late = setTimeout(() => forbidden('The page does not hand itself over.'), 5000)
  addEventListener('message', arrived)
  opener.postMessage('synoptic: ready', '*')
}
