/** What the store keeps of people at one service. With a comparison its rulings, assignments and links go; with a key its sessions. */
import type { ApiKey } from '../model/api-key.js'
import type { Assignment, Change, DeskRuling, Session, Share } from '../model/desk.js'

export interface DeskStore {
  /** Of one key the newest `most` stay. */
  addSession(session: Session, most: number): Promise<void>
  /** One that has not ended, with its key as it is now. */
  session(hash: string, now: number): Promise<{ readonly session: Session; readonly key: ApiKey } | null>
  endSession(hash: string): Promise<void>

  /** False where there is no such comparison, or it has `most` links that lead somewhere. */
  addShare(share: Share, most: number): Promise<boolean>
  /** One that leads somewhere: neither ended nor revoked, its comparison neither deleted nor gone. */
  share(hash: string, now: number): Promise<Share | null>
  /** Newest first. */
  shares(comparison: string): Promise<readonly Share[]>
  /** False where it is not of this comparison, or was revoked before. */
  revokeShare(comparison: string, id: string, now: number): Promise<boolean>

  /** What the same person said last, or null; a ruling settles what that person was asked. `full` where the comparison has `most` already. */
  rule(comparison: string, ruling: DeskRuling, most: number): Promise<DeskRuling | 'full' | null>
  /** The last word of each person on each finding, in the order of findings and persons. */
  rulings(comparison: string): Promise<readonly DeskRuling[]>
  /** All that was said, newest first. */
  rulingHistory(comparison: string, limit: number): Promise<readonly DeskRuling[]>
  /** Whoever was asked before, or null. Of one comparison the newest `most` stay. */
  assign(assignment: Assignment, most: number): Promise<Assignment | null>
  /** Takes it back; who had been asked, or null. */
  unassign(comparison: string, finding: string, now: number): Promise<Assignment | null>
  /** Of people who still have a key, what has not ended. */
  assignments(comparison: string): Promise<readonly Assignment[]>
  /** All that was asked, newest first. */
  assignmentHistory(comparison: string, limit: number): Promise<readonly Assignment[]>
  /** Of comparisons that are there, oldest first. */
  assignedTo(key: string, limit: number): Promise<readonly Assignment[]>

  record(change: Change): Promise<void>
  /** Newest first; `after` is the `next` of the page before. */
  changes(options: {
    readonly limit: number
    readonly after: string | null
    /** Of this key alone. */
    readonly by?: string
  }): Promise<{ readonly items: readonly Change[]; readonly next: string | null }>

  /** Deletes sessions and links that ended before now, and changes before a time (null: none) or beyond the newest `most`. */
  expire(expiry: {
    readonly now: number
    readonly changesBefore: number | null
    readonly most: number
  }): Promise<number>
}
