import { z } from 'zod'
import type { LarkConfig } from './channels/lark/index.ts'
import type { StorePlace } from './store/open.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly place: StorePlace
  readonly zone: string
  readonly officeName: string
  readonly lark?: LarkConfig
  readonly rates: { readonly chat: number; readonly app: number }
  readonly playground: boolean
  readonly logLevel: string
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Reads the environment once; all faults at once, in Chinese, with the names as they are. */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
): ReadConfig => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value?.trim() !== ''),
  )
  const found = shape.safeParse(given)
  const faults = [
    ...(found.success
      ? []
      : found.error.issues.map(({ path, message }) => `${path.join('.')}:${message}`)),
    ...larkFaults(given),
    ...dingtalkFaults(given),
  ]
  return found.success && faults.length === 0
    ? { ok: true, config: configOf(found.data) }
    : { ok: false, faults }
}

const rate = (fallback: number) =>
  z.coerce
    .number({ error: '要写 0 或正整数(0 为不限)' })
    .int('要写整数')
    .min(0, '不能小于 0')
    .max(1000, '不能大于 1000')
    .default(fallback)

const baseUrl = z
  .url({ protocol: /^https?$/, error: '要写网址,如 https://open.feishu.cn' })
  .transform((url) => url.replace(/\/+$/, ''))

const isZone = (zone: string): boolean => {
  try {
    return !!new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    return false
  }
}

const shape = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: '要写端口号' })
    .int('要写整数')
    .min(0, '要在 0—65535')
    .max(65_535, '要在 0—65535')
    .default(3000),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: '要写 postgres://用户:密码@主机:端口/库名' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  TIME_ZONE: z.string().refine(isZone, '不是时区名,如 Asia/Shanghai').default('Asia/Shanghai'),
  OFFICE_NAME: z.string().max(50, '不超过 50 字').default('示例县政协'),
  LARK_APP_ID: z.string().optional(),
  LARK_APP_SECRET: z.string().optional(),
  LARK_ENCRYPT_KEY: z.string().optional(),
  LARK_VERIFICATION_TOKEN: z.string().optional(),
  LARK_DOMAIN: baseUrl.default('https://open.feishu.cn'),
  LARK_MODE: z
    .enum(['webhook', 'long-connection'], { error: '要写 webhook 或 long-connection' })
    .default('webhook'),
  LARK_CHAT_RATE: rate(5),
  LARK_APP_RATE: rate(50),
  PLAYGROUND: z.enum(['on', 'off'], { error: '要写 on 或 off' }).optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: '要写 trace/debug/info/warn/error/fatal/silent',
    })
    .default('info'),
})
type Environment = z.output<typeof shape>

const configOf = (env: Environment): Config => ({
  host: env.HOST,
  port: env.PORT,
  dataDir: env.DATA_DIR,
  place: env.DATABASE_URL
    ? { type: 'postgres', url: env.DATABASE_URL }
    : { type: 'pglite', directory: `${env.DATA_DIR}/db` },
  zone: env.TIME_ZONE,
  officeName: env.OFFICE_NAME,
  ...larkOf(env),
  rates: { chat: env.LARK_CHAT_RATE, app: env.LARK_APP_RATE },
  playground: env.PLAYGROUND ? env.PLAYGROUND === 'on' : env.LARK_APP_ID === undefined,
  logLevel: env.LOG_LEVEL,
})

const larkOf = (env: Environment): { readonly lark?: LarkConfig } =>
  env.LARK_APP_ID && env.LARK_APP_SECRET
    ? {
        lark: {
          appId: env.LARK_APP_ID,
          appSecret: env.LARK_APP_SECRET,
          domain: env.LARK_DOMAIN,
          mode: env.LARK_MODE,
          secrets: {
            appId: env.LARK_APP_ID,
            encryptKey: env.LARK_ENCRYPT_KEY ?? '',
            verificationToken: env.LARK_VERIFICATION_TOKEN ?? '',
          },
        },
      }
    : {}

const larkNames = [
  'LARK_APP_ID',
  'LARK_APP_SECRET',
  'LARK_ENCRYPT_KEY',
  'LARK_VERIFICATION_TOKEN',
] as const

/** `webhook` needs all four, `long-connection` id and secret alone (decisions 18). */
const larkFaults = (given: Readonly<Record<string, unknown>>): readonly string[] => {
  if (!larkNames.some((name) => given[name])) return []
  const needed = given['LARK_MODE'] === 'long-connection' ? larkNames.slice(0, 2) : larkNames
  return needed
    .filter((name) => !given[name])
    .map((name) => `${name}:已设置了飞书的其他变量,还缺这一个`)
}

const dingtalkNames = [
  'DINGTALK_CLIENT_ID',
  'DINGTALK_CLIENT_SECRET',
  'DINGTALK_ROBOT_CODE',
] as const

const dingtalkFaults = (given: Readonly<Record<string, unknown>>): readonly string[] =>
  dingtalkNames
    .filter((name) => given[name])
    .map((name) => `${name}:这个版本还没有钉钉通道,请先去掉`)
