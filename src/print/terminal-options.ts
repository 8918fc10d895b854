/** What the summary in the terminal is printed for. */
export type TerminalOptions = {
  /** Columns; lines are never longer, down to 24. */
  readonly width: number
  readonly colour: boolean
  /** Where the files were written, or null when none were. */
  readonly folder?: string | null
  /** All findings in sentences, and how sure they are. */
  readonly full?: boolean
  /** Findings printed in each block of the full summary before the rest is counted. */
  readonly most?: number
}
