import type { FileRef, Message } from '../messages/message.ts'
import { type Html, html } from './html.ts'

export interface PlaygroundView {
  readonly officeName: string
  readonly clock: string
  readonly people: readonly { readonly id: number; readonly name: string; readonly role: string }[]
  readonly person: number
  readonly chat: string
  readonly chats: readonly { readonly id: string; readonly name: string }[]
  readonly lines: readonly LineView[]
  readonly letters: readonly {
    readonly id: number
    readonly to: string
    readonly kind: string
    readonly state: string
    readonly text: string
  }[]
}

export interface LineView {
  readonly id: number
  readonly who: string
  readonly isBot: boolean
  readonly isMine: boolean
  readonly at: string
  readonly said: Message
}

/** The whole page: works without JavaScript; with it, it keeps itself fresh. */
export const playgroundPage = (view: PlaygroundView): string =>
  `<!doctype html>${
    html`<html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${view.officeName} · 体验</title>
        <link rel="icon" href="/playground/icon.svg" />
        <link rel="stylesheet" href="/playground/page.css" />
        <script src="/playground/page.js" defer></script>
      </head>
      <body>
        <header>
          <h1>${view.officeName} <small>体验,数据都是编的</small></h1>
          <form method="post" action="/playground/clock" class="clock">
            <time>${view.clock}</time>
            <input type="hidden" name="person" value="${view.person}" /><input
              type="hidden"
              name="chat"
              value="${view.chat}"
            />
            <button name="to" value="hour">过一小时</button
            ><button name="to" value="morning">到明早</button
            ><button name="to" value="monday">到下周一</button>
          </form>
        </header>
        <main>
          <section class="who">
            <h2>我是</h2>
            <nav>${view.people.map((one) => personLink(view, one))}</nav>
          </section>
          <section class="chat" data-chat="${view.chat}">
            <nav class="tabs">${view.chats.map((one) => chatLink(view, one))}</nav>
            <ol class="lines" id="lines">
              ${view.lines.map(lineOf)}
            </ol>
            ${view.lines.length === 0 ? html`<p class="hint">还没有人说话。试试下面的例子。</p>` : undefined}
            ${sayForm(view)}
          </section>
          <section class="letters">
            <h2>寄出的消息</h2>
            <ol id="letters">
              ${view.letters.map(letterOf)}
            </ol>
          </section>
        </main>
      </body>
    </html>`.markup
  }`

const address = ({ person, chat }: Pick<PlaygroundView, 'person' | 'chat'>): string =>
  `/playground?person=${person}&chat=${encodeURIComponent(chat)}`

const personLink = (
  view: PlaygroundView,
  { id, name, role }: PlaygroundView['people'][number],
): Html =>
  html`<a
    href="${address({ person: id, chat: view.chat })}"
    ${id === view.person ? html`aria-current="true"` : undefined}
    >${name}<small>${role}</small></a
  >`

const chatLink = (view: PlaygroundView, { id, name }: PlaygroundView['chats'][number]): Html =>
  html`<a
    href="${address({ person: view.person, chat: id })}"
    ${id === view.chat ? html`aria-current="true"` : undefined}
    >${name}</a
  >`

const lineOf = ({ id, who, isBot, isMine, at, said }: LineView): Html =>
  html`<li data-line="${id}" class="${isBot ? 'bot' : isMine ? 'mine' : 'other'}">
    <b>${who}</b> <time>${at}</time>
    <p>${said.file ? fileLink(said.file) : said.lines.join('\n')}</p>
    ${(said.photos ?? []).map((hash) => html`<img src="/playground/photo/${hash}" alt="照片" loading="lazy" />`)}
  </li>`

const fileLink = ({ hash, name }: FileRef): Html =>
  html`<a href="/playground/file/${hash}?name=${encodeURIComponent(name)}" download="${name}"
    >📄 ${name}</a
  >`

const sayForm = (view: PlaygroundView): Html =>
  html`<form method="post" action="/playground/say" enctype="multipart/form-data" class="say">
    <input type="hidden" name="person" value="${view.person}" /><input
      type="hidden"
      name="chat"
      value="${view.chat}"
    />
    <label for="text">${view.chat.startsWith('private') ? '说一句' : '@机器人 说一句'}</label>
    <textarea
      id="text"
      name="text"
      rows="2"
      placeholder="例如:随手拍 人民路与文昌路口,井盖破了一半"
    ></textarea>
    <div>
      <input type="file" name="photo" accept="image/*" aria-label="照片" /><button>发送</button>
    </div>
  </form>`

const kindWords: Readonly<Record<string, string>> = {
  receipt: '回执',
  answer: '回答',
  notice: '通知',
  reminder: '提醒',
  board: '榜单',
}
const stateWords: Readonly<Record<string, string>> = {
  waiting: '在路上',
  sent: '已送达',
  failed: '未送达',
  dropped: '作废',
}

