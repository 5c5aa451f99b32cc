import type { Identity } from '../domain/person.ts'
import type { RosterRow } from '../domain/roster.ts'

export const sampleOfficeName = '云溪县政协(示例)'

const row = (
  name: string,
  identities: readonly Identity[],
  rest: Partial<RosterRow> = {},
): RosterRow => ({ name, identities, groups: {}, isKeyReporter: false, aliases: [], ...rest })

/** Invented people of an invented county, for the playground alone. */
export const sampleRoster: readonly RosterRow[] = [
  row('李一', ['member'], {
    groups: {
      sector: '教育卫生组',
      township: '城关镇小组',
      committee: '教科卫体委',
      party: '民盟支部',
    },
    sector: '教育界',
    isKeyReporter: true,
  }),
  row('王二', ['member'], {
    groups: { sector: '工商经济组', township: '开发区小组', committee: '经济委', party: '工商联' },
    sector: '工商联界',
  }),
  row('赵三', ['standing'], {
    groups: { sector: '工商经济组', township: '开发区小组', committee: '经济委', party: '工商联' },
    sector: '经济界',
  }),
  row('钱四', ['member'], {
    groups: {
      sector: '农业农村组',
      township: '青山乡小组',
      committee: '农业农村委',
      party: '九三学社支社',
    },
    sector: '农业界',
  }),
  row('孙五', ['member', 'groupLeader'], {
    groups: {
      sector: '教育卫生组',
      township: '城关镇小组',
      committee: '教科卫体委',
      party: '九三学社支社',
    },
    sector: '医药卫生界',
  }),
  row('周六', ['member'], {
    groups: {
      sector: '农业农村组',
      township: '青山乡小组',
      committee: '农业农村委',
      party: '民盟支部',
    },
    sector: '社会福利界',
  }),
  row('吴办', ['staff'], { unit: '县政协办公室' }),
  row('郑办', ['staff'], { unit: '县政协办公室' }),
  row('冯住建', ['handler'], { unit: '住建局', aliases: ['住房和城乡建设局', '建设局'] }),
  row('陈交通', ['handler'], { unit: '交通局', aliases: ['交通运输局'] }),
  row('何秘书长', ['secretary'], { unit: '县政协' }),
  row('何信息', ['reporter'], { unit: '县融媒体中心' }),
  row('城东社区', ['contactPoint']),
]
