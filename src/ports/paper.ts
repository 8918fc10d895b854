/** Printing a page to PDF, where the machine has something that can. */
export type Printed =
  | { readonly state: 'printed'; readonly bytes: Uint8Array }
  /** Nothing here prints, or it did not end well: why, and what to do instead. */
  | { readonly state: 'none'; readonly reason: string }

export type Paper = {
  /** In: a page that needs nothing from outside. Out: it on A4. Never rejects. */
  print(html: string): Promise<Printed>
}
