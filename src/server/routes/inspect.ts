/** /api/inspect: what is read of one source, at once and without keeping it. */
import type { Source } from '../../model/source.js'
import { readSource, write, type Deps } from '../../pool/pooled.js'
import { pause } from '../../text/periodic.js'
import type { ServerDeps } from '../deps.js'
import { HttpProblem, invalidFields } from '../problems.js'
import { answer, jsonText, routesOf, type App } from '../route.js'
import { ArticleBody, InspectRequest, type SourceRequest } from '../schemas.js'
import { busy } from '../sending.js'
import { prepareSource, type PreparedSource } from '../submission.js'

/** Longest wait for a host's turn; who needs longer is told to come again. */
const longestWaitMs = 5_000

/** Reads one source at once, as JSON of an AnnotatedArticle; the problem `busy` while others are being read. */
export type ReadAtOnce = (request: SourceRequest, zone: string, pointer: string) => Promise<string>

export function readingAtOnce(deps: ServerDeps): ReadAtOnce {
  let running = 0
  return async (request, zone, pointer) => {
    const prepared = prepareSource(request, 0, deps.settings)
    if (typeof prepared === 'string') throw invalidFields([{ pointer, detail: prepared }])
    if (running >= deps.settings.maxInspections)
      throw busy('Other sources are being read. Try again shortly.', 1)
    running++
    try {
      await takeTurn(prepared.source, deps)
      return (await readSource(prepared.source, withUpload(prepared, deps), { zone })).json
    } finally {
      running--
    }
  }
}

export function inspectRoutes(app: App, deps: ServerDeps, read: ReadAtOnce): void {
  const api = routesOf(app, 'inspect', 'submit')
  const { settings } = deps
  api.post(
    '/api/inspect',
    'Read one source and show what is found in it',
    {
      description:
        'The answer is that of `npx synoptic inspect --json`. A source that cannot be read is an answer too: its text is empty and its issues say why. Nothing is stored.',
      body: InspectRequest,
      mostBytes: settings.maxBodyBytes,
      responses: { 200: answer('The article.', ArticleBody) },
      problems: ['busy'],
    },
    async (c, { body: request }) => {
      const zone = request.zone ?? settings.defaultZone
      const json = await read(request.source, zone, '/source')
      const generator = deps.generatorFor({ zone, deadlineSeconds: settings.defaultDeadlineSeconds })
      const removed = request.removed ?? false
      const shown = await write({ as: 'article', article: json, generator, removed }, deps)
      if (shown.state === 'refused') throw new HttpProblem('invalid', shown.reason)
      return jsonText(c, shown.printed)
    },
  )
}

/** The pause between requests to one host holds here too, together with all workers. */
export async function takeTurn(
  { kind, location }: Source,
  { store, limits, now, stopping }: ServerDeps,
): Promise<void> {
  if (kind !== 'url') return
  const { host } = new URL(location)
  const until = now() + longestWaitMs
  for (;;) {
    const wait = await store.takeTurn(host, limits.hostDelayMs, now())
    if (wait === 0) return
    if (now() + wait > until || !(await pause(wait, stopping)))
      throw busy(`It is not this site's turn yet.`, Math.ceil(wait / 1_000))
  }
}

/** Deps whose stored bytes are those that came with the request. */
function withUpload({ content }: PreparedSource, deps: ServerDeps): Deps {
  if (!content) return deps
  const { bytes, mediaType } = content
  const outcome = { state: 'read', url: null, mediaType, charset: null, bytes, fetchedAt: null } as const
  return {
    ...deps,
    fetchers: { ...deps.fetchers, stored: { fetch: () => Promise.resolve(outcome) } },
  }
}
