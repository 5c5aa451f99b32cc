import { wordsIn } from './words-in.ts'

/** The surnames that cover nearly everybody; those that are everyday words too (于, 时, 和…) count only with more behind them. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯庄温牛樊葛邢安齐鲍章俞伍庞祁聂骆焦倪耿宁翟岳盛霍游涂詹阮裴柳欧管柴蓝关项房屈缪凌季阎甘尚祝童解路车苗娄桑佟岑谷池卓宫卞仇蒲晏简饶储沙佘冼隋芦荆栾邬艾尤邰滕宗刁冉卜楚牟迟敖喻粟尧樵单傅窦奚郎鲁费廉毕皮穆萧湛狄臧舒纪茅危梅虞昝裘应郁杭包左吉钮嵇翁荀甄芮靳巫符景屠蔺瞿茹习匡寇巩阚鞠荣申连米殷柏桂姬闻冷燕边谈计丰花权'

/** Everyday words too: a full name begins with them only right behind a title or an accuser's word. */
export const everydaySurnames =
  '车单路房苗池谷管沙安常时向关项文成党于任万白古金石江田林雷龙牛马花游饶解段应包左连边谈计丰米纪景申荣燕桂冷闻皮习符易梅吉水和温康高方周严许明季施章史盛简余武夏贺庄宁向尚祖'

export const doubleSurnames: readonly string[] = wordsIn(`
  欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 东方 端木
`)

/** What stands behind a surname, or before a name, when somebody is meant by what he is. */
export const titles: readonly string[] = wordsIn(`
  党委书记 党支部书记 总支书记 副书记 支部书记 村支书 支书 书记 副主任 村主任 主任
  副局长 局长 副县长 县长 副镇长 镇长 副乡长 乡长 村长 副所长 所长 站长 副院长
  院长 副校长 校长 园长 处长 科长 股长 组长 队长 大队长 厂长 行长 护士长 董事长
  总经理 经理 会计 出纳 老板 法官 检察官 警官 民警 辅警 警察 医生 大夫 护士 老师
  教师 教授 教练 司机 师傅 工程师 律师 干部 工作人员 负责人 干事 抄表员 监理员
  护林员 网格员 协警 副科长 中队长 副队长 副站长 理事长 班长 主席 村医 医师 药师
  承包人 承包商 包工头 信贷员 办事员 协管员 队员 电工 村霸 屠户 同志 委员 代表
  秘书 助理 保安 职工 员工
`)

/** Behind these a surname is part of another word (由于, 公安, 时任…). */
export const wordsBeforeTitles: readonly string[] = wordsIn(`
  由于 对于 关于 处于 属于 至于 公安 治安 保安 时任 现任 原任 前任 历任 担任
  兼任 连任 责任 信任 地方 警方 对方 校方 园方 院方 双方 各方 非常 经常 时常
  日常 正常 主管 分管 城管 监管 尽管 有关 相关 机关 语文 人文 以及 方向 工程
  网约车 公交车 出租车 货车 汽车 客车 班车 校车 摩托车 电动车 三轮车 渣土车 救护车
  道路 公路 马路 线路 铁路 住房 危房 租房 厂房 药房 库房 农田 油田 资金 基金
  积金 奖金 海关 健康 事项 电池 设施 措施 实施 村路 简单 收单 订单 账单 名单
  祖宗 正宗 领单
`)

/** Words that begin with a surname and are none, where the dictionary of word borders does not know them. */
export const wordsLikeNames: readonly string[] = wordsIn(`
  高度 安排 方便 周边 任何 任意 任人 严重 严肃 严格 严查 许多 常年 常常 常委
  于是 万一 万达 时常 石材 石头 金额 金融 马路 马上 江边 江湾 白天 向来 向上
  路边 路面 路灯 车辆 车主 房屋 房东 管理 关系 关于 解决 文件 温泉 安全 安装
  安置 施工 余款 章程 游客 项目 季节 尚未 简单 储蓄 沙石 谷物 苗木 段时 夏季
  夏天 成效 付费 付款 陆续 盛行 牛奶 龙头 雷雨 叶片 田间 林地 林木 林业 黄牛
  黄金 康复 武装 宁可 欧洲 童工 毛利 史上 钱款 钱财 甘蔗 房管 陈化 陈旧 陈年
  陈列 陈述 应该 应当 应对 应用 成为 成立 成功 申请 申报 包括 包含 连续 符合
  习惯 关心 解释 解答 许可 任职 任期 任命 计划 计较 温和 温馨 荣获 安抚 安心
  常见 常规 严厉 施行 章法 权力 权限 单位 单独 单方 方面 方法 方式 高效 高兴
  管得 管控 向我 向群 时候 时间 文书 党员 于今 万元 古村 田地 沙场 路过 路上
  车里 房间 岳阳 温州 金华 武汉 武昌 安徽 安庆 宁波 宁夏 邵阳 沈阳 许昌 汤阴
  江门 江南 江北 常德 常州 柳州 贺州 徐州 苏州 郑州 万州 黄山 黄冈 黄河 洪水
  洪涝 汛 康养 庞大 童年 童心 文化 文明 文物 温室 施划 盛夏 雷电 贺电 解放 车站
  车位 车道 房产 房价 房地 路段 路口 石化 石料 池塘 谷雨 蓝天 管道 管网 关键
  关注 牛羊 鲍鱼 党群
`)

/** A name that ends or goes on like this is a place, a street, a school, a firm. */
export const placesBehindNames =
  '[家氏庄村桥镇乡路街巷弄坝沟河湖江湾港口山岭坪坡冲畈圩屯堡铺店集场塘池井寨营墩岗渡浜浦州城县区站园里洲]'
