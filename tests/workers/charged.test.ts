/** Who is charged for the loss of a process, over a real store: what was under way in it, and nobody else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteStore } from '../../src/adapters/sql/sqlite.js'
import { charging, type Presence, startPresence } from '../../src/jobs/presence.js'
import type { JobNotice } from '../../src/jobs/deps.js'
import { RunLater } from '../../src/ports/queue.js'
import { StoreAway, type Run, type Store } from '../../src/ports/store.js'

const silenceMs = 200
const soon = { timeout: 10_000, interval: 10 }
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))
const run: Run = { stage: 'compare', comparison: 'c1', position: -1 }

let folder: string
let store: Store
let notices: JobNotice[]
const open: Presence[] = []

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'synoptic-charged-'))
  store = await sqliteStore(folder)
  notices = []
  for (const id of ['c1', 'c2'])
    await store.create(
      {
        id,
        title: null,
        sources: [{ name: 'x', kind: 'url', location: 'http://x.example/', outlet: null }],
        options: { zone: 'UTC', deadlineSeconds: 60 },
        callbackUrl: null,
        batch: null,
        idempotency: null,
      },
      0,
    )
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.leave()
  await store.close()
  rmSync(folder, { recursive: true })
})

function arrive(own: Partial<Store> = {}, alone = false): Presence {
  const presence = startPresence(
    { store: { ...store, ...own }, limits: { silenceMs, alone }, notice: (notice) => notices.push(notice) },
    () => undefined,
  )
  open.push(presence)
  return presence
}

/** A process that had the run under way when it was killed. */
async function killed(name: string, what = run): Promise<void> {
  await store.beat(name)
  await store.startRun(what, name)
}

test('a killed process is found gone, and what it had under way is charged once, by however many look', async () => {
  await killed('dead')
  const [one, two] = [arrive(), arrive()]
  expect(await one.history(run)).toEqual({ lost: 0, open: 1 })
  await expect.poll(() => one.history(run), soon).toEqual({ lost: 1, open: 0 })
  await pause(silenceMs * 2)
  expect(await two.history(run)).toEqual({ lost: 1, open: 0 })
  expect(notices.filter(({ kind }) => kind === 'process-lost').length).toBeGreaterThan(0)
})

test('one that lives is not, however long its run takes', async () => {
  const [busy, other] = [arrive(), arrive()]
  await busy.start(run)
  await pause(silenceMs * 4)
  expect(await other.history(run)).toEqual({ lost: 0, open: 1 })
})

test('one that says farewell is charged nothing, even when it is killed right after', async () => {
  const stopping = arrive()
  await stopping.start(run)
  await stopping.leave()
  await stopping.start({ ...run, comparison: 'c2' })
  const other = arrive()
  await pause(silenceMs * 3)
  expect(await other.history(run)).toEqual({ lost: 0, open: 0 })
  expect(await other.history({ ...run, comparison: 'c2' })).toEqual({ lost: 0, open: 0 })
})

test('while the store is away nobody beats, and nobody is taken for lost when it is back', async () => {
  let away = false
  const beat: Store['beat'] = (process) =>
    away ? Promise.reject(new StoreAway('57P01', new Error('away'))) : store.beat(process)
  const [busy, other] = [arrive({ beat }), arrive({ beat })]
  await busy.start(run)
  await pause(silenceMs)
  away = true
  await pause(silenceMs * 4)
  away = false
  await pause(silenceMs * 2)
  expect(await other.history(run)).toEqual({ lost: 0, open: 1 })
  expect(notices).toEqual([])
})

test('where there is only one process, whatever another left behind is charged at once', async () => {
  await killed('dead')
  const own = arrive({}, true)
  await expect
    .poll(() => own.history(run), { timeout: silenceMs / 2, interval: 5 })
    .toEqual({ lost: 1, open: 0 })
})

test('an end that the store could not be told is told later', async () => {
  let away = true
  const endRun: Store['endRun'] = (what, process) =>
    away ? Promise.reject(new StoreAway('57P01', new Error('away'))) : store.endRun(what, process)
  const [worker, other] = [arrive({ endRun }), arrive()]
  await worker.start(run)
  await worker.end(run)
  expect(await other.history(run)).toEqual({ lost: 0, open: 1 })
  away = false
  await expect.poll(() => other.history(run), soon).toEqual({ lost: 0, open: 0 })
})

test('with three processes lost it is set aside; with fewer it runs, and what it charged is given back', async () => {
  const did: string[] = []
  const note = (word: string) => () => Promise.resolve(void did.push(word))
  const presence = arrive({}, true)
  const charged = charging(presence)
  for (const name of ['first', 'second']) {
    await killed(name)
    await store.countLost(name)
  }
  await charged(run, { work: note('ran'), setAside: note('set aside') })
  expect(did).toEqual(['ran'])
  await killed('third')
  await store.countLost('third')
  await charged(run, { work: note('ran'), setAside: note('set aside') })
  expect(did).toEqual(['ran', 'set aside'])
  await charged({ ...run, comparison: 'c2' }, { work: note('another ran'), setAside: note('no') })
  expect(did).toEqual(['ran', 'set aside', 'another ran'])
})

test('it waits while it may be under way in a third process', async () => {
  for (const name of ['one', 'two', 'three']) await killed(name)
  const presence = arrive()
  const attempt = () =>
    charging(presence)(run, {
      work: () => Promise.resolve(),
      setAside: () => Promise.reject(new Error('aside')),
    })
  await expect(attempt()).rejects.toThrow(RunLater)
  await expect.poll(() => presence.history(run), soon).toEqual({ lost: 3, open: 0 })
  await expect(attempt()).rejects.toThrow('aside')
})

test('the third try has the process to itself: what is set aside took a process down on its own', async () => {
  for (const name of ['one', 'two']) {
    await killed(name)
    await store.countLost(name)
  }
  const charged = charging(arrive())
  const inside = new Set<string>()
  const seen: string[] = []
  const work = (name: string, milliseconds: number) => async (): Promise<void> => {
    inside.add(name)
    await pause(milliseconds)
    seen.push(`${name} with ${[...inside].filter((other) => other !== name).join() || 'nothing'}`)
    inside.delete(name)
  }
  const beside = (position: number): Run => ({ stage: 'read', comparison: 'c2', position })
  const setAside = (): Promise<void> => Promise.reject(new Error('set aside'))
  await Promise.all([
    charged(beside(0), { work: work('a', 60), setAside }),
    charged(beside(1), { work: work('b', 90), setAside }),
    pause(20).then(() => charged(run, { work: work('suspect', 30), setAside })),
    pause(40).then(() => charged(beside(2), { work: work('c', 10), setAside })),
  ])
  expect(seen).toEqual(['a with b', 'b with nothing', 'suspect with nothing', 'c with nothing'])
})
