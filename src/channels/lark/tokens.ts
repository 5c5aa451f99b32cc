/** The SDK keeps a token until shortly before it ends and never drops one the platform refused: so the cache is ours. */
export const createTokenCache = () => {
  const kept = new Map<string, { readonly value: unknown; readonly until: number }>()
  const nameOf = (key: string | symbol, namespace?: string) => `${namespace ?? ''} ${String(key)}`
  return {
    clear: () => kept.clear(),
    cache: {
      get: async (key: string | symbol, options?: { namespace?: string }) => {
        const found = kept.get(nameOf(key, options?.namespace))
        return found && found.until > performance.timeOrigin + performance.now()
          ? found.value
          : undefined
      },
      set: async (
        key: string | symbol,
        value: unknown,
        until = Infinity,
        options?: { namespace?: string },
      ) => {
        kept.set(nameOf(key, options?.namespace), { value, until })
        return true
      },
    } as never,
  }
}
