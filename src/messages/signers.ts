import { authorsOf, type Item, label } from '../domain/item.ts'
import { type Message, say } from './message.ts'
import { earned, ownPoints, type Taken } from './taken.ts'
import { verdictOf } from './words.ts'

/** What who named the co-authors reads. */
export const signedBy = (taken: Taken): Message => {
  const { item, names } = taken
  const what = `${label(item)}《${item.title}》`
  return item.coAuthors.length === 0
    ? say(`${what} 已取消联名,作者 ${names.author}${earned(taken)}。`)
    : say(
        `${what} 已记联名:${others(taken)}(第一作者 ${names.author})。${earned(taken)}`,
        howShared,
      )
}

const howShared = '得分由第一作者和联名按规则分,发"规则"看。'

const others = ({ item, names }: Pick<Taken, 'item' | 'names'>): string =>
  authorsOf(item)
    .slice(1)
    .map((id) => names.people.get(id) ?? '')
    .join('、')

/** What those who sign read, and those who no longer do. */
export const signersTold = (taken: Taken): Message => {
  const { item, names, reader = item.author } = taken
  const what = `${label(item)}《${item.title}》`
  if (reader === item.author)
    return say(
      item.coAuthors.length === 0
        ? `您的${what} 已由${names.actor}取消联名${ownPoints(taken)}。`
        : `您的${what} 已由${names.actor}登记联名:${others(taken)}${ownPoints(taken)}。`,
    )
  return authorsOf(item).includes(reader)
    ? say(
        `${names.author}的${what} 由您联名(${others(taken)})${ownPoints(taken)}。`,
        `${howShared}不是这样请告诉政协办。查进度:查 ${item.no}`,
      )
    : say(`${what} 的联名已更正,不再列您${ownPoints(taken)}。有疑问请联系政协办。`)
}

/** The office holds something against the matter: its authors hear it, and why. */
export const judged = (taken: Taken): Message => {
  const { item, act } = taken
  return say(
    `${label(item)}《${item.title}》经政协办核实,${verdictOf(act)}:${act.details.reason ?? ''}`,
    `得分收回并扣分${ownPoints(taken)}${act.details.verdict === 'plagiarised' ? ',本年度不参加评优' : ''}。如有不同意见,请联系政协办。`,
  )
}

/** Why somebody was not taken down as a co-author. */
export type SignerFault =
  | { readonly why: 'unknown' | 'namesake' | 'not-a-member' | 'is-author'; readonly name: string }
  | { readonly why: 'too-many'; readonly most: number }

const faultText = (fault: SignerFault): string => {
  switch (fault.why) {
    case 'unknown':
      return `名册里没有"${fault.name}"`
    case 'namesake':
      return `名册里有几位"${fault.name}",请@本人`
    case 'not-a-member':
      return `"${fault.name}"不是委员或信息员`
    case 'is-author':
      return `"${fault.name}"已是第一作者`
    case 'too-many':
      return `联名最多${fault.most}人`
  }
}

/** 联名 137 with a name that cannot be taken: nothing is changed. */
export const signersRefused = (item: Item, faults: readonly SignerFault[]): Message =>
  say(
    `${faults.map(faultText).join(';')}。联名没有改动。`,
    `这样写:联名 ${item.no} 张三 李四(写全部联名人;取消发"联名 ${item.no} 无")`,
  )

/** A submission with such names stands without them. */
export const withSigners = (
  message: Message,
  no: number,
  names: readonly string[],
  faults: readonly SignerFault[],
): Message => ({
  ...message,
  lines: [
    ...message.lines,
    ...(names.length > 0 ? [`联名:${names.join('、')}。`] : []),
    ...(faults.length > 0
      ? [`${faults.map(faultText).join(';')},没有记入联名;要补记发:联名 ${no} 姓名`]
      : []),
  ],
})

/** The author of a matter that is with the office: the office takes the names down. */
export const signersTooLate = (item: Item): Message =>
  say(`${label(item)} 已由政协办审核,联名请告诉政协办补记(联名 ${item.no} 姓名)。`)
