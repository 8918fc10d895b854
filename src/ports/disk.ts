/** What a path is, without opening it: for telling folders, event files and pages apart. */
export type Look =
  | { readonly kind: 'file' }
  /** Names of the direct members that are not folders, in no promised order. */
  | { readonly kind: 'folder'; readonly members: readonly string[] }
  /** `why` completes "the folder … ": `cannot be read: permission denied`. */
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'missing' }

export interface Disk {
  look(path: string): Promise<Look>
}
