/**
 * The form in a finding: accept, correct or dismiss, with a note. Put there when the finding is first open.
 *
 * In: a finding's element, the template, the rulings. Out: a ruling for each change. Never: another reader's words as markup.
 */
import { allOf, one, oneOf } from '../dom.js'
import { currentSentence } from './panel.js'
import type { Rulings } from './store.js'
import { copyFinding } from './copy.js'

export function formFor(
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
  const legend = one('legend', form)
  const box = one('.correction', form)
  if (!correction || !note || !legend || !box) return
  const key = `finding ${finding.id}`
  const ruling = rulings.of(key)
  for (const radio of radios) {
    radio.name = `ruling-${finding.id}`
    radio.checked = radio.value === (ruling?.verdict ?? '')
  }
  correction.value = ruling?.correction ?? ''
  note.value = ruling?.note ?? ''
  box.hidden = ruling?.verdict !== 'correct'
  const save = (): void => {
    const verdict = radios.find((radio) => radio.checked)?.value ?? ''
    box.hidden = verdict !== 'correct'
    if (verdict === 'accept' || verdict === 'correct' || verdict === 'dismiss') {
      rulings.put({
        target: { kind: 'finding', finding: finding.id },
        verdict,
        correction: verdict === 'correct' ? correction.value.trim() : '',
        note: note.value.trim(),
        at: new Date().toISOString(),
        sentence: currentSentence(finding).slice(0, 4000),
      })
      if (said) said.textContent = 'Kept.'
    } else {
      rulings.remove(key)
      if (said) said.textContent = note.value.trim() === '' ? '' : 'A note is kept with a ruling.'
    }
    changed()
  }
  for (const control of [...radios, correction, note]) control.addEventListener('change', save)
  const copied = one('.copy-row .note', form)
  oneOf(HTMLButtonElement, '[data-copy]', form)?.addEventListener('click', () => {
    void copyFinding(finding).then((told) => {
      if (copied) copied.textContent = told
    })
  })
  place.append(form)
}
