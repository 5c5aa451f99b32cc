export interface Loop {
  /** There may be work: look now, not when the idle time is over. */
  readonly poke: () => void
  /** Takes nothing new; resolves when what is in hand is done. */
  readonly stop: () => Promise<void>
}

export interface LoopParts {
  /** True when something was done, so that it is asked again at once. */
  readonly work: () => Promise<boolean>
  readonly idleMs: number
  readonly onError: (error: unknown) => void
}

/** Works while there is work, waits when there is none, and backs off (to 5 s) while work throws. */
export const startLoop = ({ work, idleMs, onError }: LoopParts): Loop => {
  const bell = createBell()
  const stopping = { now: false }
  const run = async (): Promise<void> => {
    let failures = 0
    while (!stopping.now) {
      try {
        const didSomething = await work()
        failures = 0
        if (!didSomething) await bell.wait(idleMs)
      } catch (error) {
        failures += 1
        onError(error)
        await bell.sleep(Math.min(longestPauseMs, 125 * 2 ** failures))
      }
    }
  }
  const running = run()
  return {
    poke: bell.ring,
    stop: () => {
      stopping.now = true
      bell.open()
      return running
    },
  }
}

const longestPauseMs = 5_000

/** A ring that comes while nobody waits is kept, or work put between looking and waiting would lie idle. */
const createBell = () => {
  let rung = false
  let opened = false
  let wake = () => {}
  let rouse = () => {}
  const pause = (ms: number, hold: (go: () => void) => void) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      hold(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  return {
    ring: () => {
      rung = true
      wake()
    },
    open: () => {
      opened = true
      wake()
      rouse()
    },
    wait: async (ms: number): Promise<void> => {
      if (!rung && !opened) await pause(ms, (go) => (wake = go))
      rung = false
    },
    /** Only stopping ends it early: pokes must not turn an outage into a hot loop. */
    sleep: async (ms: number): Promise<void> => {
      if (!opened) await pause(ms, (go) => (rouse = go))
    },
  }
}
