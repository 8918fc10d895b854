/**
 * The comparisons of the disturbed run: three texts each, every third one also an address that fails, every fifth one
 * sent twice at once. In: ids, the failing site's address, a service. Out: sentences on what was answered wrongly.
 */
import type { Source } from '../../src/model/source.js'
import type { Service } from '../../src/open-service.js'
import { StoreAway, type Created } from '../../src/ports/store.js'
import { threeReports } from '../../tests/support/service.js'
import { failures } from './failing-site.js'
import { contentOf, pause, storedSource, submitSources } from './setup.js'

/** Of three or four sources a comparison, every third comparison's fourth fails: about a tenth of all. */
const fails = (number: number): boolean => number % 3 === 0
const twice = (number: number): boolean => number % 5 === 2

export const failingSources = (comparisons: number): number => count(comparisons, fails)
export const sentAgain = (comparisons: number): number => count(comparisons, twice)

export async function submitAll(
  ids: readonly string[],
  address: string,
  service: Service,
): Promise<string[]> {
  const wrong: string[] = []
  for (const [number, id] of ids.entries()) {
    const first = submitStory(id, number, id, address, service)
    if (!twice(number)) await first
    else {
      const answers = await Promise.all([first, submitStory(id, number, id, address, service)])
      const states = answers.map(({ state }) => state).toSorted()
      if (states.join() !== 'created,repeated') wrong.push(`${id} sent twice at once: ${states.join()}`)
    }
  }
  return wrong
}

/** The same requests again, by their keys, while the database may be away. */
export async function submitAgain(
  ids: readonly string[],
  address: string,
  service: Service,
): Promise<string[]> {
  const wrong: string[] = []
  for (const [number, id] of ids.entries()) {
    if (!twice(number)) continue
    const answer = await untilTaken(() => submitStory(`${id}-again`, number, id, address, service))
    if (answer.state !== 'repeated' || answer.submission.id !== id)
      wrong.push(`${id} sent again: ${answer.state}`)
  }
  return wrong
}

async function untilTaken(send: () => Promise<Created>): Promise<Created> {
  for (;;) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof StoreAway)) throw error
      await pause(100)
    }
  }
}

async function submitStory(
  id: string,
  number: number,
  key: string,
  address: string,
  service: Service,
): Promise<Created> {
  const texts = Object.entries(threeReports(number))
  const contents = texts.map(([, text]) => contentOf(text, 'text/plain'))
  const sources: Source[] = contents.map((content, index) => storedSource(texts[index]?.[0] ?? '', content))
  const url = `${address}/${failures[(number / 3) % failures.length] ?? ''}/${number}`
  if (fails(number)) sources.push({ name: url, kind: 'url', location: url, outlet: null })
  return submitSources(id, sources, contents, service, { key, requestHash: key })
}

function count(comparisons: number, holds: (number: number) => boolean): number {
  return Array.from({ length: comparisons }, (_, number) => number).filter(holds).length
}
