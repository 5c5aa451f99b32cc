import type { ChannelName, Heard } from '../channels/channel.ts'

/** `channel:chat:person`; what has no person has the chat's own lane, with nothing behind the second colon. */
export const laneOf = (channel: ChannelName, heard: Heard): string =>
  `${channel}:${heard.chat.id}:${'from' in heard ? heard.from : ''}`
