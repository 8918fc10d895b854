/*
 * The start, quicker: what is pasted, dropped or chosen is read at once, and stands beside the field. Without it the button
 * "Read it first" does the same.
 */
'use strict'
const start = document.getElementById('new')
const given = document.getElementById('given')
const files = document.getElementById('files')
const beside = document.querySelector('[data-recognised]')
let asked = 0

/* What is marked and typed beside the field. */
function said() {
  const fields = [...new FormData(start)].filter(([name]) => /^(?:item|outlet|day)-/.test(name))
  return JSON.stringify(fields)
}

/* The control beside the field that has the focus: of which item, which one, and where in it one types. */
const controlsOf = (row) => [...row.querySelectorAll('input, summary, button')]
const valueOf = (row) => row.querySelector('[name^=item-]').value
function focused() {
  const at = document.activeElement
  const row = beside.contains(at) && at.closest('.items > li')
  const { selectionStart: from, selectionEnd: to } = at
  return row && { value: valueOf(row), nth: controlsOf(row).indexOf(at), from, to }
}

function focusAgain({ value, nth, from, to }) {
  const row = [...beside.querySelectorAll('.items > li')].find((one) => valueOf(one) === value)
  const control = row && controlsOf(row)[nth]
  if (!control) return
  const folded = control.closest('details')
  if (folded) folded.open = true
  control.focus()
  if (typeof from === 'number') control.setSelectionRange(from, to)
}

async function read() {
  if (given.value.trim() === '' && files.files.length === 0) return
  const mine = ++asked
  const marked = said()
  const sent = new FormData(start)
  const [text, chosen] = [given.value, files.files.length]
  const told = beside.querySelector('[data-reading]')
  if (told) told.textContent = 'Reading …'
  beside.setAttribute('aria-busy', 'true')
  /* Where the form says who is signed in, this says so, too. */
  const address = '/comparisons/recognise' + new URL(start.action).search
  const answer = await fetch(address, { method: 'POST', body: sent }).catch(() => null)
  if (mine !== asked) return
  beside.removeAttribute('aria-busy')
  if (!answer || !answer.ok) {
    if (told) told.textContent = 'It could not be read now. ' + (await troubleOf(answer))
    return
  }
  /* What was marked or typed while it was read is said, too. */
  if (said() !== marked && given.value.startsWith(text)) return read()
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const focus = focused()
  beside.replaceChildren(...page.body.childNodes)
  if (focus) focusAgain(focus)
  /* What is neither an address nor a text stays; what was typed meanwhile, too. */
  const left = beside.querySelector('[data-left]')
  if (given.value.startsWith(text))
    given.value = (left ? left.dataset.left : '') + given.value.slice(text.length)
  if (files.files.length === chosen) files.value = ''
  tellTimes(beside)
}

given.addEventListener('paste', () => setTimeout(read))
given.addEventListener('change', read)
files.addEventListener('change', read)
beside.addEventListener('change', (event) => {
  if (event.target.type !== 'checkbox') return
  event.target.closest('li').classList.toggle('off', !event.target.checked)
})
addEventListener('dragover', (event) => event.preventDefault())
addEventListener('drop', (event) => {
  if (event.target.matches('input')) return
  event.preventDefault()
  const { files: dropped } = event.dataTransfer
  if (dropped.length > 0) {
    const all = new DataTransfer()
    for (const file of [...files.files, ...dropped]) all.items.add(file)
    files.files = all.files
  } else {
    const words = event.dataTransfer.getData('text/uri-list') || event.dataTransfer.getData('text/plain')
    given.value = (given.value.trim() === '' ? '' : given.value + '\n') + words
  }
  read()
})
