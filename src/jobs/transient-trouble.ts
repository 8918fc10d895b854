/** Thrown for trouble that may pass, so that the job is tried again; the message is the sentence. */
export class TransientTrouble extends Error {
  override readonly name = 'TransientTrouble'
}
