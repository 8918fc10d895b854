/*
 * What changes on a page while its comparison or batch runs. Without it pages reload themselves and a button asks the server
 * for one more place; with it only what changed is written anew.
 */
'use strict'
const root = document.querySelector('[data-events]')
if (root && 'EventSource' in window) {
  const words = JSON.parse(root.dataset.words)
  const source = new EventSource(root.dataset.events)
  const write = (element, state) => {
    if (!element || element.dataset.state === state) return
    element.dataset.state = state
    element.className = 'state ' + state
    element.textContent = words[state] || state
  }
  source.addEventListener('progress', (event) => {
    const view = JSON.parse(event.data)
    write(root.querySelector('[data-comparison]'), view.state)
    for (const item of view.sources)
      write(root.querySelector('[data-source="' + item.position + '"]'), item.state)
    const bar = root.querySelector('progress')
    const { total, read, lost, fetched } = view.progress
    if (bar) bar.value = (read + lost + fetched / 2) / total
    const told = root.querySelector('[data-told]')
    const text =
      read + lost + ' of ' + total + ' sources done' + (fetched > 0 ? ', ' + fetched + ' fetched' : '')
    if (told && told.textContent.trim() !== text) told.textContent = text
  })
  source.addEventListener('final', () => {
    source.close()
    location.reload()
  })
}

const batch = document.querySelector('[data-batch]')
if (batch) {
  const look = async () => {
    const answer = await fetch(batch.dataset.batch).catch(() => null)
    if (answer && answer.ok) {
      const { finished, states, total } = await answer.json()
      if (finished) return location.reload()
      const done = states.complete + states.partial + states.failed
      batch.querySelector('progress').value = done
      const told = batch.querySelector('[data-told]')
      const text = done + ' of ' + total + ' events done'
      if (told.textContent.trim() !== text) told.textContent = text
    }
    setTimeout(look, 2000)
  }
  setTimeout(look, 1000)
}

const more = document.querySelector('[data-more]')
if (more)
  more.addEventListener('click', (event) => {
    event.preventDefault()
    const places = document.querySelectorAll('[data-text]')
    const place = places[places.length - 1].cloneNode(true)
    place.querySelector('[data-number]').textContent = places.length + 1
    for (const field of place.querySelectorAll('input, textarea')) field.value = ''
    document.querySelector('[data-texts]').append(place)
    place.querySelector('input').focus()
  })
