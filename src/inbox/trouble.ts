/** What went wrong, without what was said: a failed query's own message carries its parameters. */
export const describe = (error: unknown): { readonly why: string; readonly stack?: string } => {
  const root = rootOf(error)
  if (!(root instanceof Error)) return { why: String(root).slice(0, 300) }
  return { why: root.message.slice(0, 300), ...(root.stack && { stack: root.stack }) }
}

/** True when the database refuses the data itself (SQLSTATE classes 22 and 54), so that others may pass without it. */
export const isUnstorable = (error: unknown): boolean => {
  const root = rootOf(error)
  const code = root instanceof Error && 'code' in root ? root.code : undefined
  return typeof code === 'string' && /^(22|54)\w{3}$/.test(code)
}

/** The error below all that wrap it: a failed query's wrapper carries its parameters. */
export const rootOf = (error: unknown): unknown =>
  error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error
