import { resolve } from 'node:path'
import { findOffice, officeCodeOf } from '../store/offices.ts'
import type { Store, Tx } from '../store/open.ts'

export interface AdminParts {
  readonly store: Store
  readonly dataDir: string
  /** Where the operator stands: relative file names count from there. */
  readonly cwd: string
  readonly now: () => Date
  readonly zone: string
}

/** One thing the operator can say. */
export interface AdminCommand {
  readonly words: readonly string[]
  readonly needs: number
  readonly usage: string
  readonly run: (parts: AdminParts, rest: readonly string[]) => Promise<readonly string[]>
}

export const inOffice = (
  { store }: AdminParts,
  work: (tx: Tx, officeId: number) => Promise<readonly string[]>,
) =>
  store.transaction(async (tx) => {
    const office = await findOffice(tx, officeCodeOf.lark)
    if (!office) throw new Error('还没有机构:请先启动一次 npm start')
    return work(tx, office.id)
  })

export const fileOf = ({ cwd }: AdminParts, [path = '']: readonly string[]): string =>
  resolve(cwd, path)
