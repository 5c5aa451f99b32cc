import type { Intent, Topic } from './intent.ts'
import type { ItemNo } from './item.ts'

/** What we asked somebody last. `missing` takes the next message as it stands; the others wait for 是, 否 or 确认. */
export type Question =
  | {
      readonly type: 'missing'
      readonly what: 'advice' | 'place' | 'photo'
      readonly no: ItemNo
    }
  | { readonly type: 'photo-sentence' }
  /** Parts of a 约稿 that were missing. */
  | { readonly type: 'topic'; readonly topic: Topic }
  | {
      readonly type: 'submit-draft'
      readonly no: ItemNo
      /** Drafts that are shown one after the other. */
      readonly next?: readonly ItemNo[]
    }
  /** The next message stands in place of what must not stay as it is, or is too long. */
  | { readonly type: 'rewrite' | 'shorten'; readonly no: ItemNo }
  /** 拆 or 不拆. */
  | { readonly type: 'split'; readonly no: ItemNo }
  | { readonly type: 'meant'; readonly intent: Intent }
  | { readonly type: 'reason'; readonly intent: Intent }
