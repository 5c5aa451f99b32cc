import type { Item } from './item.ts'
import { type Person, isHandler, isLeader, isStaff, mayRead } from './person.ts'
import { viewOf } from './workflows/index.ts'

/** As what somebody reads a matter: it decides how much of it he is shown (domain §3). */
export type Reader = 'staff' | 'leader' | 'author' | 'handler' | 'outsider'

/** The office sees all; what must not circulate is hidden from everybody else. */
export const readerOf = (person: Person, item: Item): Reader => {
  if (isStaff(person)) return 'staff'
  if (viewOf(item).isHidden || !mayRead(person, item)) return 'outsider'
  if (isLeader(person)) return 'leader'
  return isHandler(person) && item.departmentId === person.departmentId ? 'handler' : 'author'
}
