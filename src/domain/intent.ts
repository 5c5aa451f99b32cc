import type { Details, Verb } from './act.ts'
import type { Day } from './dates.ts'
import type { ItemKind, ItemNo } from './item.ts'
import type { Period, Span } from './periods.ts'
import type { Level } from './level.ts'

/** What a person wants of us. Every command says one of these; the desk carries it out. */
export type Intent =
  | OpenIntent
  | ActIntent
  | BatchIntent
  /** One's own last act on each of these, or the last at all. */
  | { readonly type: 'undo'; readonly nos: readonly ItemNo[] }
  | {
      readonly type: 'correct'
      readonly no: ItemNo
      readonly what: 'title' | 'category' | 'author'
      readonly value: string
    }
  /** 联名: who signs with the author, by the names that were typed; none takes all of them off. */
  | {
      readonly type: 'coauthor'
      readonly no: ItemNo
      readonly kind?: ItemKind
      readonly names: readonly string[]
    }
  | {
      readonly type: 'adjust'
      readonly person: string
      readonly points: number
      readonly reason: string
    }
  | AskIntent
  | SolicitIntent
  | DeliverIntent
  /** Without names: who it is now. With none: nobody any more. */
  | { readonly type: 'duty'; readonly names?: readonly string[] }
  | { readonly type: 'bind'; readonly name: string; readonly lastFour: string }
  /** Asks the office to take back what its author no longer can. */
  | { readonly type: 'request-withdrawal'; readonly no: ItemNo }

/** A new matter. `onBehalfOf` is the member a clerk writes for (代报). */
export interface OpenIntent {
  readonly type: 'open'
  readonly kind: ItemKind
  /** All that was said after the command word, as it was said. */
  readonly text: string
  readonly onBehalfOf?: string
  /** 社情民意 约3 …: the 约稿 it delivers, and the words behind that. */
  readonly answering?: { readonly no: ItemNo; readonly text: string }
  /** It was said that this is a 联系点. */
  readonly isContactPoint?: true
  /** The words ran on without any separator (dictated): the draft is shown for a yes first. */
  readonly reconstructed?: true
  /** Its author was told where such a thing belongs, and wants it taken all the same. */
  readonly isConfirmed?: true
}

/** An act on one matter; without a number, the only one that waits for this person. */
export interface ActIntent {
  readonly type: 'act'
  readonly verb: Verb
  readonly no?: ItemNo
  /** The letter typed before the number (社/微), checked against the matter. */
  readonly kind?: ItemKind
  readonly details: Details
  readonly onBehalfOf?: string
  /** Words stood behind it that may say the opposite: asked back before anything happens. */
  readonly isDoubtful?: true
}

/** The same act on several matters: all of it or nothing, after one confirmation. */
export interface BatchIntent {
  readonly type: 'batch'
  readonly acts: readonly ActIntent[]
  readonly isConfirmed?: true
}

/** 约稿; every part but the title may be missing until it has been asked for. */
export interface SolicitIntent {
  readonly type: 'solicit'
  readonly topic: Topic
  readonly isAsked?: true
}

export interface Topic {
  readonly title?: string
  readonly due?: Day
  readonly level?: Level
  readonly audience?: Audience
}

/** Everybody, or the people of these names. */
export type Audience = 'all' | readonly string[]

/** 交稿: an opinion that is already there was written for a 约稿. */
export interface DeliverIntent {
  readonly type: 'deliver'
  readonly no: ItemNo
  readonly solicitation: ItemNo
}

export type AskIntent =
  | {
      readonly type: 'ask'
      readonly about: 'item'
      readonly no: ItemNo
      readonly kind?: ItemKind
      /** 全文: the texts themselves. */
      readonly isWhole?: true
    }
  /** 导出 137: the official form of one opinion. */
  | { readonly type: 'ask'; readonly about: 'form'; readonly no: ItemNo; readonly kind?: ItemKind }
  /** 导出 6月: the tables of a span. */
  | { readonly type: 'ask'; readonly about: 'tables'; readonly span: Span }
  | {
      readonly type: 'ask'
      readonly about: 'thanks'
      readonly no: ItemNo
      readonly kind?: ItemKind
    }
  /** 统计 6月: the figures of a span. */
  | { readonly type: 'ask'; readonly about: 'figures'; readonly span: Span }
  | { readonly type: 'ask'; readonly about: 'words'; readonly words: string }
  | { readonly type: 'ask'; readonly about: 'rules' | 'topics' }
  | { readonly type: 'ask'; readonly about: 'mine' | 'todo'; readonly page: number }
  | { readonly type: 'ask'; readonly about: 'help'; readonly topic?: string }
  | { readonly type: 'ask'; readonly about: 'why'; readonly no?: ItemNo }
  | { readonly type: 'ask'; readonly about: 'board'; readonly board: BoardRequest }
  /** 民盟现在第几 比工商联差多少: the names are looked for in the text. */
  | { readonly type: 'ask'; readonly about: 'place'; readonly text: string }

/** `group` are the 界别小组 that race; `sector` is the 界别 a person belongs to. */
const boardSubjects = ['member', 'group', 'township', 'committee', 'sector', 'party'] as const
export type BoardSubject = (typeof boardSubjects)[number]

/** Absent parts mean: own place, and the 小组 board of the year. */
export interface BoardRequest {
  readonly period?: Period
  readonly of?: BoardSubject
  /** 信息榜: opinions, instructions and what was solicited, without limits. */
  readonly isInformation?: true
}

export type Answer =
  'yes' | 'split' | 'keep-whole' | 'no' | 'no-advice' | 'no-photo' | 'no-place' | 'none'
