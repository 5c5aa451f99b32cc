import { commands } from '../commands/index.ts'
import { type Parsed, agrees, isSmallTalk } from '../commands/parse.ts'
import { opensAdvice } from '../commands/words.ts'
import { cut } from '../domain/text.ts'
import { carryOut } from './act.ts'
import { answerQuestion, maySay } from './ask.ts'
import { ask, holdPhotos } from './asking.ts'
import { carryOutAll } from './batch.ts'
import { takeAnswer, takePhotosAlone, takeWords } from './dialogue.ts'
import { deliver } from './deliver.ts'
import { setDuty } from './duty.ts'
import { stopSupplement, turnAway } from './gates.ts'
import { open } from './open.ts'
import { solicit } from './solicit.ts'
import { nameSigners } from './signers.ts'
import { adjust, correct, requestWithdrawal } from './staff-work.ts'
import { undo } from './undo.ts'
import { type Letters, type Visit, answer, inGroup, letterTo } from './visit.ts'
import type { Intent } from '../domain/intent.ts'
import { isHandler, isStaff } from '../domain/person.ts'
import { alreadyBound } from '../messages/people.ts'
import { notForYou } from '../messages/refusals.ts'
import { staffAddresses } from '../store/addresses.ts'
import { findDossier, findLastAct } from '../store/items.ts'
import * as talk from '../messages/talk.ts'

export const respond = async (visit: Visit, parsed: Parsed): Promise<Letters> => {
  const { heard } = visit
  if (heard.unreadable) return [answer(visit, talk.unreadable(heard.unreadable))]
  if (heard.photos.length > 0 && !heard.text.trim()) return takePhotosAlone(visit)
  const turnedAway = isQuestion(parsed) ? undefined : await turnAway(visit)
  if (turnedAway) return turnedAway
  if (agrees(heard.text) && isAskedForYes(visit)) return takeAnswer(visit, 'yes', carry)
  if (isAdvice(visit)) return (await takeWords(visit, heard.text, carry)) ?? idle(visit)
  switch (parsed.type) {
    case 'understood':
      return maySay(visit.by, parsed.command) || parsed.intent.type === 'undo'
        ? carry(visit, parsed.intent)
        : sendToOffice(visit, parsed.command.name, parsed.command.speakers)
    case 'meant':
      return offer(visit, parsed)
    case 'misused':
      return maySay(visit.by, parsed.command)
        ? [
            answer(
              visit,
              talk.misused(parsed.command.name, parsed.command.summary, parsed.command.examples),
            ),
          ]
        : sendToOffice(visit, parsed.command.name, parsed.command.speakers)
    case 'answer':
      return takeAnswer(visit, parsed.answer, carry)
    case 'thanks':
      return [answer(visit, talk.thanks())]
    case 'unknown':
      return (await takeWords(visit, heard.text, carry)) ?? idle(visit)
  }
}

const isQuestion = (parsed: Parsed): boolean =>
  parsed.type === 'understood' && parsed.intent.type === 'ask'

const isAskedForYes = ({ asked: [latest] }: Visit): boolean =>
  latest?.question.type === 'meant' || latest?.question.type === 'submit-draft'

/** The advice, said by its name to whom we asked for it, is no new matter. */
const isAdvice = ({ asked, heard }: Visit): boolean =>
  opensAdvice(heard.text) &&
  asked.some(({ question }) => question.type === 'missing' && question.what === 'advice')

const idle = (visit: Visit): Letters =>
  isSmallTalk(visit.heard.text) && visit.heard.text.trim()
    ? inGroup(visit) && !visit.heard.mentioned
      ? []
      : [answer(visit, talk.thanks())]
    : puzzled(visit)

const puzzled = (visit: Visit): Letters => {
  if (visit.heard.photos.length > 0 && !visit.heard.mentioned && inGroup(visit)) return []
  return inGroup(visit) && !visit.heard.mentioned
    ? []
    : [
        answer(
          visit,
          talk.dontKnow(
            commands
              .filter((command) => maySay(visit.by, command))
              .slice(0, 12)
              .map(({ name }) => name),
          ),
        ),
      ]
}

