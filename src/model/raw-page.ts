/**
 * A page as it arrived: bytes with provenance. Made by ingest, read by normalize alone.
 * A source that gave no bytes is a RawPage too (`state: 'lost'`), so that it stays in the report with its reason.
 */
import { z } from 'zod'
import { fixed, listOf } from './fixed.js'
import { Issue } from './issue.js'
import { Source } from './source.js'

const provenance = {
  source: Source,
  /** Address after redirects for fetched pages, null for files and standard input. */
  url: z.string().nullable(),
  /** When the bytes were fetched (ISO 8601, UTC); null for files. */
  fetchedAt: z.string().nullable(),
  issues: listOf(Issue),
}

/** Code of the issue of a page that ended before its end: its bytes are only the beginning, so its article is truncated. */
export const transferCut = 'transfer-cut'

const Fields = listOf(z.tuple([z.string(), z.string()]))

/** Request and answer of a page as they went over the wire, without cookies and what signs somebody in. */
export const Exchange = fixed({
  request: Fields,
  status: z.int(),
  response: Fields,
})
export type Exchange = z.infer<typeof Exchange>

export const RawPage = z.discriminatedUnion('state', [
  fixed({
    state: z.literal('read'),
    ...provenance,
    mediaType: z.enum(['html', 'text']),
    /** Character encoding that the transport declared (`charset=` of Content-Type), or null. */
    charset: z.string().nullable(),
    /** The bytes as read, base64, so that the value survives JSON. */
    bytes: z.string(),
    /** sha256 of the bytes, lower-case hex. */
    sha256: z.string().length(64),
    exchange: Exchange.optional(),
  }),
  fixed({
    state: z.literal('lost'),
    ...provenance,
    /** Whether another try later may help (time-out, 5xx): a queue worker tries again, the CLI does not. */
    transient: z.boolean(),
  }),
])
export type RawPage = z.infer<typeof RawPage>
