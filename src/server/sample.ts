/** The sample event of the package as a comparison to submit. In: a reader of files. Out: its title and pages. */
import path from 'node:path'
import { expandSources, type Deps } from '../pool/pooled.js'
import { packageFile } from '../text/data-file.js'
import type { EventRequest, FileSource } from './submission.js'

export async function sampleEvent({
  disk,
  fetchers,
}: Pick<Deps, 'disk' | 'fetchers'>): Promise<EventRequest> {
  const { title, sources } = await expandSources([packageFile('samples', 'harbour-accord')], {
    disk,
    fetchers,
  })
  const pages: FileSource[] = []
  for (const { location, outlet } of sources) {
    const page = await fetchers.file.fetch(location)
    if (page.state === 'failed') throw new Error(`the sample cannot be read: ${page.message}`)
    pages.push({ file: page.bytes, name: path.basename(location), mediaType: 'text/html', outlet })
  }
  return { sources: pages, ...(title === null ? {} : { title }) }
}