const offer = async (
  visit: Visit,
  parsed: Extract<Parsed, { type: 'meant' }>,
): Promise<Letters> => {
  if (!maySay(visit.by, parsed.command))
    return (await takeWords(visit, visit.heard.text, carry)) ?? idle(visit)
  await holdPhotos(visit)
  await ask(visit, { type: 'meant', intent: parsed.intent })
  const content = parsed.intent.type === 'open' ? parsed.intent.text : ''
  return [answer(visit, talk.didYouMean(parsed.command.name, content, inGroup(visit)))]
}

/** Who may not do it hears who may; a member's note for the office is passed on. */
const sendToOffice = async (
  visit: Visit,
  word: string,
  speakers: readonly string[],
): Promise<Letters> => {
  const who = (['staff', 'department'] as const).find((one) => speakers.includes(one)) ?? 'member'
  if (who !== 'staff') return [answer(visit, notForYou(word, who, false))]
  const { tx, channel, office, by, heard } = visit
  const staff = await staffAddresses(tx, { channel, officeId: office.id, now: visit.now })
  const note = talk.forwarded(by.name, cut(heard.text.trim(), 500))
  return [
    answer(visit, notForYou(word, who, staff.length > 0)),
    ...staff.map((to) => letterTo(visit, to, note)),
  ]
}

const carry = async (visit: Visit, intent: Intent): Promise<Letters> => {
  switch (intent.type) {
    case 'open':
      return open(visit, intent)
    case 'act':
      return (await stopSupplement(visit, intent)) ?? carryOut(visit, intent)
    case 'batch':
      return carryOutAll(visit, intent)
    case 'undo':
      return takeBack(visit, intent)
    case 'correct':
      return correct(visit, intent)
    case 'solicit':
      return solicit(visit, intent)
    case 'deliver':
      return deliver(visit, intent)
    case 'coauthor':
      return nameSigners(visit, intent)
    case 'adjust':
      return adjust(visit, intent)
    case 'ask':
      return answerQuestion(visit, intent)
    case 'duty':
      return setDuty(visit, intent)
    case 'bind':
      return [answer(visit, alreadyBound(visit.by.name))]
    case 'request-withdrawal':
      return requestWithdrawal(visit, intent.no)
  }
}

/** 撤销 is an undo for the office and departments, a withdrawal for members; who could mean both is asked (decisions 3). */
const takeBack = async (
  visit: Visit,
  intent: Extract<Intent, { type: 'undo' }>,
): Promise<Letters> => {
  const { by, tx, office } = visit
  const [no, ...others] = intent.nos
  const acts = intent.nos.map((one) => ({ ...withdrawal, no: one }))
  if (!isStaff(by) && !isHandler(by) && !(await hasActed(visit, no)))
    return others.length > 0
      ? carryOutAll(visit, { type: 'batch', acts })
      : carryOut(visit, acts[0] ?? withdrawal)
  if (
    no === undefined ||
    others.length > 0 ||
    visit.asked.some(({ question }) => question.type === 'meant')
  )
    return undo(visit, intent)
  const dossier = await findDossier(tx, office.id, no)
  if (dossier?.item.author !== by.id || dossier.item.state !== 'submitted')
    return undo(visit, intent)
  await ask(visit, { type: 'meant', intent }, no)
  return [answer(visit, talk.undoOrWithdraw(no))]
}

const withdrawal = { type: 'act', verb: 'withdraw', details: {} } as const

/** Who is neither has something to take back where he escalated or claimed; else he means a matter of his own. */
const hasActed = async ({ tx, office, by }: Visit, no: number | undefined): Promise<boolean> => {
  const last = await findLastAct(tx, office.id, by.id, no)
  return last?.fact.verb === 'escalate' || last?.fact.verb === 'claim'
}
