/**
 * Paper by a Chromium of this machine: a process of its own for each page, spoken to over a pipe (DevTools protocol).
 *
 * Never: runs a script of the page, lets a request out, keeps a file, takes longer or more memory than it may. As root it gives its rights up
 * first: Chromium's own sandbox cannot be had then, and a page that broke out of it would be nobody, in an empty folder.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, chownSync, constants, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import type { Paper } from '../ports/paper.js'
import { bytesInWords } from '../text/bytes-in-words.js'
import { oneByOne } from '../text/one-by-one.js'
import { compareCodeUnits } from '../text/order.js'
import { errorCode, systemReason } from '../text/system-error.js'

export type PaperLimits = {
  /** By the clock: a page of forty articles takes two seconds. */
  readonly timeMs: number
  /** Of all of its processes, bytes that they hold in memory. */
  readonly memory: number
  readonly pdfBytes: number
}

const usual: PaperLimits = { timeMs: 60_000, memory: 2_000_000_000, pdfBytes: 100_000_000 }
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const nobody = 65_534
const lookMs = 250
const instead = 'open report.html in a browser and print it.'

const flags = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--no-proxy-server',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--mute-audio',
]

/** One page at a time: each takes some hundred megabytes. `program`: its path, or null for one that is installed. */
export function chromiumPaper(program: string | null, limits: PaperLimits = usual): Paper {
  const inTurn = oneByOne()
  return {
    async print(html) {
      const file = program ?? installed()
      if (file === null)
        return {
          state: 'none',
          reason: `There is no Chromium here (SYNOPTIC_CHROMIUM may name one): ${instead}`,
        }
      try {
        const bytes = await inTurn(() => inOwnFolder((folder) => print(file, folder, html, limits)))
        return { state: 'printed', bytes }
      } catch (error) {
        // A full disk, too many open files: it has not begun.
        const began = errorCode(error) === null && error instanceof Error
        const words = began ? error.message : `could not be started (${systemReason(error)})`
        return { state: 'none', reason: `Chromium ${words}; ${instead}` }
      }
    },
  }
}

