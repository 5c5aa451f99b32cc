import { authorsOf, type Item, type PersonId } from './item.ts'

/** 身份 as the roster writes them, and the code's word for each (decisions 5). */
export const identityWords = {
  委员: 'member',
  常委: 'standing',
  主席: 'chair',
  副主席: 'chair',
  秘书长: 'secretary',
  组长: 'groupLeader',
  党派联络员: 'liaison',
  信息联络员: 'liaison',
  工作人员: 'staff',
  部门联络员: 'handler',
  部门负责人: 'departmentLeader',
  信息员: 'reporter',
  特邀信息员: 'reporter',
  联系点: 'contactPoint',
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

/** Who acts when a time has come: nobody on the roster. */
export const clockwork: Person = {
  id: 0,
  officeId: 0,
  name: '',
  identities: [],
  isKeyReporter: false,
}

/** 常委 and 主席 imply 委员 (decisions 5). */
export const isMember = ({ identities }: Pick<Person, 'identities'>): boolean =>
  identities.some((one) => one === 'member' || one === 'standing' || one === 'chair')

export const isStaff = ({ identities }: Pick<Person, 'identities'>): boolean =>
  identities.includes('staff')

/** Works for a department: its liaison or its head. */
export const isHandler = ({ identities }: Pick<Person, 'identities'>): boolean =>
  identities.some((one) => one === 'handler' || one === 'departmentLeader')

/** 主席班子 and 秘书长: read everything, escalate, change nothing else (domain §3). */
export const isLeader = ({ identities }: Pick<Person, 'identities'>): boolean =>
  identities.some((one) => one === 'chair' || one === 'secretary')

/** The text of a matter is for its author, the office, its department and the leaders (domain §3). */
export const mayRead = (
  person: Person,
  item: Pick<Item, 'author' | 'coAuthors' | 'enteredBy' | 'departmentId'>,
): boolean =>
  isStaff(person) ||
  authorsOf(item).includes(person.id) ||
  item.enteredBy === person.id ||
  (isHandler(person) && item.departmentId !== null && item.departmentId === person.departmentId) ||
  isLeader(person)

/** May report matters: members, 信息员 who are not members, and 社情民意信息联系点 with an account of their own. */
export const maySubmit = (person: Pick<Person, 'identities'>): boolean =>
  isSource(person) || isStaff(person)

/** Whose word a matter can be: what a clerk writes down is somebody else's. */
export const isSource = (person: Pick<Person, 'identities'>): boolean =>
  isMember(person) || person.identities.some((one) => one === 'reporter' || one === 'contactPoint')

/** The groups for whose members somebody may report (domain §3): a 组长 his 小组 and 专委会, a 联络员 his party. */
export const ledKinds = ({ identities }: Pick<Person, 'identities'>): readonly GroupKind[] => [
  ...(identities.includes('groupLeader') ? (['sector', 'township', 'committee'] as const) : []),
  ...(identities.includes('liaison') ? (['party'] as const) : []),
]
