import { sql } from 'drizzle-orm'
import { hearAgain, listSetAside } from '../inbox/sweep.ts'
import { type Tx, rows } from '../store/open.ts'

interface LetterLine {
  readonly id: number
  readonly to: string
  readonly kind: string
  readonly state: string
  readonly tries: number
  readonly error: string | null
  readonly at: string
}

/** Content is not shown: the operator needs to know which and why. */
export const showLetters = async (tx: Tx, failedOnly: boolean): Promise<readonly string[]> => {
  const found = await rows<LetterLine>(
    tx,
    sql`select id::float8 as id, to_id as to, kind, state, tries, error, to_char(put_at, 'YYYY-MM-DD HH24:MI') as at from outbox
      where state in ('failed', 'dropped') or (${!failedOnly} and state = 'waiting') order by id desc limit 200`,
  )
  return found.length === 0
    ? [failedOnly ? '没有未送达的消息。' : '没有在路上的消息。']
    : found.map(
        ({ id, at, to, kind, state, tries, error }) =>
          `${id}  ${at}  ${kind} → ${to}  ${state === 'waiting' ? '等待中' : '未送达'}(试了${tries}次)${error ? ` ${error}` : ''}`,
      )
}

export const retryLetter = async (tx: Tx, id: string): Promise<readonly string[]> => {
  const again = await rows(
    tx,
    sql`update outbox set state = 'waiting', tries = 0, not_before = null, first_tried_at = null, error = null,
        carrier_id = null, due_at = least(due_at, now())
      where (id = ${Number(id) || 0} or carrier_id = ${Number(id) || 0})
        and state in ('failed', 'dropped') and message is not null returning id`,
  )
  if (again.length === 0) throw new Error(`没有编号 ${id} 的未送达消息`)
  return [`编号 ${id} 会再发一次。`]
}

export const retrySetAside = async (tx: Tx, id: string): Promise<readonly string[]> => {
  if (!(await hearAgain(tx, Number(id) || 0)))
    throw new Error(`没有编号 ${id} 的搁置来信(内容只留 30 天)`)
  return [`编号 ${id} 会再处理一次。`]
}

export const showSetAside = async (tx: Tx): Promise<readonly string[]> => {
  const found = await listSetAside(tx)
  return found.length === 0
    ? ['没有搁置的来信。']
    : found.map(
        ({ id, saidAt, lane, tries, error }) =>
          `${id}  ${saidAt}  ${lane}  试了${tries}次  ${error}`,
      )
}
