/** Pages that hang, eat memory, crash or end their thread cost themselves alone. Threads are written inline. */
import { afterEach, describe, expect, test } from 'vitest'
import { threadNormalizer } from '../../src/adapters/thread-normalizer.js'
import type { Normalizer } from '../../src/ports/normalizer.js'
import { lostArticle, unreadableArticle } from '../../src/normalize/unreadable.js'
import { htmlPage, rawPage } from './pages.js'

const builtEntry = new URL('../../dist/src/normalize/thread.js', import.meta.url)

/** A thread that misbehaves on pages whose name says so, and answers with the name otherwise. */
function thread(misbehaviour: string): URL {
  const source = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', (page) => {
      if (page.source.name === 'bad') { ${misbehaviour} }
      else parentPort.postMessage({ article: { source: page.source.name } })
    })`
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`)
}

let open: Normalizer[] = []
/** Long enough that a page that eats memory meets the limit of memory first, on however busy a machine. */
const PATIENT = 60_000

function pool(entry: URL, threads = 2, timeoutMs = 1500): Normalizer {
  const normalizer = threadNormalizer({
    entry,
    threads,
    timeoutMs,
    memoryMb: 40,
    lost: lostArticle,
    unreadable: unreadableArticle,
  })
  open.push(normalizer)
  return normalizer
}

afterEach(async () => {
  await Promise.all(open.map((normalizer) => normalizer.close()))
  open = []
})

const bad = rawPage('html', 'x', { name: 'bad' })
const good = (name: string) => rawPage('html', 'x', { name })

describe('a page that', () => {
  test.each([
    ['never ends', 'for (;;);', 'normalize-timeout', /longer than 1\.5 s/u],
    ['eats memory', 'const a = []; for (;;) a.push(new Array(1e5).fill({}));', 'normalize-memory', /memory/u],
    ['throws', 'throw new Error("boom")', 'normalize-crash', /boom/u],
    ['ends the thread', 'process.exit(3)', 'normalize-crash', /ended with code 3/u],
    ['is answered by a failure', 'parentPort.postMessage({ failure: "no" })', 'normalize-crash', /\(no\)/u],
  ])(
    '%s is unreadable, and the next ones are read',
    async (_name, misbehaviour, code, sentence) => {
      const normalizer = pool(thread(misbehaviour), 1, code === 'normalize-timeout' ? 1500 : PATIENT)
      const articles = await Promise.all(
        [good('a'), bad, good('b'), good('c')].map((page) => normalizer.normalize(page)),
      )
      expect(articles.map((article) => article.source)).toEqual(['a', 'bad', 'b', 'c'])
      expect(articles[1]?.completeness).toEqual({ state: 'unreadable', reasons: [code] })
      expect(articles[1]?.issues[0]?.message).toMatch(sentence)
      expect(articles[1]?.issues[0]?.message).toMatch(/^bad: /u)
    },
    90_000,
  )
})

describe('threads', () => {
  /** Answers with its own number, so that a test sees which thread read a page; slow pages take a minute. */
  const numbered = new URL(
    `data:text/javascript,${encodeURIComponent(`
    import { parentPort, threadId } from 'node:worker_threads'
    parentPort.on('message', (page) => {
      const answer = () => parentPort.postMessage({ article: { source: String(threadId) } })
      if (page.source.name === 'slow') setTimeout(answer, 60_000)
      else answer()
    })`)}`,
  )
  const reader = () => {
    const normalizer = threadNormalizer({
      entry: numbered,
      threads: 2,
      lost: lostArticle,
      unreadable: unreadableArticle,
    })
    open.push(normalizer)
    return normalizer
  }
  const threadsOf = async (names: readonly string[]) => {
    const normalizer = reader()
    const articles = await Promise.all(names.map((name) => normalizer.normalize(good(name))))
    return articles.map((article) => article.source)
  }

  test('few pages share one', async () => {
    expect(new Set(await threadsOf(['a', 'b', 'c', 'd', 'e'])).size).toBe(1)
  })

  test('many pages get a second', async () => {
    expect(new Set(await threadsOf(Array.from({ length: 12 }, (_, index) => String(index)))).size).toBe(2)
  })

  test('a page behind a slow one gets a second', async () => {
    const normalizer = reader()
    let slowIsRead = false
    // It is rejected when the reader is closed at the end of the test.
    normalizer.normalize(good('slow')).then(
      () => (slowIsRead = true),
      () => undefined,
    )
    await normalizer.normalize(good('a'))
    expect(slowIsRead).toBe(false)
  })
})

test('a lost page needs no thread', async () => {
  const { source, url, fetchedAt, issues } = good('gone')
  const article = await pool(new URL('file:///no/such/entry.js')).normalize({
    state: 'lost',
    transient: false,
    source,
    url,
    fetchedAt,
    issues,
  })
  expect(article.completeness).toEqual({ state: 'unreadable', reasons: ['fetch-failed'] })
})

test('the built thread reads a page', async () => {
  const normalizer = threadNormalizer({ entry: builtEntry, lost: lostArticle, unreadable: unreadableArticle })
  open.push(normalizer)
  const paragraphs = Array.from(
    { length: 8 },
    (_, at) =>
      `<p>The envoys left the building late on night ${at} and said that the talks would go on in spring.</p>`,
  )
  const article = await normalizer.normalize(
    htmlPage(`<h1>Talks end</h1><article>${paragraphs.join('')}</article>`),
  )
  expect(article.text).toMatch(/^Talks end\n\nThe envoys/u)
  expect(article.blocks).toHaveLength(9)
})

test('closed under its pages, it says nothing of them: they are rejected, not unreadable', async () => {
  const normalizer = pool(thread('for (;;);'), 1)
  const pages = [bad, good('waiting')].map((page) => normalizer.normalize(page))
  const outcomes = Promise.allSettled(pages)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await normalizer.close()
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(normalizer.normalize(good('late'))).rejects.toThrow(/closed/u)
})
