/*
 * On every page: the reader's colours and times in the reader's zone, UTC on demand. On the page of a comparison or batch that is
 * under way: what changed is written anew. Without it pages tell UTC, and a link looks again.
 */
'use strict'
const kept = {
  get: (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  set: (key, value) => {
    try {
      localStorage.setItem(key, value)
    } catch {
      /* Some browsers keep nothing; the page is as it was. */
    }
  },
}
/* The choice is made in a report. */
const theme = kept.get('synoptic-theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme

const parts = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
}
const times = new Intl.DateTimeFormat('en-GB', parts)
const { timeZone } = times.resolvedOptions()
function inZone(time) {
  const told = {}
  for (const { type, value } of times.formatToParts(new Date(time.dateTime))) told[type] = value
  const month = time.dataset.short === undefined ? told.month : told.month.slice(0, 3)
  return told.day + ' ' + month + ' ' + told.year + ', ' + told.hour + ':' + told.minute
}
function tellTimes(within) {
  if (kept.get('synoptic-times') === 'utc' || timeZone === 'UTC') return
  for (const time of within.querySelectorAll('time[datetime*=T]')) {
    time.title = time.textContent
    time.textContent = inZone(time)
  }
}

/* In a sentence, why a request came to nothing; null where there was no answer. */
async function troubleOf(answer) {
  if (!answer) return 'The service does not answer.'
  if (answer.status === 401) return 'You are no longer signed in. Sign in in another window, and try again.'
  const { detail } = await answer.json().catch(() => ({}))
  return detail || 'The service says ' + answer.status + '.'
}

addEventListener('DOMContentLoaded', () => {
  tellTimes(document)
  const said = document.querySelector('[data-zone]')
  if (said && timeZone !== 'UTC') {
    const isUtc = kept.get('synoptic-times') === 'utc'
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = isUtc ? 'Show them in ' + timeZone : 'Show them in UTC'
    button.addEventListener('click', () => {
      kept.set('synoptic-times', isUtc ? 'own' : 'utc')
      location.reload()
    })
    said.textContent = 'All times on these pages are in ' + (isUtc ? 'UTC' : timeZone) + '. '
    said.append(button)
  }
  follow()
})

function follow() {
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
      for (const item of view.sources) {
        const part = (name) => root.querySelector('[data-' + name + '="' + item.position + '"]')
        const isEmpty = item.read && item.read.words === 0
        write(part('source'), isEmpty ? 'lost' : item.state)
        if (!item.read || isEmpty || part('words').textContent) continue
        part('outlet').textContent = item.outlet || item.read.outlet
        if (item.read.headline) part('headline').textContent = item.read.headline
        part('words').textContent = item.read.words + ' words'
      }
      const bar = root.querySelector('progress')
      const { total, read, lost, fetched } = view.progress
      if (bar) bar.value = (read + lost + fetched / 2) / total
      const told = root.querySelector('[data-told]')
      const text =
        read + lost + ' of ' + total + ' sources done' + (fetched > 0 ? ', ' + fetched + ' fetched' : '')
      if (told && told.textContent.trim() !== text) told.textContent = text
      /* The report is there, though a second reader may still read: this page leads to it. */
      if (view.finishedAt !== null && !location.pathname.endsWith('/details')) {
        source.close()
        location.reload()
      }
    })
    source.addEventListener('final', () => {
      source.close()
      location.reload()
    })
    /* It comes back by itself unless it was refused, as when somebody is no longer signed in. */
    source.addEventListener('error', () => {
      const told = root.querySelector('[data-told]')
      if (told && source.readyState === EventSource.CLOSED)
        told.textContent = 'The connection has ended: load the page again.'
    })
  }

  const batch = document.querySelector('[data-batch]')
  if (batch) {
    const look = async () => {
      const answer = await fetch(batch.dataset.batch).catch(() => null)
      const told = batch.querySelector('[data-told]')
      let text
      if (answer && answer.ok) {
        const { finished, states, total } = await answer.json()
        if (finished) return location.reload()
        const done = states.complete + states.partial + states.failed
        batch.querySelector('progress').value = done
        text = done + ' of ' + total + ' events done'
      } else text = await troubleOf(answer)
      if (told.textContent.trim() !== text) told.textContent = text
      setTimeout(look, 2000)
    }
    setTimeout(look, 1000)
  }
}
