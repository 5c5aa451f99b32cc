/** What the bot says, before any platform has dressed it: plain lines, at most eight where it can be helped. */
export interface Message {
  readonly lines: readonly string[]
  /** Content hashes of cleaned photos that go with it. */
  readonly photos?: readonly string[]
  /** A paper that goes instead of the lines, which say what to do when it cannot be had. */
  readonly file?: FileRef
  /** Sentences that would answer it in one tap, where a platform has buttons. */
  readonly answers?: readonly string[]
  /** People to mention (platform ids), where the platform can. */
  readonly mention?: readonly string[]
  /** Set on the receipt of one submission, so that several can be merged into one message that names each. */
  readonly receipt?: { readonly label: string; readonly short: string }
}

export const say = (...lines: readonly string[]): Message => ({ lines })

/** A kept export by the hash of its content, and how it is called where it arrives. */
export interface FileRef {
  readonly hash: string
  readonly name: string
}
