/** A file with mistakes in it: nothing was written, and every mistake is named by line and column. */
export class SheetFaults extends Error {
  readonly faults: readonly string[]
  constructor(message: string, faults: readonly string[]) {
    super(message)
    this.name = 'SheetFaults'
    this.faults = faults
  }
}
