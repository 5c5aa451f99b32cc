/** A table as it is printed, whatever file it goes into. */
export interface Table {
  /** Names the sheet. */
  readonly name: string
  readonly title?: string
  /** Lines between the title and the head: period, cut-off day, the county's sums. */
  readonly about?: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** 统计口径, below. */
  readonly notes?: readonly string[]
}

export type Cell = string | number | Rate

/** Numbers always with their base: 78.0%(110/141); without a base there is no rate. */
interface Rate {
  readonly part: number
  readonly of: number
}

/** What is printed where there is nothing to divide by: never 0 % or 100 %. */
export const nothing = '—'

export const rateOf = (part: number, of: number): Cell => (of > 0 ? { part, of } : nothing)

/** How a cell reads. */
export const textOf = (cell: Cell): string =>
  typeof cell === 'object'
    ? `${((100 * cell.part) / cell.of).toFixed(1)}%(${cell.part}/${cell.of})`
    : `${cell}`
