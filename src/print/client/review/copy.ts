/**
 * A finding as plain text for a mail or a document: the sentence, how sure, the passages with outlet, time, hash and
 * address, and the link to the finding.
 *
 * In: a finding's element. Out: text on the clipboard, and what happened in words. Never: a passage without its outlet.
 */
import { all, make, one, oneOf, printedText } from '../dom.js'

function findingText(finding: Element, address: string): string {
  const text = (selector: string): string => {
    const found = one(selector, finding)
    return found ? printedText(found) : ''
  }
  const cards = all('.card', finding).map((card) => {
    const part = (selector: string): string => {
      const found = one(selector, card)
      return found ? printedText(found) : ''
    }
    return `${part('.who')}: ${part('blockquote')}`
  })
  const sources = all('.sources li', finding).map((item) => {
    const link = oneOf(HTMLAnchorElement, '.source a', item)
    const facts = all('.source span, .source code', item).map((one) => one.textContent.trim())
    const letter = one('.letter', item)
    return [letter ? printedText(letter) : '', ...facts, link?.href ?? '']
      .filter((one) => one !== '')
      .join(' · ')
  })
  return [`${text('.kind')}. ${text('.sentence')}`, text('.sure'), ...cards, sources.join('\n'), address]
    .filter((line) => line !== '')
    .join('\n\n')
}

export async function copyFinding(finding: Element): Promise<string> {
  const address = new URL(location.href)
  address.hash = finding.id
  const text = findingText(finding, address.href)
  try {
    await navigator.clipboard.writeText(text)
    return 'Copied.'
  } catch {
    return offer(finding, text)
  }
}

/** Where the browser does not let a page write to the clipboard, the text is shown, selected. */
function offer(finding: Element, text: string): string {
  const field = make('textarea', { rows: '8', 'aria-label': 'The finding as text', readonly: '' })
  field.value = text
  one('.copy-row', finding)?.append(field)
  field.focus()
  field.select()
  return 'Copy the marked text.'
}
