/*
 * The bookmark: runs in the page that somebody reads. Opens a window of the service and, when that asks, hands it a copy of the
 * page without the parts that nobody sees. Knows no key, and sends nothing to anybody else.
 */
;(() => {
  const service = 'SERVICE'
  const taking = open(service + '/take', '_blank', 'popup,width=760,height=900')
  if (!taking)
    return alert('This page lets no window open. Save it (Ctrl+S), and drop the file at ' + service + '/take')
  const hand = (event) => {
    if (event.source !== taking || event.origin !== service || event.data !== 'synoptic: ready') return
    removeEventListener('message', hand)
    const copy = document.documentElement.cloneNode(true)
    const seen = document.querySelectorAll('body *')
    let hidden = 0
    copy.querySelectorAll('body *').forEach((element, at) => {
      if (element.localName === 'script' || element.localName === 'noscript') return
      const { display, visibility } = getComputedStyle(seen[at])
      if (display !== 'none' && (visibility === 'visible' || element.childElementCount > 0)) return
      hidden++
      element.remove()
    })
    taking.postMessage({ synoptic: 'page', url: location.href, html: copy.outerHTML, hidden }, service)
  }
  addEventListener('message', hand)
})()
