/** Opinions as a county hears them, varied from templates: by place, matter, fault, effect and wish. */
export const opinionText = (n: number): string => {
  const random = randomOf(n)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const topic = pick(topics)
  const detail = pick(details)
  const fault = `${pick(towns)}${pick(spots)}${pick(topic.faults)}`
  const effect = pick(topic.effects)
  const body = pick([
    [fault, effect, detail],
    [effect, fault, detail],
    [detail, fault],
  ])
  const more = random() < 0.3 ? `,并${pick(topic.wishes)}` : ''
  return `${body.join(',')},建议${pick(topic.wishes)}${more}`
}

/** Another one sort: the same trouble in a thousand places. */
export const waterText = (n: number): string => {
  const random = randomOf(n)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const place = `${pick(towns)}${pick(surnames)}家${pick(landforms)}`
  return `${place}${pick(spots)}积水${pick(['严重', '很深', '没过脚踝'])},${pick(details)},建议清沟`
}

/** mulberry32: the same text for the same number, and no two numbers near each other. */
const randomOf = (seed: number) => {
  let state = Math.imul(seed, 2654435761)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹金魏陶姜戚谢邹']
const landforms = [...'湾坝垸冲坳岭坡塘畈嘴滩坪']

// prettier-ignore
const towns = ['青山镇', '白沙镇', '石桥乡', '柳林镇', '大坪乡', '城关镇', '东湖街道', '南岭乡', '清溪镇', '黄土镇', '龙泉镇', '开发区', '城南新区', '西门', '北街', '马家湾', '望江镇', '双河乡', '古城', '梅园']
// prettier-ignore
const spots = ['村口', '集镇', '小学门口', '卫生院', '农贸市场', '老旧小区', '汽车站', '文化广场', '工业园', '敬老院', '河堤', '中学周边', '移民安置点', '茶园', '水库', '客运站', '政务大厅', '居民楼', '养殖场', '公路沿线']
// prettier-ignore
const details = ['群众多次反映', '走访二十余户都提到', '夜间尤其明显', '雨天更甚', '已持续半年', '去年也提过', '老人孩子受影响最大', '外地游客也有意见', '旺季更突出', '涉及三百多户', '已有两人受伤', '镇里缺经费', '部门之间推来推去', '没有人牵头', '投诉后好了几天又反复']

interface Topic {
  readonly faults: readonly string[]
  readonly effects: readonly string[]
  readonly wishes: readonly string[]
}

// prettier-ignore
const topics: readonly Topic[] = [
  { faults: ['停车难', '车辆乱停乱放', '消防通道被占'], effects: ['早晚高峰堵得走不动', '救护车进不去', '行人只能走机动车道'], wishes: ['利用闲置地建停车场', '划定临时泊位', '错峰放行', '加装智能道闸'] },
  { faults: ['路灯不亮', '照明不足', '灯杆倾斜'], effects: ['夜里出行不安全', '学生晚自习回家害怕', '发生过摔伤'], wishes: ['统一更换节能灯', '明确管护责任', '装太阳能路灯'] },
  { faults: ['污水横流', '管网老化破裂', '雨污不分'], effects: ['臭味难闻', '蚊蝇滋生', '流进河里'], wishes: ['改造下水管网', '建小型污水处理站', '定期清掏化粪池'] },
  { faults: ['缺儿科医生', '药品不全', '设备陈旧'], effects: ['看病要跑县城', '慢病老人买药难', '急诊耽误'], wishes: ['县乡医师轮岗', '扩大基药目录', '开通远程会诊'] },
  { faults: ['公交班次少', '末班车太早', '站台没有遮雨棚'], effects: ['务工人员回不了家', '等车要一小时', '老人淋雨'], wishes: ['增加早晚班次', '开通定制公交', '改造站台'] },
  { faults: ['师资老化', '缺音体美老师', '校舍漏雨'], effects: ['生源流失到县城', '孩子课程开不齐', '家长租房陪读'], wishes: ['教师走教', '定向培养', '集团化办学'] },
  { faults: ['灌溉渠道渗漏', '机耕路损毁', '排涝泵站停用'], effects: ['春耕缺水', '农机下不了田', '稻田被淹'], wishes: ['纳入高标准农田项目', '落实管护资金', '修复渠系'] },
  { faults: ['手机信号差', '宽带时断时续', '基站覆盖不到'], effects: ['老人打不通急救电话', '电商发不了货', '网课卡顿'], wishes: ['补建基站', '光纤入户改造', '督促运营商巡检'] },
  { faults: ['扬尘大', '夜间施工噪音扰民', '渣土车带泥上路'], effects: ['窗户不敢开', '老人睡不着', '路面打滑'], wishes: ['工地装喷淋和冲洗台', '限定施工时段', '渣土车装定位'] },
  { faults: ['果品滞销', '茶叶卖不起价', '冷库不够'], effects: ['果农亏本', '好货烂在地里', '年轻人不愿种'], wishes: ['组织产销对接', '建产地冷链', '统一区域品牌'] },
  { faults: ['敬老院护工少', '助餐点关停', '活动室被挪用'], effects: ['失能老人没人照料', '独居老人吃饭凑合', '老人没处去'], wishes: ['引入社会组织运营', '提高护理补贴', '低龄老人互助'] },
  { faults: ['垃圾混装混运', '焚烧点冒黑烟', '桶点撤了没补'], effects: ['分类白分', '气味呛人', '随手乱丢'], wishes: ['配分类运输车', '建中转站', '设可回收物兑换点'] },
  { faults: ['办证材料重复提交', '窗口中午无人', '系统经常崩'], effects: ['群众跑好几趟', '上班族请假来办', '网上办不成'], wishes: ['部门数据共享', '延时服务', '帮办代办'] },
  { faults: ['企业用工缺口大', '技工招不到', '夜班无食堂'], effects: ['订单不敢接', '工人流失', '职工吃泡面'], wishes: ['校企订单培养', '建职工食堂', '发放稳岗补贴'] },
  { faults: ['景区厕所少', '民宿证照难办', '标识牌缺失'], effects: ['游客排长队', '业主不敢投资', '自驾游客走错路'], wishes: ['出台联审办法', '补建旅游厕所', '统一导览标识'] },
]
