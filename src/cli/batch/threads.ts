/**
 * Runs items over threads, one item a thread at a time. A thread that dies takes its item with it, which is reported
 * as failed, and is replaced: one bad item never stops the batch.
 */
import { Worker } from 'node:worker_threads'
import type { BatchItem } from './manifest.js'
import { failed } from './outcome.js'
import type { BatchResult } from './results.js'
import type { ThreadData } from './thread.js'

export async function overThreads(
  items: readonly BatchItem[],
  count: number,
  data: ThreadData,
  onResult: (result: BatchResult) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: Math.min(count, items.length) }, async () => {
      let thread: Worker | null = null
      for (const item of queue) {
        thread ??= start(data)
        const result = await runOn(thread, item)
        if (result.died) thread = null
        await onResult(result.result)
      }
      await thread?.terminate()
    }),
  )
}

function start(data: ThreadData): Worker {
  return new Worker(new URL('./thread.js', import.meta.url), { workerData: data })
}

function runOn(thread: Worker, item: BatchItem): Promise<{ died: boolean; result: BatchResult }> {
  return new Promise((resolve) => {
    const settle = (died: boolean, result: BatchResult): void => {
      thread.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve({ died, result })
    }
    const dead = (why: string): void => {
      const reason = `Comparing it failed, which is a defect of Synoptic or of this machine: ${why}`
      settle(true, failed(item.id, item.hash, item.sources.length, reason))
    }
    const onMessage = (result: BatchResult): void => {
      settle(false, result)
    }
    const onError = (error: Error): void => {
      dead(error.message)
    }
    const onExit = (code: number): void => {
      dead(`its thread ended with code ${code}`)
    }
    thread.on('message', onMessage).on('error', onError).on('exit', onExit)
    thread.postMessage(item)
  })
}
