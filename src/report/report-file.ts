/** One file of a report: a name without a folder, and what it holds. Made by report, written by the edges. */
export type ReportFile = { readonly name: string; readonly content: string | Uint8Array }
