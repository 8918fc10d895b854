/** Thrown for trouble that may pass, so that the job is tried again: the code, for the metrics, and its sentence. */
export class TransientTrouble extends Error {
  override readonly name = 'TransientTrouble'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}
