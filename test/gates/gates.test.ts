import { expect, test } from 'vitest'
import { topicsOf } from '../../src/commands/topics.ts'
import { urgencyOfOpinion } from '../../src/commands/urgency.ts'
import type { GateName } from '../../src/domain/gate.ts'
import { gateFor } from '../../src/gates/index.ts'

test.each<[GateName | undefined, string]>([
  ['secret', '社情 机密★一年 关于征收的会议纪要,落实得不好'],
  ['secret', '这份绝密文件谁发的'],
  ['accusation', '青山镇副镇长李建国收受包工头红包'],
  ['internal', '县里那个红头文件落实得不好,建议督查'],
  ['internal', '看了内部资料,建议公开'],
  [undefined, '企业商业秘密保护不够,建议加强执法'],
  ['personal-data', '邻居138****5678低保被停,请帮忙'],
  ['petition', '我的官司二审判下来半年了没人执行,请帮忙'],
  ['petition', '本人不服县法院判决,要求再审'],
  [undefined, '法院执行案款发放慢,建议开通网上查询'],
  [undefined, '信访接待场所太小,建议扩建'],
  ['personal-matter', '我儿子大专毕业三年,希望给我家安排工作'],
  ['personal-matter', '本人退休金少算了五年,请解决'],
  [undefined, '我家门口这条路没有路灯,建议装灯'],
  [undefined, '不少群众像我家一样房产证办不下来,建议集中办理'],
  ['promotion', '我公司生产的净水设备性价比高,建议各学校采购'],
  [undefined, '农产品销售难,建议搭建电商平台推广使用冷链'],
  [
    'daily-news',
    '6月3日上午,县民政局召开养老服务推进会,局长出席并讲话,强调要提高站位,会议取得圆满成功',
  ],
  [undefined, '6月3日召开的听证会没有居民代表,建议重新举行'],
  ['copied', '据新华社北京6月1日电,全国夏粮丰收,来源:人民网'],
  ['empty', '建议高度重视,加强管理,狠抓落实'],
  ['empty', '希望领导重视'],
  [undefined, '路灯不亮,建议加强管理'],
  [undefined, '建议在开发区加开晚班公交'],
  [undefined, '城东小学门口放学堵得厉害,家长车停三排'],
])('%s: %s', (gate, text) => {
  expect(gateFor(text, 'opinion')).toBe(gate)
})

test.each<['emergency' | 'urgent' | 'calm', string]>([
  ['emergency', '城南菜场旁边路面塌陷,还在扩大,建议马上封路'],
  ['emergency', '阳光花园三栋燃气漏气,居民闻到味道'],
  ['urgent', '开发区三家企业工人聚集讨薪,堵了大门'],
  ['urgent', '河西片区断电两天,医院也受影响'],
  ['calm', '去年溺水事故三起,建议加装护栏'],
  ['calm', '建议在学校开展防溺水教育'],
  ['calm', '关注老年群体就医难'],
  ['calm', '产业聚集度不高,建议规划园区'],
  ['calm', '老旧小区燃气管道老化,容易漏气,建议更换'],
  ['calm', '路灯不亮,建议检修'],
])('%s: %s', (kind, text) => {
  const { isEmergency, isUrgent } = urgencyOfOpinion(text)
  expect(isEmergency ? 'emergency' : isUrgent ? 'urgent' : 'calm').toBe(kind)
})

const long = (words: string) =>
  `${words},${'群众反映强烈,涉及好几个村,问题拖了很久没有解决'.repeat(4)}`

test.each<[number, string]>([
  [
    4,
    `关于我县农业的几点建议\n一、${long('农村垃圾清运问题')}。\n二、${long('灌溉水渠')}。\n三、${long('农机补贴')}。\n四、${long('冷库用电')}。`,
  ],
  [2, `第一件事,${long('公交晚班')}。第二件事,${long('停车难')}。`],
  [3, `1、${long('老街消防')}\n2、${long('菜场排水')}\n3、${long('学校食堂')}`],
  [
    0,
    `一、基本情况\n${long('全县')}\n二、存在的主要问题\n${long('设备')}\n三、对策建议\n${long('建议')}`,
  ],
  [0, '停车难。建议:1.划线停车;2.错时共享;3.建立体停车场'],
  [0, `停车难,${long('城区')}。建议如下:1.${long('划线')}。2.${long('共享')}。`],
  [0, '城东小学门口放学堵,建议错峰放学'],
  [0, `一、${long('只有一条')}`],
])('%i topics', (count, text) => {
  expect(topicsOf(text)).toHaveLength(count)
})