const letterOf = ({ id, to, kind, state, text }: PlaygroundView['letters'][number]): Html =>
  html`<li data-letter="${id}" class="${state}">
    <b>${to}</b> <small>${kindWords[kind] ?? kind} · ${stateWords[state] ?? state}</small>
    <p>${text || '(私密内容送达后不留)'}</p>
  </li>`

export const pageIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" rx="2" fill="#b3261e"/><path d="M2 4.2 3.5 5.7 6.2 2.6" fill="none" stroke="#fff"/></svg>'

export const pageCss = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#5c6675;--paper:#f5f4f0;--card:#fff;--line:#dcd9d0;--red:#b3261e;--bot:#eef4ee;--mine:#e7eefb}
@media(prefers-color-scheme:dark){:root{--ink:#e9e7e1;--soft:#a9b0bb;--paper:#171a1f;--card:#21262d;--line:#3a414b;--red:#ff8a80;--bot:#22302a;--mine:#223049}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.6 system-ui,"PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",sans-serif}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;justify-content:space-between;padding:.75rem 1rem;border-bottom:3px solid var(--red);background:var(--card)}
h1{font-size:1.2rem;margin:0}h1 small,small,time{color:var(--soft);font-weight:400;font-size:.82rem}h2{font-size:.95rem;margin:.2rem 0 .5rem;color:var(--soft)}
main{display:grid;gap:1rem;padding:1rem;max-width:1280px;margin:auto;grid-template-columns:10rem minmax(0,1fr) 20rem}
section{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.75rem;min-width:0}
nav{display:flex;flex-direction:column;gap:.25rem}nav a{color:inherit;text-decoration:none;padding:.45rem .6rem;border-radius:.4rem;display:flex;justify-content:space-between;align-items:baseline}
nav a[aria-current]{background:var(--red);color:#fff}nav a[aria-current] small{color:#fff}@media(prefers-color-scheme:dark){nav a[aria-current],nav a[aria-current] small{color:#3b0906}}
.tabs{flex-flow:row wrap;border-bottom:1px solid var(--line);padding-bottom:.5rem}
ol{list-style:none;margin:0;padding:0}.lines{display:flex;flex-direction:column;gap:.6rem;padding:.75rem 0;max-height:60vh;overflow:auto}
.lines li{max-width:92%;padding:.5rem .75rem;border-radius:.6rem;border:1px solid var(--line)}.lines .bot{background:var(--bot)}.lines .mine{background:var(--mine);align-self:flex-end}
li p{margin:.15rem 0;white-space:pre-wrap;overflow-wrap:anywhere}.lines img{max-width:12rem;max-height:9rem;border-radius:.4rem;margin:.25rem .25rem 0 0}
.say{display:grid;grid-template-columns:minmax(0,1fr);gap:.4rem;border-top:1px solid var(--line);padding-top:.6rem}.say div{display:flex;flex-wrap:wrap;gap:.5rem;justify-content:space-between}
textarea,input,button{font:inherit;color:inherit}textarea{width:100%;padding:.5rem;border:1px solid var(--line);border-radius:.4rem;background:var(--paper)}input[type=file]{width:0;min-width:9rem;flex:1}
button{min-height:2.75rem;padding:.3rem .9rem;border:1px solid var(--red);border-radius:.4rem;background:transparent;color:var(--red);cursor:pointer}.say button{background:var(--red);color:#fff}@media(prefers-color-scheme:dark){.say button{color:#3b0906}}
.clock{display:flex;flex-wrap:wrap;gap:.4rem;align-items:center}.letters li{border-top:1px solid var(--line);padding:.4rem 0}.letters ol{max-height:75vh;overflow:auto}.letters p{font-size:.9rem}.failed b{color:var(--red)}.hint{color:var(--soft)}
@media(max-width:900px){main{grid-template-columns:minmax(0,1fr);padding:.5rem}.who nav{flex-flow:row wrap}.lines{max-height:none}}
`

/** Keeps lines and letters fresh without losing what is being typed. */
export const pageJs = `
const renew = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html')
  for (const id of ['lines', 'letters']) {
    const old = document.getElementById(id), fresh = page.getElementById(id)
    if (old && fresh && old.innerHTML !== fresh.innerHTML) { old.innerHTML = fresh.innerHTML; if (id === 'lines') old.scrollTop = old.scrollHeight }
  }
  const clock = document.querySelector('.clock time'), now = page.querySelector('.clock time')
  if (clock && now) clock.textContent = now.textContent
  document.querySelector('.hint')?.toggleAttribute('hidden', !!document.querySelector('#lines li'))
}
let timer
const soon = () => { clearTimeout(timer); timer = setTimeout(renew, 60) }
new EventSource('/playground/events').addEventListener('change', soon)
const lines = document.getElementById('lines')
if (lines) lines.scrollTop = lines.scrollHeight
const form = document.querySelector('.say'), text = document.getElementById('text')
form?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const sent = await fetch(form.action, { method: 'POST', body: new FormData(form) })
  if (sent.ok) { form.reset(); text.focus(); soon() } else form.submit()
})
text?.addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit() })
text?.focus({ preventScroll: true })
`
