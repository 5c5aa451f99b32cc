import { listChats, setChatKind } from '../store/chats.ts'
import type { Tx } from '../store/open.ts'
import { findDepartment, listDepartments } from '../store/people.ts'

const kindWords = {
  members: '委员群',
  staff: '工作群',
  department: '部门群',
  unknown: '未设置',
} as const

export const showChats = async (tx: Tx): Promise<readonly string[]> => {
  const chats = await listChats(tx)
  return chats.length === 0
    ? ['还没有群。把机器人加进群里,再看这里。']
    : chats.map(
        ({ id, kind, name, isAlive }) =>
          `${id}  ${kindWords[kind]}  ${name}${isAlive ? '' : '(已移出)'}`,
      )
}

/** KIND is 委员群, 工作群 or 部门群 NAME, as one word or two. */
export const setChat = async (
  tx: Tx,
  officeId: number,
  [id = '', ...words]: readonly string[],
): Promise<readonly string[]> => {
  const [kindWord = '', ...names] = words.join(' ').trim().split(/\s+/)
  const kind = (['members', 'staff', 'department', 'unknown'] as const).find(
    (one) => kindWords[one] === kindWord,
  )
  if (!kind) throw new Error(`群的类型要写:委员群、工作群 或 部门群 单位名(写的是"${kindWord}")`)
  const department =
    kind === 'department' ? await findDepartment(tx, officeId, names.join('')) : undefined
  if (kind === 'department' && !department) {
    const known = await listDepartments(tx, officeId)
    throw new Error(
      `没有这个承办单位:${names.join('')}。现有:${known.map(({ name }) => name).join('、') || '(请先导入名册)'}`,
    )
  }
  if (!(await setChatKind(tx, id, kind, department?.id ?? null)))
    throw new Error(`没有这个群:${id}。先看:npm run admin -- chat list`)
  return [`已设置:${id} 是${kindWord}${department ? ` ${department.name}` : ''}`]
}
