import type { Config } from './config.ts'

export const greetingOf = (config: Config, address: string): readonly string[] => [
  `${config.officeName} 履职助手已启动:${address}`,
  config.place.type === 'postgres'
    ? '数据库:PostgreSQL'
    : `数据库:内置(${config.dataDir}/db),进程被杀不丢数据,断电请靠备份`,
  ...(config.lark
    ? [`飞书:${config.lark.mode === 'webhook' ? `回调地址 ${address}/webhooks/lark` : '长连接'}`]
    : []),
  ...(config.playground ? [`体验页(只对本机):${address}/playground`] : []),
]