function installed(): string | null {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function inOwnFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'synoptic-print-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function print(file: string, folder: string, html: string, limits: PaperLimits): Promise<Uint8Array> {
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, nobody, nobody)
  const child = spawn(
    file,
    [...flags, ...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${folder}`, 'about:blank'],
    {
      // Nothing of the program's own environment: keys may be in it.
      env: { HOME: folder, TMPDIR: folder, PATH: process.env['PATH'] ?? '' },
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own, which is ended whole.
      detached: true,
      ...(isRoot ? { uid: nobody, gid: nobody } : {}),
    },
  )
  const ended = new Promise<unknown>((resolve) => child.once('exit', resolve).once('error', resolve))
  try {
    const watch = watched(child, limits)
    return await Promise.race([watch.trouble, pdfOf(child, html, limits)]).finally(watch.end)
  } finally {
    endGroup(child)
    await ended
  }
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Rejects when it ends, takes too long or holds too much. */
function watched(child: ChildProcess, { timeMs, memory }: PaperLimits) {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)))
  let look: NodeJS.Timeout | undefined
  let late: NodeJS.Timeout | undefined
  const trouble = new Promise<never>((_, reject) => {
    const fail = (words: string): void => {
      reject(new Error(words))
    }
    child.once('error', (error) => {
      fail(`could not be started (${error.message})`)
    })
    child.once('close', (code) => {
      const last = said.trim().split('\n').at(-1) ?? ''
      fail(`ended with code ${code ?? 'none'}${last === '' ? '' : ` (${last.slice(0, 300)})`}`)
    })
    late = setTimeout(() => {
      fail(`took longer than ${timeMs / 1_000} s`)
    }, timeMs)
    look = setInterval(() => {
      if (heldBy(child.pid) > memory) fail(`took more than ${bytesInWords(memory)} of memory`)
    }, lookMs)
  })
  return {
    trouble,
    end: () => {
      clearInterval(look)
      clearTimeout(late)
    },
  }
}

/** Bytes that the processes of a group hold in memory, where the system tells (Linux). */
function heldBy(group: number | undefined): number {
  let pages = 0
  for (const name of listed('/proc').filter((one) => /^\d+$/u.test(one))) {
    // "pid (name) state parent group …": the name may have blanks and brackets.
    const fields = textOf(`/proc/${name}/stat`)
      .replace(/^.*\)\s/su, '')
      .split(' ')
    if (Number(fields[2]) === group) pages += Number(textOf(`/proc/${name}/statm`).split(' ')[1] ?? 0)
  }
  return pages * 4_096
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

const Message = z.object({
  id: z.number().optional(),
  error: z.object({ message: z.string() }).optional(),
  result: z.record(z.string(), z.unknown()).optional(),
})

async function pdfOf(child: ChildProcess, html: string, { pdfBytes }: PaperLimits): Promise<Uint8Array> {
  const call = devTools(child.stdio[3] as Writable, child.stdio[4] as Readable, pdfBytes * 2)
  const { targetInfos } = z
    .object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string() })) })
    .parse(await call('Target.getTargets', {}))
  const page = targetInfos.find(({ type }) => type === 'page')
  if (!page) throw new Error('opened no page')
  const { sessionId } = z
    .object({ sessionId: z.string() })
    .parse(await call('Target.attachToTarget', { targetId: page.targetId, flatten: true }))
  const ask = (method: string, given: object = {}) => call(method, given, sessionId)
  await ask('Network.enable')
  await ask('Network.emulateNetworkConditions', {
    offline: true,
    latency: 0,
    downloadThroughput: 0,
    uploadThroughput: 0,
  })
  await ask('Emulation.setScriptExecutionDisabled', { value: true })
  const { frameTree } = z
    .object({ frameTree: z.object({ frame: z.object({ id: z.string() }) }) })
    .parse(await ask('Page.getFrameTree'))
  await ask('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const { data } = z.object({ data: z.string() }).parse(
    await ask('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      paperWidth: 8.27,
      paperHeight: 11.69,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  )
  return undated(Buffer.from(data, 'base64'))
}

/** The same page gives the same bytes: the time of printing goes, and nodes are counted from one, in as many characters. */
function undated(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const nodes = [...new Set(text.match(/\(node\d{8}\)/gu))].sort(compareCodeUnits)
  const ranks = new Map(nodes.map((node, at) => [node, `(node${String(at + 1).padStart(8, '0')})`]))
  const same = text
    .replace(/\/(?:Creation|Mod)Date \(D:\d{14}/gu, (found) => found.replace(/\d{14}/u, '20000101000000'))
    .replace(/\(node\d{8}\)/gu, (node) => ranks.get(node) ?? node)
  return Buffer.from(same, 'latin1')
}

/** Messages end with U+0000 on the pipe. */
function devTools(to: Writable, from: Readable, mostBytes: number) {
  type Asked = { resolve: (value: unknown) => void; reject: (error: Error) => void }
  const waiting = new Map<number, Asked>()
  let last = 0
  let parts: Buffer[] = []
  let held = 0
  const fail = (words: string): void => {
    for (const { reject } of waiting.values()) reject(new Error(words))
  }
  // A pipe breaks when it ends, which `watched` tells.
  for (const pipe of [to, from]) pipe.on('error', () => undefined)
  from.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      heard(Buffer.concat([...parts, rest.subarray(0, at)]).toString())
      parts = []
      held = 0
      rest = rest.subarray(at + 1)
    }
    parts.push(rest)
    held += rest.length
    if (held > mostBytes) fail('made a PDF that is too large')
  })
  function heard(text: string): void {
    let message: z.infer<typeof Message>
    try {
      message = Message.parse(JSON.parse(text))
    } catch {
      fail('said what is no answer')
      return
    }
    const { id, error, result } = message
    const asked = id === undefined ? undefined : waiting.get(id)
    if (error) asked?.reject(new Error(`said: ${error.message}`))
    else asked?.resolve(result)
  }
  return (method: string, params: object, sessionId?: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      to.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
    })
}
