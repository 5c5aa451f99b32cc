import { type Level, levels } from '../domain/act.ts'

/** A part of a base, both printed always: 78.0%(110/141). */
export interface Share {
  readonly part: number
  readonly of: number
}

export type ByLevel<T> = Readonly<Record<Level, T>>

/** How many of a base something holds for. */
export const shareOf = <T>(base: readonly T[], holds: (one: T) => boolean): Share => ({
  part: base.filter(holds).length,
  of: base.length,
})

export const byLevel = <T>(of: (level: Level) => T): ByLevel<T> => ({
  county: of('county'),
  city: of('city'),
  province: of('province'),
  nation: of('nation'),
})

/** That level or a higher one. */
export const reaches = (level: Level, wanted: Level): boolean =>
  levels.indexOf(level) >= levels.indexOf(wanted)

/** Fewer cases than this are shown, never ranked. */
const fewest = 5

export const isTooFew = ({ of }: Share): boolean => of > 0 && of < fewest
