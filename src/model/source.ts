/**
 * A source: one thing the user asked to be compared, after folders and event files were opened.
 * Made by ingest from the arguments; read by ingest, and carried along as provenance.
 */
import { z } from 'zod'
import { fixed } from './fixed.js'
import type { Issue } from './issue.js'

/**
 * When a report was published, as a person writes it into an event file, a manifest or a submission: ISO 8601, a day or a
 * time, with or without its offset. Out: with seconds, as pages' own times are kept.
 */
export const GivenTime = z
  .union(
    [
      z.iso.date(),
      z.iso.datetime({ offset: true, local: true }),
      z.iso.datetime({ offset: true, local: true, precision: -1 }),
    ],
    { error: 'must be a day or a time, such as 2025-12-03 or 2025-12-03T08:05:00+02:00' },
  )
  .transform((time) => (/T\d{2}:\d{2}(?!:)/u.test(time) ? `${time.slice(0, 16)}:00${time.slice(16)}` : time))

/** What the user knows of a source beside where it is; it stands above what the page states. */
export type Given = { readonly outlet: string | null; readonly publishedAt: string | null }
export const nothingGiven: Given = { outlet: null, publishedAt: null }

export const Source = fixed({
  /** The argument as typed; members of a folder or event file are argument + `/` + member. */
  name: z.string(),
  kind: z.enum(['url', 'file', 'stdin', 'stored']),
  /** What to open: an absolute URL, a file path, `-`, or the sha256 of bytes that the store holds. */
  location: z.string(),
  /** What stored bytes were sent as, or null; missing in values made before it belonged to the source. */
  mediaType: z.string().nullable().optional(),
  /** Outlet name from an event file, or null. */
  outlet: z.string().nullable(),
  /** From an event file, a manifest or a submission; missing in values made before it could be given. */
  publishedAt: z.string().nullable().optional(),
  /** Of a web archive: the address of the page that is meant, as typed behind `#`. */
  page: z.string().optional(),
  /** Of a member of a folder or event file: the folder in which the opened file must lie, links followed. */
  within: z.string().optional(),
  /** Why there is nothing to open (a malformed event file, an empty folder, a refused address); ingest reports it. */
  problem: fixed({ code: z.string(), message: z.string() }).optional(),
})
export type Source = z.infer<typeof Source>

/** The file of a second reader's notes, and, where an event file names it, the folder in which it must lie. */
export type NotesFile = { readonly name: string; readonly location: string; readonly within?: string }

/** What the arguments meant: the sources in input order, the event's title if one was given, and what went wrong. */
export type SourceList = {
  readonly title: string | null
  readonly sources: readonly Source[]
  /** That the event file names. */
  readonly notes?: NotesFile | null
  /** Remarks on the arguments that cost no source, such as files of a folder that were passed over. */
  readonly issues: readonly Issue[]
}
