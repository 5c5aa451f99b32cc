/** Marks of a classified document: what carries them is not kept at all (decisions 11). */
export const secretMarks: readonly RegExp[] = [/绝密/, /(?:机密|秘密)\s*[★☆*]/]

/** Words that may be about one: asked privately first. What they are part of without meaning it stands behind. */
export const internalWords: readonly string[] = [
  '内部文件',
  '内部资料',
  '内部传阅',
  '内部掌握',
  '内部通报',
  '红头',
  '机密',
  '秘密',
  '密级',
  '不得外传',
  '未公开的文件',
]
export const harmlessSecrets: readonly string[] = ['商业秘密', '个人秘密', '机密性', '秘密武器']

/** In court or before the petition office: somebody's own case, not the way such cases are handled in general. */
export const petitions: readonly RegExp[] = [
  /(?:我|本人|我们|邻居|亲戚|朋友)[^。!?\n]{0,40}(?:上访|信访件|起诉|官司|判决|法院|仲裁|开庭|一审|二审|再审|强制执行)/,
  /不服[^。!?\n]{0,14}(?:判决|裁定|裁决|处罚|复议)/,
  /(?:要求|请求|恳请|请)[^。!?\n]{0,12}(?:改判|重审|再审|执行到位|撤销判决)/,
  /(?:越级|进京|赴省|集体)上访/,
]

/** One family's own affair. */
export const personalMatters: readonly RegExp[] = [
  /(?:我家|我儿子|我女儿|我爱人|我老婆|我老公|我父亲|我母亲|我爸|我妈|我弟|我哥|我姐|我妹|我本人|本人|我自己|我的|我邻居|邻居|我亲戚|亲戚)[^。!?\n]{0,30}(?:低保|补偿款|工作安排|安排工作|编制|职称|退休金|养老金|工资|宅基地|房产证|户口|入学|转学|贷款|欠款|彩礼|离婚|遗产|赡养|评残|补助)/,
  /(?:给我|帮我|为我|给我家|帮我家)[^。!?\n]{0,10}(?:安排|解决|办理|批|调)/,
]
/** What many share is no personal matter. */
export const sharedWords: readonly string[] = [
  '很多',
  '不少',
  '许多',
  '普遍',
  '全县',
  '全镇',
  '全村',
  '大家',
  '群众',
  '村民们',
  '居民们',
  '老百姓',
  '像我',
  '同样情况',
]

/** Two of these together praise something that is for sale. */
export const salesWords: readonly string[] = [
  '我公司',
  '我司',
  '本公司',
  '本店',
  '我们公司',
  '我厂',
  '本厂',
  '优惠',
  '折扣',
  '加微信',
  '选购',
  '订购',
  '代理',
  '加盟',
  '咨询电话',
  '性价比',
  '厂家直销',
  '免费试用',
  '采购',
  '推广使用',
  '专利产品',
  '欢迎合作',
  '欢迎来电',
]

/** Three of these and no advice: a report of what an office did that day. */
export const newsWords: readonly RegExp[] = [
  /\d{1,2}月\d{1,2}日(?:上午|下午)?/,
  /近日|日前|昨日/,
  /召开|举行|举办|组织召开/,
  /开展了?[^,，。]{0,20}(?:活动|行动|培训|慰问)/,
  /出席|主持|应邀参加/,
  /强调|会议指出|会议要求|讲话/,
  /圆满|气氛热烈|良好成效|一致好评|取得实效/,
  /学习贯彻|传达学习|主题党日|座谈会|推进会|部署会/,
]

/** Taken over from elsewhere. */
export const copiedMarks: readonly RegExp[] = [
  /https?:\/\//,
  /(?:来源|责任编辑|责编|记者|转自|转载自)[:：]/,
  /新华社[^,，。]{0,6}电|本报讯|本报记者/,
]

/** They say nothing of their own. */
export const slogans: readonly string[] = [
  '提高政治站位',
  '提高认识',
  '统一思想',
  '高度重视',
  '加强领导',
  '加强管理',
  '加强监管',
  '加强监督',
  '加强宣传',
  '加强学习',
  '加强组织领导',
  '加大力度',
  '加大投入',
  '加大宣传力度',
  '完善机制',
  '健全机制',
  '健全制度',
  '落到实处',
  '落实到位',
  '狠抓落实',
  '抓好落实',
  '齐抓共管',
  '形成合力',
  '多措并举',
  '久久为功',
  '营造氛围',
  '提高水平',
  '提升水平',
  '高质量发展',
  '再上新台阶',
  '引起重视',
  '重视起来',
  '重视',
]
/** Words around slogans that add nothing. */
export const fillers: RegExp =
  /进一步|切实|不断|全面|着力|大力|努力|建议|希望|要求|请|领导|政府|县里|有关|相关|部门|各级|各项|工作|的|和|与|把|对|要|应该|应|我们|做好|问题|[\s\p{P}]/gu
