import { spoken } from '../domain/dates.ts'
import { type Item, type ItemKind, label } from '../domain/item.ts'
import { type Message, say } from './message.ts'
import { remarksOn, sizeWords } from './rework.ts'

/** How to answer a question: in a group the bot hears only who mentions it. */
const howTo = (inGroup: boolean): string => (inGroup ? '(请@我回复,或私聊我)' : '')

interface Seen {
  /** How many parts stood under their own heading. */
  readonly headings: number
  readonly topics: number
  readonly isEmergency: boolean
  /** Somebody in the office has been written to. */
  readonly isTold: boolean
}

export const opinionReceipt = (
  item: Item,
  { headings, topics, isEmergency, isTold }: Seen,
): Message => {
  const remarks = remarksOn(item, topics)
  const size =
    headings >= 2
      ? `(${headings}项要素,${sizeWords(item.text)})`
      : remarks.length > 0
        ? `(${sizeWords(item.text)})`
        : ''
  const due = item.dueOn ? spoken(item.dueOn) : ''
  if (isEmergency) return emergencyReceipt(item, isTold)
  return {
    lines: [
      `✅ ${label(item)}《${item.title}》已提交${size}。`,
      ...remarks,
      ...(item.isUrgent ? [`如有人身危险请先打110或12345。${toldWords(isTold)}`] : []),
      `下一步:政协办审核,最迟${due}前答复。查进度:查 ${item.no}`,
    ],
    ...(topics > 1 && { answers: ['拆', '不拆'] }),
    // a question and a warning are never shortened
    ...(topics <= 1 &&
      !item.isUrgent && {
        receipt: { label: label(item), short: `${item.title},最迟${due}前答复` },
      }),
  }
}

/** The numbers come first, and no time is promised (domain §8.6). */
const emergencyReceipt = (item: Item, isTold: boolean): Message =>
  say(
    '⚠️ 有人身危险请立即拨110、119或120,其他求助拨12345;请先远离危险。',
    `${label(item)}《${item.title}》已登记(紧急)。${toldWords(isTold)}`,
    `政协办不能代替救援。查进度:查 ${item.no}`,
  )

/** Only what was really done is claimed. */
const toldWords = (isTold: boolean): string =>
  isTold ? '已发消息给政协办值班人员。' : '请同时打电话告诉政协办。'

/** After the missing piece came. */
export const completed = (item: Item, isTold: boolean): Message =>
  item.kind === 'opinion'
    ? {
        lines: [
          `✅ ${label(item)} 已提交,政协办将在5个工作日内审核(最迟${item.dueOn ? spoken(item.dueOn) : ''}),结果会告诉您。`,
        ],
        receipt: { label: label(item), short: `${item.title},已提交` },
      }
    : snapshotReceipt(item, false, isTold)

export const snapshotReceipt = (item: Item, isEmergency: boolean, isTold: boolean): Message => {
  const what = [item.place, item.problem ?? item.title].filter(Boolean).join(' ')
  const kind = [item.category, isEmergency ? '紧急' : item.isUrgent ? '较急' : '']
    .filter(Boolean)
    .join(',')
  const due = item.dueOn ? spoken(item.dueOn) : ''
  return {
    lines: [
      `${isEmergency ? '⚠️' : '✅'} ${label(item)} 已登记${kind ? `(${kind})` : ''}:${what}。`,
      ...(isEmergency
        ? ['请远离危险,必要时拨打110、119、120或供电95598。']
        : item.isUrgent
          ? ['如有人身危险请先打12345或110。']
          : []),
      `${item.isUrgent ? toldWords(isTold) : ''}${isEmergency ? '' : `政协办${due}前交办;`}交办后您会收到承办单位和期限。`,
      ...(item.lacksPhoto ? [`还缺照片,补一张会办得更快:发图并写"补充 ${item.no}"。`] : []),
    ],
    // what stands between somebody and danger is never shortened
    ...(!isEmergency &&
      !item.isUrgent && {
        receipt: {
          label: label(item),
          short: `${what},${due}前交办${item.lacksPhoto ? '(缺照片)' : ''}`,
        },
      }),
  }
}

export const askForAdvice = (item: Item, inGroup: boolean): Message => ({
  ...say(
    `已收到,先记为草稿(${label(item)}):${item.title}。`,
    `还差一条"建议",直接回复即可,例如"建议错峰放学、划临停区";没有就回"无建议",我按现在这样报给政协办。${howTo(inGroup)}`,
  ),
  answers: ['无建议'],
})

export const askForPhoto = (item: Item, inGroup: boolean): Message => ({
  ...say(
    `记下了(${label(item)} 草稿):${[item.place, item.problem].filter(Boolean).join(' ')}。`,
    `再补一张照片就能交办,发图${inGroup ? '并@我' : ''}即可;拍不了就回"无照片"。`,
  ),
  answers: ['无照片'],
})

export const askForPlace = (item: Item, inGroup: boolean): Message =>
  say(
    `记下了(${label(item)} 草稿):${item.problem ?? item.title}。`,
    `还差一句"在哪里",例如"人民路与文昌路口往西50米";有照片也可一起发。${howTo(inGroup)}`,
  )

export const askForSentence = (inGroup: boolean): Message =>
  say(`收到照片。请回一句"在哪里+什么问题",例如"人民路与文昌路口,井盖破损"。${howTo(inGroup)}`)

export const draftUnchanged = (): Message =>
  say('没听明白,草稿没有改。回"是"就提交;要改请写完整的一句。')

export const notForReporting = (): Message =>
  say('社情民意和随手拍由委员和信息员报送。您要办的事发"待办"看。')

/** It was dictated and taken apart by us: shown before it counts. */
export const showDraft = (item: Item, inGroup: boolean): Message => ({
  ...say(
    `我这样理解(${label(item)} 草稿),对吗?`,
    `标题:${item.title}`,
    `问题:${item.problem ?? '(没有听出)'}`,
    `建议:${item.advice ?? '(没有听出)'}`,
    `回"是"就提交;要改就直接回复改好的内容。${howTo(inGroup)}`,
  ),
  answers: ['是'],
})

export const tooShort = (kind: ItemKind): Message =>
  say(
    '太短了,我没听懂要反映什么。请说一句完整的话,例如:',
    kind === 'opinion'
      ? '社情民意 城东小学门口放学堵,建议错峰放学'
      : '随手拍 人民路与文昌路口,井盖破了一半(附照片)',
  )

export const masked = (message: Message): Message => ({
  ...message,
  lines: [...message.lines, '已隐去其中的证件号、电话等个人信息。个人诉求建议走信访或社区。'],
})
