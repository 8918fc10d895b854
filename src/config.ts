/** Configuration: from the environment to one checked value. */
import { statSync } from 'node:fs'
import { z } from 'zod'
import { readSettings, seconds, setting, trueOrFalse, unset, whole, words } from './settings.js'

export const settings = {
  SYNOPTIC_TIMEOUT: setting(seconds(0.1, 600), 30, 'seconds for one page, redirects included'),
  SYNOPTIC_MAX_BYTES: setting(
    whole(1_000, 1_000_000_000, 'bytes'),
    10_000_000,
    'largest page or file, after decompression',
  ),
  SYNOPTIC_MAX_REDIRECTS: setting(whole(0, 50), 10, 'redirects followed for one page'),
  SYNOPTIC_HOST_DELAY: setting(seconds(0, 60), 0.5, 'seconds between two requests to one host'),
  SYNOPTIC_ALLOW_PRIVATE: setting(trueOrFalse, false, 'also fetch loopback and private addresses'),
  SYNOPTIC_CONTACT: unset(
    words(/^[\x21-\x7e]{3,200}$/u, 'an address or URL without blanks, 3 to 200 ASCII characters'),
    'none',
    'address or URL of whoever runs this, told to sites in `User-Agent`',
  ),
  SYNOPTIC_READ_TIMEOUT: setting(seconds(0.1, 600), 20, 'seconds of processor time for reading one source'),
  SYNOPTIC_COMPARE_TIMEOUT: setting(
    seconds(0.1, 3_600),
    180,
    'seconds of processor time for comparing one event',
  ),
  SYNOPTIC_WRITE_TIMEOUT: setting(
    seconds(0.1, 600),
    60,
    'seconds of processor time for writing one form of a report',
  ),
  SYNOPTIC_MEMORY: setting(
    whole(128, 16_384, 'megabytes'),
    512,
    'megabytes of heap for each process that does these',
  ),
  SYNOPTIC_PROCESSES: unset(
    whole(1, 64),
    'one a core, at most 4',
    'such processes at once; as many more do what takes long',
  ),
  SYNOPTIC_CHROMIUM: unset(
    words(/^\/.{1,1000}$/u, 'a path'),
    'one that is installed',
    'the Chromium that prints PDFs',
  ),
  SYNOPTIC_WEIGHTS: unset(
    {
      schema: z
        .string()
        .refine((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true),
      range: 'a folder that exists',
    },
    'none',
    'a folder whose files stand in for those of the same name in `data/`',
  ),
}

export type Config = ReturnType<typeof readConfig>

export function readConfig(environment: Readonly<Record<string, string | undefined>>) {
  const env = readSettings(settings, environment)
  return {
    fetch: {
      timeoutMs: env.SYNOPTIC_TIMEOUT * 1_000,
      maxBytes: env.SYNOPTIC_MAX_BYTES,
      maxRedirects: env.SYNOPTIC_MAX_REDIRECTS,
      hostDelayMs: env.SYNOPTIC_HOST_DELAY * 1_000,
      allowPrivate: env.SYNOPTIC_ALLOW_PRIVATE,
      contact: env.SYNOPTIC_CONTACT,
    },
    pool: {
      timeMs: {
        read: env.SYNOPTIC_READ_TIMEOUT * 1_000,
        skim: env.SYNOPTIC_READ_TIMEOUT * 1_000,
        feed: env.SYNOPTIC_READ_TIMEOUT * 1_000,
        compare: env.SYNOPTIC_COMPARE_TIMEOUT * 1_000,
        write: env.SYNOPTIC_WRITE_TIMEOUT * 1_000,
      },
      memoryMb: env.SYNOPTIC_MEMORY,
      processes: env.SYNOPTIC_PROCESSES,
    },
    chromium: env.SYNOPTIC_CHROMIUM,
    weightsFolder: env.SYNOPTIC_WEIGHTS,
  }
}
