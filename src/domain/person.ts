import type { PersonId } from './item.ts'

/** 身份 as the roster writes them, and the code's word for each (decisions 5). */
export const identityWords = {
  委员: 'member',
  常委: 'standing',
  主席: 'chair',
  副主席: 'chair',
  秘书长: 'secretary',
  组长: 'groupLeader',
  工作人员: 'staff',
  部门联络员: 'handler',
  部门负责人: 'departmentLeader',
  信息员: 'reporter',
  列席: 'observer',
} as const
export type IdentityWord = keyof typeof identityWords
export type Identity = (typeof identityWords)[IdentityWord]

export const groupKinds = ['sector', 'township', 'committee', 'party'] as const
export type GroupKind = (typeof groupKinds)[number]

export interface Person {
  readonly id: PersonId
  readonly officeId: number
  readonly name: string
  readonly identities: readonly Identity[]
  readonly unit?: string
  readonly departmentId?: number
  readonly isKeyReporter: boolean
}

/** 常委 and 主席 imply 委员 (decisions 5). */
const isMember = ({ identities }: Pick<Person, 'identities'>): boolean =>
  identities.some((one) => one === 'member' || one === 'standing' || one === 'chair')

export const isStaff = ({ identities }: Pick<Person, 'identities'>): boolean =>
  identities.includes('staff')

/** Works for a department: its liaison or its head. */
export const isHandler = ({ identities }: Pick<Person, 'identities'>): boolean =>
  identities.some((one) => one === 'handler' || one === 'departmentLeader')

/** The text of a matter is for its author, the office, its department and the leaders (domain §3). */
export const mayRead = (
  person: Person,
  item: { readonly author: PersonId; readonly departmentId: number | null },
): boolean =>
  isStaff(person) ||
  item.author === person.id ||
  (isHandler(person) && item.departmentId !== null && item.departmentId === person.departmentId) ||
  person.identities.some((one) => one === 'chair' || one === 'secretary')

/** May report matters: members, and 信息员 who are not members. */
export const maySubmit = (person: Pick<Person, 'identities'>): boolean =>
  isMember(person) || person.identities.includes('reporter') || isStaff(person)
