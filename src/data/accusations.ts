import { wordsIn } from './words-in.ts'

/** What somebody is accused of, where it stands anywhere in the same sentence as his name. */
export const graveWords: readonly string[] = wordsIn(`
  贪污 贪腐 贪了 受贿 收受 行贿 索贿 索要 索取 吃拿卡要 吃回扣 收回扣 回扣 黑钱
  收钱 收红包 红包 收礼 对方的礼 好处 以权谋私 以公谋私 假公济私 滥用职权 利用职务
  利用职权 玩忽职守 徇私 舞弊 枉法 挪用 侵占 侵吞 截留 套取 套刷 骗取 私吞 私分
  中饱私囊 自己腰包 吃空饷 虚报 冒领 假账 小金库 作风败坏 男女关系 包养 情妇 嫖娼
  赌博 猥亵 骚扰 虐待 敲诈 勒索 欺压 欺行霸市 霸占 强占 黑恶 黑社会 保护伞 村霸
  一手遮天 优亲厚友 任人唯亲 买官 卖官 利益输送 围标 串标 公车私用 公款吃喝 勾结
  通风报信 包庇 偷税 漏税 偷电 酒后驾车 酒驾 醉驾 学术造假 违规放贷 倒卖 变卖 盗卖
  盗用 盗采 盗伐 监守自盗 强拆 强买强卖 贿选 拉票 操纵 暗箱操作 内定 走后门 关系户
  占为己有 据为己有 公器私用 私设 私用公 接私活 泄露 打击报复 报复 抗税 偷逃 纵容
  袒护 充当 出轨 小三 情人 二奶 调戏 性侵 揩油 伪造 篡改 编造 谎报 瞒报 隐瞒
  虚开 虚假 造谣 掺假 以次充好 高利贷 逼债 老赖 收好处 多收的钱 塞钱 送礼 宴请
  大吃大喝 口袋 腰包 分给亲 自家人 贪 腐败 诈骗 骗钱 坑骗 坑害 祸害 横行 霸道
  恶霸 地痞 流氓 耍流氓 毁林 非法
`)

/** Lighter words: they accuse only close behind the name. */
export const lightWords: readonly string[] = wordsIn(`
  弄虚作假 造假 不作为 乱作为 失职 渎职 违纪 违法 违规 乱收费 克扣 拖欠 打人
  打孩子 打学生 殴打 辱骂 骂人 威胁 恐吓 体罚 刁难 吃请 态度恶劣 推诿 不招标
  过期食材 注水肉 屡教不改 抓人 放任 不办事 用公款 倒腾 偷 私自 私收 私卖 偷偷
  抢占 强行 逼 暴力 粗暴 动手 踢 推搡 砸 掀 骂 打骂 打老婆 家暴 喝酒 醉酒 酗酒
  误事 打牌 麻将 迟到早退 脱岗 睡岗 旷工 不上班 不下村 不露面 懒政 官僚 作风 耍横
  摆架子 门难进 脸难看 难办 拖着不办 敷衍 糊弄 欺骗 假的 发霉 变质 过期 缺斤短两
  短斤少两 哄抬 不发工资 不给钱 不退钱 欠钱 欠债 收费 放水 保护 失察 偷排 直排 砍
  卖了 分给 亲戚 亲信 小舅子 外甥 侄子 账目 补签 补的 讲不讲 不讲重点 卷款 跑路
  失联 蛮横 嚣张 猖狂 恶劣 无赖 缺德 不公 独断 专横 摆平
`)

/** Right before such a word, these turn it round: refused, fought, suffered, wished away. */
export const calmBefore: readonly string[] = wordsIn(`
  拒 拒绝 拒收 退还 不收 拒不 不 没 没有 未 从不 从未 杜绝 防止 防范 预防 避免
  反对 制止 制止了 制止了一起 打击 严查 查处 严肃查处 整治 治理 揭露 破获 远离
  严禁 禁止 抵制 被 遭 遭到 受到 不得 对
`)

/** Between the name and the word: he speaks of others, or acts against it. */
export const calmBetween: readonly string[] = wordsIn(`
  反映 介绍 认为 建议 指出 提出 提醒 呼吁 发现 投诉 调研 走访 查处 整治 打击
  拒绝 拒收 制止 勇斗 带队 治理 抓获 表彰 纠正 劝阻 化解 坚守 救人 施救 捐 义务
  帮助 资助 负伤 被 遭
`)

/** Whoever opens like this accuses whom he names, in whatever words. */
export const accusers: RegExp =
  /(?:举报|检举|控告|揭发|实名反映|实名投诉|状告)(?!电话|平台|信箱|渠道|箱|方式|奖|制度|机制|有功|人)/

/** A sentence with one of these names somebody as an example, a victim, a source, or long dead. */
export const calmAround: readonly string[] = wordsIn(`
  表扬 表彰 感谢 致谢 奖励 学习 宣传 推广 点赞 先进 模范 劳模 好人 榜样 事迹
  坚守 义务 义诊 无偿 捐 资助 帮助 帮扶 救人 施救 勇斗 见义勇为 拾金不昧 拒收
  拒绝 不收 廉洁 敬业 优秀 荣获 慰问 关心 关爱 照顾 抚恤 被 遭 受害 负伤 受伤
  患病 残疾 去世 牺牲 认为 提出 指出 呼吁 据介绍 介绍说 主任反映 长反映 委员反映
  代表反映 群众反映 村民反映 居民反映 业主反映 家长反映 带队 调研 走访 讲课 讲座
  邀请 传承 故居 纪念 名人 墓
`)
