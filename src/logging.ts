import { pino, type Logger } from 'pino'
import { rootOf } from './inbox/trouble.ts'

export type { Logger }

/** Lines of JSON. What people said, tokens and numbers of persons never come here; these paths are the second net. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    redact: {
      paths: [
        '*.text',
        '*.message.lines',
        '*.mobile',
        '*.token',
        '*.app_secret',
        '*.authorization',
        'err.query',
        'err.parameters',
        'err.params',
        'err.config',
      ],
      censor: '…',
    },
    serializers: { err: (error: unknown) => whyOf(error) },
  })

/** A failed query's own message carries its parameters: only the cause's sentence and the stack's places are kept. */
const whyOf = (error: unknown): object => {
  const root = rootOf(error)
  if (!(root instanceof Error)) return { why: String(root).slice(0, 300) }
  const places = (root.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
  return { type: root.name, why: root.message.slice(0, 300), places }
}

/** Sentences for whoever started it. */
export const say = (lines: readonly string[]): void => console.log(lines.join('\n'))
