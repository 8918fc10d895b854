/** A distributed service for tests: stores texts, submits comparisons, runs worker processes of the built program. */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { readConfig } from '../../src/config.js'
import { submit } from '../../src/jobs/submit.js'
import type { JobNotice } from '../../src/jobs/deps.js'
import type { Presence } from '../../src/jobs/presence.js'
import type { Source } from '../../src/model/source.js'
import type { UploadedContent } from '../../src/ports/store.js'
import { openService, type Service } from '../../src/open-service.js'
import { readServiceConfig } from '../../src/service-config.js'
import { sha256 } from '../../src/text/hash.js'
import { root } from './event.js'

export type Environment = Readonly<Record<string, string>>

export function openTestService(environment: Environment, notices: JobNotice[] = []): Promise<Service> {
  return openService({
    config: readConfig(environment),
    service: readServiceConfig(environment),
    notice: (notice) => notices.push(notice),
    // Tests stop servers on purpose; what must still work is asserted.
    onConnectionError: () => undefined,
  })
}

/** For handlers whose process nobody ends. */
export const uncharged: Presence = {
  history: () => Promise.resolve({ lost: 0, open: 0 }),
  start: () => Promise.resolve(),
  end: () => Promise.resolve(),
  leave: () => Promise.resolve(),
}

/** Stores each text and submits the comparison of all; its id. */
export async function submitTexts(
  service: Service,
  id: string,
  texts: Readonly<Record<string, string>>,
  deadlineSeconds = 600,
): Promise<string> {
  const sources: Source[] = []
  const contents: UploadedContent[] = []
  for (const [name, text] of Object.entries(texts)) {
    const bytes = Buffer.from(text)
    const hash = sha256(bytes)
    contents.push({ sha256: hash, bytes, mediaType: 'text/plain' })
    sources.push({ name, kind: 'stored', location: hash, outlet: null })
  }
  await submit(
    {
      id,
      title: `Event ${id}`,
      sources,
      contents,
      options: { zone: 'UTC', deadlineSeconds },
      reader: service.reading !== null,
      callbackUrl: null,
      batch: null,
      idempotency: null,
    },
    service,
  )
  return id
}

/** Submits the comparison of one source, which may be uploaded with it, and of three short reports. */
export async function submitBeside(
  service: Service,
  id: string,
  first: Source,
  deadlineSeconds: number,
  uploaded: readonly UploadedContent[] = [],
): Promise<void> {
  const contents = Object.values(threeReports(1)).map((text) => contentOf(text, 'text/plain'))
  const stored = contents.map(({ sha256: hash }, index): Source => {
    return { name: `own-${index}.txt`, kind: 'stored', location: hash, outlet: null }
  })
  const options = { zone: 'UTC', deadlineSeconds }
  const rest = { title: null, options, callbackUrl: null, batch: null, idempotency: null }
  await submit({ id, sources: [first, ...stored], contents: [...uploaded, ...contents], ...rest }, service)
}

export function contentOf(text: string, mediaType: string): UploadedContent {
  const bytes = Buffer.from(text)
  return { sha256: sha256(bytes), bytes, mediaType }
}

/** A worker process of the built program; `kill()` is SIGKILL. */
export function startWorker(environment: Environment, options: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'dist/src/cli/main.js'), 'worker', ...options], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** An entry file of workers/, as built. */
export function startEntryFile(name: string, environment: Environment): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'dist/workers', name)], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

export function ended(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode ?? child.signalCode)
    else
      child.once('exit', (code, signal) => {
        resolve(code ?? signal)
      })
  })
}

/** Three short reports of one invented event that differ a little from `number` to `number`. */
export function threeReports(number: number): Record<string, string> {
  const toll = 12 + number
  return {
    'courier.txt': `Ferry drivers end strike after ${toll} days

Ferry drivers in the port of Orla ended their strike on Friday after ${toll} days.

“We did not get all we asked for, but we got enough to sail,” said Rosa Lindt, who chairs the drivers’ union. She said members had accepted a pay rise of 4 percent.`,
    'post.txt': `Orla ferries sail again

The ferries of Orla sail again. The strike of the drivers had lasted ${toll} days.

“We got enough to sail,” said union chair Rosa Lindt. The port lost ${number + 3} million crowns, its director Per Aske said.`,
    'radio.txt': `Strike in Orla over

A strike of ferry drivers in Orla is over after ${toll + 1} days. The drivers will get 4 percent more pay, according to the union.`,
  }
}
