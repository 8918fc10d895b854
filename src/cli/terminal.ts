/** The program's streams: results to stdout alone. No text of an article controls the terminal; a closed pipe is no failure. */
import { plainText } from '../text/plain-text.js'

export type Terminal = {
  /** Writes to stdout and waits until it is taken, so that large reports reach a pipe whole. */
  out(text: string): Promise<void>
  /** A line to stderr that stays. */
  warn(line: string): void
  /** A line to stderr that the next one replaces; only where a person watches. */
  progress(line: string): void
  readonly width: number
  readonly colour: boolean
}

/** Whether colour may be used, after no-color.org: a terminal, `NO_COLOR` unset or empty, `TERM` not `dumb`. */
export function mayColour(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb'
}

export function openTerminal(quiet: boolean): Terminal {
  const watched = process.stderr.isTTY && !quiet
  let shown = false
  const clear = (): void => {
    if (shown) process.stderr.write('\r\u001B[2K')
    shown = false
  }
  return {
    out: (text) => {
      clear()
      return new Promise((resolve, reject) => {
        process.stdout.write(process.stdout.isTTY ? harmless(text) : text, (error) => {
          if (error && !isClosedPipe(error)) reject(error)
          else resolve()
        })
      })
    },
    warn: (line) => {
      clear()
      process.stderr.write(`${plainText(line)}\n`)
    },
    progress: (line) => {
      if (!watched) return
      clear()
      process.stderr.write(plainText(line).slice(0, Math.max(20, (process.stderr.columns || 80) - 1)))
      shown = true
    },
    width: process.stdout.columns || 80,
    colour: mayColour(process.stdout, process.env),
  }
}

/** What acts on a terminal without being colour, in the way JSON writes it; a file or pipe gets the text as it is. */
function harmless(text: string): string {
  return text.replace(
    /[\u0080-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** A reader that has seen enough (`| head`) is a normal end; of all else, such as a full disk, `out` tells whoever writes. */
export function endQuietlyOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

function isClosedPipe(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE'
}
