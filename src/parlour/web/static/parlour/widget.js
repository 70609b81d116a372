/**
 * Parlour's website widget: a comment thread and a private chat for any page, in one plain script.
 * How to embed it: docs/widget.md. Three rules hold everywhere below: what people wrote
 * becomes text, never markup; a message keeps its id until the desk has it, so a repeat changes nothing;
 * what is once shown is never moved, so the reader keeps the place.
 */
(() => {
  'use strict';

  /**
   * `entry` of an item: it is still in the outbox. `item` of an entry: its id at the desk, once accepted.
   * @typedef {{id: string, parent: string|null, author: string, brand: boolean, mine: boolean, text: string,
   *   at: string, edited: boolean, deleted: boolean, entry?: Entry}} Item
   * @typedef {{id: string, page: string, title: string, url: string, parent: string|null, private: boolean,
   *   name: string, text: string, at: string, item?: string, tried?: boolean, until?: number, error?: Problem}} Entry
   * @typedef {{status?: number, code?: string, message?: string, wait?: number}} Problem
   * @typedef {{private: boolean, root: ShadowRoot, list: HTMLElement, status: HTMLElement, live: HTMLElement,
   *   rows: Map<string, Row>, form?: HTMLElement, drawn: () => void}} Box  the comments or the chat
   */

  const LANGUAGES = ['en', 'hr', 'de'];
  const TEXTS = {
    comments: ['Comments', 'Komentari', 'Kommentare'],
    chat: ['Chat', 'Razgovor', 'Chat'],
    chatWith: ['Chat with {name}', 'Razgovor: {name}', 'Chat mit {name}'],
    close: ['Close', 'Zatvori', 'Schließen'],
    privacy: ['Private: only you and {name} read this',
      'Privatno: čitate samo vi i {name}',
      'Privat: Das lesen nur Sie und {name}'],
    none: ['No comments yet. Yours could be the first.',
      'Još nema komentara. Vaš može biti prvi.',
      'Noch keine Kommentare. Ihrer könnte der erste sein.'],
    chatEmpty: ['Write to us. A person answers, right here.',
      'Pišite nam. Odgovara čovjek, baš ovdje.',
      'Schreiben Sie uns. Ein Mensch antwortet, genau hier.'],
    comment: ['Your comment', 'Vaš komentar', 'Ihr Kommentar'],
    message: ['Your message', 'Vaša poruka', 'Ihre Nachricht'],
    name: ['Your name', 'Vaše ime', 'Ihr Name'],
    nameHint: ['Shown with your words, asked only once.',
      'Stoji uz vaše riječi, pitamo samo jednom.',
      'Steht bei Ihren Worten, nur einmal gefragt.'],
    as: ['As {name}', 'Kao {name}', 'Als {name}'],
    change: ['Change name', 'Promijeni ime', 'Name ändern'],
    post: ['Post comment', 'Objavi komentar', 'Kommentieren'],
    send: ['Send', 'Pošalji', 'Senden'],
    save: ['Save', 'Spremi', 'Speichern'],
    cancel: ['Cancel', 'Odustani', 'Abbrechen'],
    reply: ['Reply', 'Odgovori', 'Antworten'],
    replyTo: ['Reply to {name}', 'Odgovori: {name}', '{name} antworten'],
    edit: ['Edit', 'Uredi', 'Bearbeiten'],
    remove: ['Delete', 'Izbriši', 'Löschen'],
    sure: ['Delete this for good?', 'Izbrisati zauvijek?', 'Endgültig löschen?'],
    you: ['you', 'vi', 'Sie'],
    team: ['Team', 'Tim', 'Team'],
    to: ['to {name}', 'za: {name}', 'an {name}'],
    edited: ['edited', 'uređeno', 'bearbeitet'],
    deleted: ['Deleted', 'Izbrisano', 'Gelöscht'],
    loading: ['Loading…', 'Učitavanje…', 'Wird geladen…'],
    sending: ['Sending…', 'Šalje se…', 'Wird gesendet…'],
    waiting: ['Waiting to be sent', 'Čeka slanje', 'Wartet auf Versand'],
    retry: ['Try now', 'Pokušaj', 'Versuchen'],
    left: ['Characters left: {n}', 'Preostalo znakova: {n}', 'Zeichen übrig: {n}'],
    older: ['Show older comments', 'Stariji komentari', 'Ältere Kommentare'],
    fresh: ['New messages: {n}', 'Nove poruke: {n}', 'Neue Nachrichten: {n}'],
    news: ['New from {name}: {text}', 'Novo, {name}: {text}', 'Neu von {name}: {text}'],
    stale: ['No connection at the moment. We keep trying.',
      'Trenutačno nema veze. Pokušavamo dalje.',
      'Zurzeit keine Verbindung. Wir versuchen es weiter.'],
    closed: ['Closed at the moment. Please come back later.',
      'Trenutačno zatvoreno. Navratite kasnije.',
      'Zurzeit geschlossen. Bitte später wiederkommen.'],
    noName: ['Please write your name.', 'Upišite svoje ime.', 'Bitte nennen Sie Ihren Namen.'],
    empty: ['Please write something.', 'Napišite nešto.', 'Bitte schreiben Sie etwas.'],
    too_long: ['This is too long. Please shorten it.', 'Predugo je. Skratite tekst.', 'Das ist zu lang. Bitte kürzen.'],
    wait: ['That was a lot at once. Please wait {n} seconds.',
      'To je puno odjednom. Pričekajte {n} s.',
      'Das war viel auf einmal. Bitte {n} Sekunden warten.'],
    offline: ['No connection. Please check it and try again.',
      'Nema veze. Provjerite je i pokušajte ponovno.',
      'Keine Verbindung. Bitte prüfen und noch einmal versuchen.'],
    other: ['That did not work. Please try again later.',
      'Nije uspjelo. Pokušajte ponovno kasnije.',
      'Das hat nicht geklappt. Bitte später noch einmal versuchen.'],
  };

  const DARK = `--bg:var(--parlour-background,#1c1c1e);--ink:#f3f1ee;--bad:#ffa69e;
    --accent:var(--parlour-accent,#74d6b6);--on:var(--parlour-on-accent,#06281f);color-scheme:dark`;
  const STYLE = `
:host{all:initial;display:block;color:var(--ink);font:400 16px/1.5 var(--parlour-font,system-ui,sans-serif);
  --bg:var(--parlour-background,#fff);--ink:#1e1c19;--bad:#b3261e;
  --accent:var(--parlour-accent,#0b6b53);--on:var(--parlour-on-accent,#fff);color-scheme:light;
  --round:var(--parlour-radius,12px);--soft:color-mix(in srgb,var(--ink) 6%,var(--bg));--line:color-mix(in srgb,var(--ink) 15%,var(--bg));
  --edge:color-mix(in srgb,var(--ink) 56%,var(--bg));--dim:color-mix(in srgb,var(--ink) 72%,var(--bg))}
@media(prefers-color-scheme:dark){:host(:not([data-theme=light])){${DARK}}}
:host([data-theme=dark]){${DARK}}
:host([data-parlour=comments]){container-type:inline-size}
*{box-sizing:border-box;margin:0;padding:0;font:inherit;color:inherit;list-style:none}
[hidden],:is(.error,.count,.state,.actions,.status,.notice,.replies):empty{display:none!important}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
h2,b,label,.main,.link,.launch{font-weight:650}
h2{font-size:1.25rem;line-height:1.25}
h2 span,.hint,.state,.head,.who,.count,.status{color:var(--dim)}
label,p.error,.hint,.state,.head,.notice,.who,.count,.link,.actions,.top p{font-size:.875rem}
label,b,.text,.who{overflow-wrap:anywhere}
.comments{background:var(--bg);border:1px solid var(--line);border-radius:var(--round);padding:1.5rem}
.comments>form{margin:1rem 0 1.5rem}
form{display:grid;grid-template-columns:minmax(0,1fr);gap:.5rem}
textarea,input{display:block;width:100%;background:var(--bg);border:1px solid var(--edge);border-radius:calc(var(--round)*.6);padding:.6rem .75rem;margin-top:.25rem}
textarea{resize:vertical;field-sizing:content;max-height:20rem;min-height:5.5rem}
input{max-width:22rem}
[aria-invalid]{border-color:var(--bad)}
textarea:focus-visible,input:focus-visible{outline-offset:-2px}
::placeholder{color:var(--dim);opacity:1}
.foot,.state,.actions,.head{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center}
.foot{row-gap:.5rem}
.head{gap:0 .5rem}
.who{flex:1;min-width:8rem}
.foot .main{margin-left:auto}
button{cursor:pointer;background:none;border:0;border-radius:6px}
button:disabled{opacity:.6}
.main,.launch{background:var(--accent);color:var(--on);min-height:2.75rem;padding:0 1.25rem;border-radius:calc(var(--round)*.6)}
.link{color:var(--accent);min-height:2rem}
.link:hover{text-decoration:underline}
.error,.link.bad,.count.bad{color:var(--bad)}
.item{display:grid;grid-template-columns:2.25rem minmax(0,1fr);column-gap:.75rem;padding:1rem 0 .5rem}
.comments>.list>.item+.item{border-top:1px solid var(--line)}
.avatar{width:2.25rem;height:2.25rem;border-radius:50%;display:grid;place-items:center;background:var(--soft);border:1px solid var(--line)}
.brand>.avatar{background:var(--accent);border:0;color:var(--on)}
b{color:var(--ink)}
.badge{font-size:.75rem;color:var(--accent);border:1px solid;border-radius:99px;padding:0 .5rem}
.text{white-space:pre-wrap}
.gone>div>.text{color:var(--dim);font-style:italic}
.form>*{margin:.5rem 0}
.replies{grid-column:2;border-left:2px solid var(--line);padding-left:1rem;margin-top:.25rem}
.comments .new{animation:glow 3s ease-out}
@keyframes glow{0%,40%{background:color-mix(in srgb,var(--accent) 14%,transparent)}}
.status{text-align:center;padding:1.5rem 0}
.bones{display:grid;gap:.75rem}
.bones i{height:.875rem;border-radius:7px;background:var(--line);animation:pulse 1.4s infinite alternate}
.bones :nth-child(3n+1){width:30%}.bones :nth-child(3n){width:75%}
@keyframes pulse{to{opacity:.45}}
.notice{background:var(--soft);border-radius:calc(var(--round)*.6);padding:.5rem .75rem;margin:.75rem 0}
.older{display:block;margin:1rem auto 0;border:1px solid var(--edge);padding:.25rem 1rem}
@container(max-width:30rem){
  .comments{padding:1rem}
  .replies{grid-column:1/-1;margin-left:1rem}
}
.launch{position:fixed;z-index:2147483000;right:1.25rem;bottom:max(1.25rem,env(safe-area-inset-bottom));
  display:flex;align-items:center;gap:.5rem;min-height:3.25rem;border-radius:99px;box-shadow:0 0 0 2px var(--bg),0 4px 18px #0005}
.launch:has(+[open]){visibility:hidden}
.launch:focus-visible{outline-color:var(--ink);outline-offset:4px}
svg{width:1.375rem;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.dot{background:var(--bg);color:var(--ink);border-radius:99px;min-width:1.5rem;text-align:center}
dialog{position:fixed;inset:auto 1.25rem 1.25rem auto;width:24rem;height:min(38rem,100dvh - 2.5rem);max-height:none;
  border:1px solid var(--line);border-radius:calc(var(--round)*1.25);background:var(--bg);box-shadow:0 12px 48px #0006;overflow:hidden}
dialog[open]{display:flex;flex-direction:column}
dialog::backdrop{background:none}
.top{background:var(--accent);color:var(--on);padding:1rem 3.5rem 1rem 1.25rem}
.top h2{font-size:1.0625rem}
.top button{position:absolute;top:.625rem;right:.625rem;width:2.75rem;height:2.75rem;display:grid;place-items:center}
.top :focus-visible{outline-color:var(--on);outline-offset:-4px}
.scroll{flex:1;overflow-y:auto;overscroll-behavior:contain;padding:1rem 1.25rem}
.scroll:focus-visible{outline-offset:-3px}
.chat>form{border-top:1px solid var(--line);padding:.75rem 1.25rem max(.75rem,env(safe-area-inset-bottom))}
.chat textarea{min-height:2.75rem;max-height:8rem;resize:none}
.chat .list{display:grid;gap:.75rem}
.chat .item{display:block;padding:0;max-width:85%;justify-self:start}
.chat .mine{justify-self:end}
.chat .editing{width:85%}
.chat .avatar{display:none}
.chat .actions .link:not(.bad){color:var(--dim);font-weight:400;min-height:1.5rem}
.chat .text{background:var(--soft);border-radius:var(--round);padding:.5rem .75rem;width:fit-content}
.chat .mine .text{background:color-mix(in srgb,var(--accent) 16%,var(--bg));margin-left:auto}
.chat .mine :is(.head,.actions,.state){justify-content:end}
.hook{position:relative}
.down{position:absolute;left:50%;translate:-50%;bottom:.5rem;white-space:nowrap;box-shadow:0 2px 12px #0004}
@media(max-width:30rem){dialog{inset:0;width:100%;max-width:none;height:100dvh;border:0;border-radius:0}}
@media(prefers-reduced-motion:reduce){*{animation:none!important}}
`;

  const POLL = 15_000;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { channel = '', mode, target, theme } = script.dataset;
  const page = script.dataset.page || location.pathname;
  const api = `${new URL(script.src).origin}/w/${encodeURIComponent(channel)}/`;
  const lang = [script.dataset.lang, document.documentElement.lang, ...navigator.languages]
    .map((code) => (code || '').slice(0, 2).toLowerCase())
    .find((code) => LANGUAGES.includes(code)) || 'en';

  /** @param {keyof typeof TEXTS} key @param {Record<string, string|number>} [values] */
  const t = (key, values = {}) => TEXTS[key][LANGUAGES.indexOf(lang)].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));

  // --- What this browser remembers ---------------------------------------------------------------

  /** Stands in where localStorage is forbidden or full. */
  const memory = new Map();
  const prefix = `parlour:${channel}:`;

  /** @param {string} name */
  function recall(name) {
    if (memory.has(name)) return memory.get(name);
    try {
      return JSON.parse(localStorage.getItem(prefix + name) || 'null');
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {unknown} value  null forgets it */
  function keep(name, value) {
    memory.delete(name);
    try {
      if (value === null) localStorage.removeItem(prefix + name);
      else localStorage.setItem(prefix + name, JSON.stringify(value));
    } catch {
      if (value !== null) memory.set(name, value);
    }
  }

  /** One key a message, so that two tabs never overwrite each other's. */
  const outbox = {
    /** @returns {Entry[]} oldest first */
    all() {
      let names = [...memory.keys()];
      try {
        names = names.concat(Object.keys(localStorage).filter((k) => k.startsWith(prefix)).map((k) => k.slice(prefix.length)));
      } catch { /* forbidden */ }
      return names.filter((name) => name.startsWith('out:')).map(recall).filter(Boolean)
        .sort((a, b) => (a.at < b.at ? -1 : 1));
    },
    /** @param {Entry} entry */
    put: (entry) => keep(`out:${entry.id}`, entry),
    /** @param {Entry} entry */
    drop: (entry) => keep(`out:${entry.id}`, null),
  };

  // --- The desk ----------------------------------------------------------------------------------

  /** @param {string} method @param {string} path @param {object|undefined} body @param {string} [token] */
  async function request(method, path, body, token) {
    /** @type {Record<string, string>} */
    const headers = {};
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers['Content-Type'] = 'application/json';
    const answer = await fetch(api + path, {
      method, headers, body: body && JSON.stringify(body),
      credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(20_000),
    });
    const data = await answer.json().catch(() => ({}));
    if (answer.ok) return data;
    const wait = Number(data.retry_after || answer.headers.get('Retry-After')) || 0;
    throw Object.assign(new Error(data.message || ''), { status: answer.status, code: data.error, wait });
  }

  /** @type {string|null} */
  let token = null;
  try { token = sessionStorage.getItem(prefix); } catch { /* forbidden */ }
  /** @type {Promise<string>|null} */
  let asking = null;

  /** The visitor's token. Kept only once they gave a name: who just reads leaves no trace beyond the tab. */
  async function visitor() {
    const known = recall('token') || token;
    if (known) return known;
    asking ||= request('POST', 'visitor', {}).then((answer) => {
      token = answer.token;
      if (recall('name')) keep('token', token);
      try { sessionStorage.setItem(prefix, answer.token); } catch { /* forbidden */ }
      return answer.token;
    }).finally(() => { asking = null; });
    return asking;
  }

  /** @param {string} method @param {string} path @param {object} [body] */
  async function call(method, path, body) {
    const used = await visitor();
    try {
      return await request(method, path, body, used);
    } catch (/** @type {any} */ error) {
      if (error.status !== 401) throw error;
      if (recall('token') === used) keep('token', null);
      if (token === used) token = null;
      return request(method, path, body, await visitor());
    }
  }

  /** Worth trying again with the same words: no connection, a busy or broken desk. @param {Problem} problem */
  const passing = ({ status = 500 }) => status >= 500 || [401, 408, 425, 429].includes(status);

  /** What went wrong and what to do, for people. @param {Problem} problem */
  function explain({ status, code = '', message, wait }) {
    if (!status) return t('offline');
    if (status === 429) return t('wait', { n: wait || 30 });
    if (['empty', 'too_long', 'closed'].includes(code)) return t(/** @type {'closed'} */ (code));
    return message || t('other');
  }

  // --- What is known -----------------------------------------------------------------------------

  const state = {
    brand: '', limit: 2000, pages: 1, loaded: false, closed: false, trouble: '',
    comments: /** @type {Item[]} */ ([]), private: /** @type {Item[]} */ ([]),
    older: /** @type {string|null} */ (null),
  };
  /** Ids already shown, so that only what is new is announced. */
  const known = new Set();
  /** Entry id → item id: the desk's answer got lost, but the thread shows that the message arrived. */
  const twins = new Map();
  /** @type {string|null} */
  let sending = null;
  let loading = false;
  let again = false;
  /** The first page and older ones are read by eye, not announced. */
  let quiet = true;

  /** @param {string|null} [before] */
  const ask = (before) => call('GET', `thread?page=${encodeURIComponent(page)}${before ? `&before=${encodeURIComponent(before)}` : ''}`);

  /** Reads the thread as far back as the reader has it open; news pushes `last` to a later page. */
  async function load() {
    const first = await ask();
    const last = state.comments.at(-1)?.id;
    let { older, comments } = first;
    let pages = 1;
    const short = () => pages < state.pages || (last && !comments.some((/** @type {Item} */ item) => item.id === last));
    while (older && short() && pages < state.pages + 3) {
      const next = await ask(older);
      comments = comments.concat(next.comments);
      older = next.older;
      pages += 1;
    }
    Object.assign(state, { brand: first.brand, limit: first.limit, private: first.private, comments, older });
    Object.assign(state, { pages: Math.max(pages, state.pages), loaded: true, closed: false, trouble: '' });
  }

  async function refresh() {
    again = loading;
    if (loading) return;
    loading = true;
    try {
      await load();
    } catch (/** @type {any} */ error) {
      state.closed = error.code === 'closed';
      state.trouble = passing(error) ? t('stale') : explain(error);
    }
    loading = false;
    draw();
    if (again) return refresh();
    quiet = !state.loaded;
  }

  let nudge = 0;
  function refreshSoon(delay = 150) {
    clearTimeout(nudge);
    nudge = setTimeout(refresh, delay);
  }

  // --- Sending -----------------------------------------------------------------------------------

  let flushing = false;
  let failures = 0;
  let next = 0;

  /** Sends what waits, oldest first; what has to wait longer holds up what came after it. */
  async function flush() {
    if (flushing) return;
    flushing = true;
    clearTimeout(next);
    for (let entry; (entry = outbox.all().find((each) => !each.item && !each.error));) {
      if ((entry.until || 0) > Date.now() || !(await send(entry))) {
        const pause = Math.min(60_000, 1000 * 2 ** failures) * (0.5 + Math.random() / 2);
        next = setTimeout(flush, Math.max(pause, (entry.until || 0) - Date.now()));
        break;
      }
    }
    flushing = false;
    draw();
  }

  /** @param {Entry} entry @returns {Promise<boolean>} whether the next one may follow */
  async function send(entry) {
    const { at, item, tried, until, error: _, ...message } = entry;
    sending = entry.id;
    entry.tried = true;
    outbox.put(entry);
    draw();
    try {
      const answer = await call('POST', 'messages', message);
      entry.item = String(answer.id);
      failures = 0;
      settle(entry.id, entry.item);
      refreshSoon(600);
    } catch (/** @type {any} */ error) {
      const { status, code, message: why, wait } = error;
      if (passing(error)) {
        failures += 1;
        entry.until = wait && Date.now() + wait * 1000;
      } else {
        entry.error = { status, code, message: why, wait };
        refreshSoon();
      }
    }
    sending = null;
    if (entry.item && entry.page !== page) outbox.drop(entry);
    else outbox.put(entry);
    return Boolean(entry.item || entry.error);
  }

  /** The row of a waiting message becomes the row of the item at the desk, in its place. @param {string} id @param {string} item */
  function settle(id, item) {
    for (const { rows } of boxes) {
      const row = rows.get(id);
      if (!row) continue;
      rows.delete(id);
      if (rows.has(item)) row.node.remove();
      else rows.set(item, row);
    }
    known.add(item);
  }

  /** @param {boolean} secret @param {string|null} parent @param {string} text */
  function submit(secret, parent, text) {
    outbox.put({
      id: uuid(), page, title: document.title, url: location.origin + location.pathname, parent, private: secret,
      name: recall('name'), text, at: new Date().toISOString(),
    });
    flush();
    draw();
  }

  /** crypto.randomUUID exists on https pages only; this works in a plain local network too. */
  const uuid = () => '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => (
    Number(digit) ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (Number(digit) / 4)))).toString(16));

  // --- Building pages ----------------------------------------------------------------------------

  /**
   * A function among the attributes listens to the event of that name. Children that are strings become text.
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag @param {Record<string, unknown>} [attributes] @param {...(Node|string)} children
   * @returns {HTMLElementTagNameMap[K]}
   */
  function el(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === 'function') node.addEventListener(name, /** @type {EventListener} */ (value));
      else if (value || value === 0) node.setAttribute(name, value === true ? '' : String(value));
    }
    node.append(...children);
    return node;
  }

  /** @param {string} text @param {() => void} click @param {string} [look] @param {string} [label] */
  const button = (text, click, look = 'link', label) => el('button', { type: 'button', class: look, click, 'aria-label': label }, text);

  /** @param {string} path */
  function icon(path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    svg.append(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
    /** @type {Element} */ (svg.firstChild).setAttribute('d', path);
    return svg;
  }

  /** Writes only when it differs, so that a screen reader is not told twice. @param {HTMLElement} node @param {string} text */
  const write = (node, text) => { if (node.textContent !== text) node.textContent = text; };

  /** "5 minutes ago", in the reader's language. @param {string} at */
  function ago(at) {
    const seconds = Math.min(0, (Date.parse(at) - Date.now()) / 1000);
    const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
    for (const [unit, size] of /** @type {const} */ ([['day', 86400], ['hour', 3600], ['minute', 60]])) {
      if (-seconds >= size) return format.format(Math.ceil(seconds / size), unit);
    }
    return format.format(0, 'second');
  }

  let forms = 0;

  /**
   * A form to write in; `submit` may throw, which is then shown in words.
   * @param {{label: string, action: string, text?: string, named?: boolean, small?: boolean,
   *   submit: (text: string) => unknown, cancel?: () => void}} options
   */
  function composer({ label, action, text = '', named = true, small = false, submit: done, cancel }) {
    const id = `f${++forms}`;
    const area = el('textarea', { id, rows: small ? 1 : 3, 'aria-describedby': `${id}c ${id}e`, placeholder: small && label, input: count });
    const counter = el('span', { class: 'count', id: `${id}c` });
    const error = el('p', { class: 'error', id: `${id}e`, role: 'alert' });
    const name = el('input', { id: `${id}n`, autocomplete: 'name', maxlength: 80, 'aria-describedby': `${id}h` });
    const asked = el('div', {}, el('label', { for: `${id}n` }, t('name')), name, el('p', { class: 'hint', id: `${id}h` }, t('nameHint')));
    const who = el('span', { class: 'who' });
    const go = el('button', { class: 'main' }, action);
    const form = el('form', { submit: onSubmit, named: showName, keydown: onKey, novalidate: true },
      ...(named ? [asked] : []),
      el('div', {}, el('label', { for: id, class: small && 'sr' }, label), area), error,
      el('div', { class: 'foot' }, who, counter, ...(cancel ? [button(t('cancel'), cancel)] : []), go));
    area.value = text;
    showName();
    return { form, area };

    function showName() {
      if (!named) return;
      const given = recall('name');
      asked.hidden = Boolean(given);
      who.replaceChildren(...(given ? [`${t('as', { name: given })} · `, button(t('change'), rename)] : []));
    }

    function rename() {
      asked.hidden = false;
      who.replaceChildren();
      name.value = recall('name');
      name.focus();
    }

    function count() {
      const left = state.limit - [...area.value.trim()].length;
      const near = left < Math.min(200, state.limit / 5);
      write(counter, near ? t('left', { n: left }) : '');
      counter.classList.toggle('bad', left < 0);
      if (error.textContent) fail('');
    }

    /** @param {string} message @param {HTMLElement} [field] */
    function fail(message, field) {
      write(error, message);
      for (const each of [area, name]) each.toggleAttribute('aria-invalid', false);
      field?.setAttribute('aria-invalid', 'true');
      field?.focus();
    }

    /** @param {KeyboardEvent} event */
    function onKey(event) {
      if (event.key === 'Escape' && cancel) {
        event.stopPropagation();
        event.preventDefault();
        cancel();
      }
      const enter = event.key === 'Enter' && event.target === area && !event.isComposing;
      if (!enter || !(event.ctrlKey || event.metaKey || (small && !event.shiftKey))) return;
      event.preventDefault();
      form.requestSubmit();
    }

    /** @param {Event} event */
    async function onSubmit(event) {
      event.preventDefault();
      const value = area.value.trim();
      if (named && !asked.hidden && !name.value.trim()) return fail(t('noName'), name);
      if (!value) return fail(t('empty'), area);
      if ([...value].length > state.limit) return fail(t('too_long'), area);
      if (named && !asked.hidden) remember(name.value.trim());
      go.disabled = true;
      try {
        await done(value);
        area.value = '';
        count();
      } catch (/** @type {any} */ trouble) {
        fail(explain(trouble), area);
      }
      go.disabled = false;
    }
  }

  /** @param {string} name */
  function remember(name) {
    keep('name', name);
    if (token) keep('token', token);
    for (const { root } of boxes) {
      for (const form of root.querySelectorAll('form')) form.dispatchEvent(new Event('named'));
    }
  }

  // --- One comment or message --------------------------------------------------------------------

  class Row {
    /** @param {Box} box @param {HTMLElement} list */
    constructor(box, list) {
      this.box = box;
      this.list = list;
      this.item = /** @type {Item} */ ({});
      this.drawn = '';
      /** What the visitor just changed, until the thread says the same. @type {{text?: string, deleted?: boolean, until: number}|null} */
      this.change = null;
      this.head = el('div', { class: 'head' });
      this.time = el('time');
      this.text = el('p', { class: 'text', dir: 'auto' });
      this.state = el('div', { class: 'state' });
      this.actions = el('div', { class: 'actions' }, button(t('reply'), () => this.reply()),
        button(t('edit'), () => this.edit()), button(t('remove'), () => this.remove()));
      this.form = el('div', { class: 'form' });
      this.avatar = el('div', { class: 'avatar', 'aria-hidden': 'true' });
      this.replies = el('ol', { class: 'replies' });
      this.node = el('li', { class: 'item', tabindex: -1 }, this.avatar,
        el('div', {}, this.head, this.text, this.state, this.actions, this.form), this.replies);
    }

    /** @param {Item} item @param {string} to  whom it answers, if that is not the thread's first */
    show(item, to) {
      if (this.change && (this.change.until < Date.now() || item.deleted || item.text === this.change.text)) this.change = null;
      this.item = { ...item, ...this.change };
      write(this.time, ago(item.at));
      const { entry } = item;
      const look = JSON.stringify([this.item, to, entry && sending === entry.id]);
      if (look === this.drawn) return;
      this.drawn = look;
      const { author, brand, mine, deleted, edited, at } = this.item;
      this.node.classList.toggle('brand', brand);
      this.node.classList.toggle('mine', mine);
      this.node.classList.toggle('gone', deleted);
      write(this.avatar, [...author.trim()][0]?.toUpperCase() || '?');
      this.time.dateTime = at;
      this.time.title = new Date(at).toLocaleString(lang);
      const own = mine && this.box.private;
      this.head.replaceChildren(el('b', { dir: 'auto', class: own && 'sr' }, author),
        ...(brand ? [el('span', { class: 'badge' }, t('team'))] : []),
        ...(mine && !own ? [el('span', {}, `(${t('you')})`)] : []),
        ...(to ? [el('span', {}, t('to', { name: to }))] : []),
        ...(entry ? [] : [this.time]), ...(edited && !deleted ? [el('span', {}, `· ${t('edited')}`)] : []));
      this.actions.children[0].setAttribute('aria-label', t('replyTo', { name: author }));
      write(this.text, deleted ? t('deleted') : this.item.text);
      this.state.replaceChildren(...(entry ? this.progress(entry) : []));
      this.offer();
    }

    /** @param {Entry} entry @returns {(Node|string)[]} */
    progress(entry) {
      if (entry.item) return [];
      if (entry.error) {
        return [el('span', { class: 'error', role: 'alert' }, explain(entry.error)),
          button(t('edit'), () => this.rewrite(entry)), button(t('remove'), () => { outbox.drop(entry); draw(); })];
      }
      if (sending === entry.id) return [t('sending')];
      const wait = Math.ceil(((entry.until || 0) - Date.now()) / 1000);
      return wait > 0 ? [t('wait', { n: wait })] : [t('waiting'), button(t('retry'), flush)];
    }

    /** Which buttons stand below the text: hidden rather than rebuilt, so that the focus stays. */
    offer() {
      const { entry, deleted, mine } = this.item;
      const [reply, edit, remove] = /** @type {HTMLElement[]} */ ([...this.actions.children]);
      this.actions.hidden = Boolean(entry || deleted || state.closed || this.form.firstChild);
      reply.hidden = this.box.private;
      edit.hidden = remove.hidden = !mine;
    }

    /** @param {...Node} nodes */
    open(...nodes) {
      this.form.replaceChildren(...nodes);
      this.offer();
    }

    /** Closes the form and gives the focus back to where it was opened. */
    shut(place = 0) {
      const inside = this.form.contains(this.box.root.activeElement);
      this.form.replaceChildren();
      this.text.hidden = false;
      this.node.classList.remove('editing');
      this.offer();
      if (inside) /** @type {HTMLElement} */ (this.actions.hidden ? this.node : this.actions.children[place]).focus();
    }

    reply() {
      const { form, area } = composer({
        label: t('replyTo', { name: this.item.author }), action: t('reply'), cancel: () => this.shut(),
        submit: (text) => { this.shut(); submit(false, this.item.id, text); },
      });
      this.open(form);
      area.focus();
    }

    edit() {
      const { form, area } = composer({
        label: t('edit'), action: t('save'), text: this.item.text, named: false, cancel: () => this.shut(1),
        submit: async (text) => {
          await call('PUT', `messages/${encodeURIComponent(this.item.id)}`, { text, page });
          this.apply({ text, edited: true }, 1);
        },
      });
      this.text.hidden = true;
      this.node.classList.add('editing');
      this.open(form);
      area.focus();
    }

    remove() {
      const error = el('p', { class: 'error', role: 'alert' });
      const yes = button(t('remove'), async () => {
        yes.disabled = true;
        try {
          await call('DELETE', `messages/${encodeURIComponent(this.item.id)}?page=${encodeURIComponent(page)}`);
          this.apply({ deleted: true }, 0);
        } catch (/** @type {any} */ trouble) {
          yes.disabled = false;
          write(error, explain(trouble));
        }
      }, 'link bad');
      const no = button(t('cancel'), () => this.shut(2));
      this.open(el('div', { class: 'actions', role: 'group', 'aria-label': t('sure') }, el('span', {}, t('sure')), yes, no), error);
      no.focus();
    }

    /** @param {Partial<Item>} change @param {number} place */
    apply(change, place) {
      this.change = { ...change, until: Date.now() + 10_000 };
      this.shut(place);
      draw();
      refreshSoon(600);
    }

    /** Refused words go back into a form to be mended. @param {Entry} entry */
    rewrite(entry) {
      const { form, area } = composer({
        label: t('edit'), action: t('send'), text: entry.text, cancel: () => this.shut(),
        submit: (text) => { outbox.drop(entry); this.shut(); submit(entry.private, entry.parent, text); },
      });
      this.open(form);
      area.focus();
    }
  }

  // --- Drawing -----------------------------------------------------------------------------------

  /** @type {Box[]} */
  const boxes = [];

  /** Brings a list in step with its items. @param {Box} box @param {HTMLElement} list @param {Item[]} items @param {(item: Item) => string} [to] */
  function align(box, list, items, to = () => '') {
    const wanted = new Set(items.map((item) => item.id));
    for (const [id, row] of box.rows) {
      // Who is writing below something that was just taken away may finish.
      if (row.list !== list || wanted.has(id) || row.node.querySelector('form')) continue;
      row.node.remove();
      box.rows.delete(id);
    }
    let after = /** @type {Node|null} */ (null);
    for (const item of [...items].reverse()) {
      let row = box.rows.get(item.id);
      if (!row) {
        row = new Row(box, list);
        box.rows.set(item.id, row);
        list.insertBefore(row.node, after);
      }
      row.show(item, to(item));
      after = row.node;
    }
  }

  /** Threads of two levels: whatever answers an answer stands below the same first comment. @param {Item[]} items */
  function threads(items) {
    const all = new Map(items.map((item) => [item.id, item]));
    /** @type {Map<Item, Item[]>} */
    const found = new Map();
    for (const item of items) {
      let root = item;
      while (root.parent && all.has(root.parent)) root = /** @type {Item} */ (all.get(root.parent));
      found.set(root, found.get(root) || []);
      if (root !== item) found.get(root)?.push(item);
    }
    return { all, found };
  }

  /** What of the outbox is still to be seen beside the thread. @param {Item[]} shown */
  function waiting(shown) {
    const ids = new Set(shown.map((item) => item.id));
    const rest = [];
    for (const entry of outbox.all()) {
      if (entry.page !== page && !(entry.private && !entry.item)) continue;
      const lost = entry.tried && !entry.item && !twins.has(entry.id);
      const twin = lost && shown.find((item) => item.mine && item.text === entry.text && item.parent === entry.parent && !known.has(item.id));
      if (twin) {
        twins.set(entry.id, twin.id);
        settle(entry.id, twin.id);
      }
      const expired = entry.item && Date.now() - Date.parse(entry.at) > 86_400_000;
      if (expired || (entry.item && ids.has(entry.item))) outbox.drop(entry);
      else if (!ids.has(twins.get(entry.id))) rest.push(entry);
    }
    return rest.map((entry) => /** @type {Item & {entry: Entry}} */ ({
      id: entry.item || entry.id, parent: entry.parent, author: entry.name, brand: false, mine: true,
      text: entry.text, at: entry.at, edited: false, deleted: false, entry,
    }));
  }

  function draw() {
    const pending = waiting([...state.comments, ...state.private]);
    for (const box of boxes) {
      const mine = pending.filter((item) => item.entry.private === box.private);
      if (box.private) drawChat(box, mine);
      else drawComments(box, mine);
      announce(box);
      box.drawn();
    }
    for (const item of [...state.comments, ...state.private]) known.add(item.id);
  }

  /** @param {Box} box @param {Item[]} pending */
  function drawComments(box, pending) {
    const top = pending.filter((item) => !item.parent).reverse();
    const { all, found } = threads([...top, ...state.comments, ...pending.filter((item) => item.parent)]);
    align(box, box.list, [...found.keys()]);
    for (const [root, replies] of found) {
      const list = box.rows.get(root.id)?.replies;
      if (list) align(box, list, replies, (item) => (item.parent !== root.id && all.get(item.parent || '')?.author) || '');
    }
    const count = [...all.values()].filter((item) => !item.deleted).length;
    write(/** @type {HTMLElement} */ (box.root.querySelector('h2 span')), count ? String(count) : '');
    drawStatus(box, found.size, t('none'));
  }

  /** @param {Box} box @param {Item[]} pending */
  function drawChat(box, pending) {
    const items = [...state.private, ...pending];
    align(box, box.list, items);
    drawStatus(box, items.length, t('chatEmpty'));
  }

  /** Loading, trouble, empty or nothing to say. @param {Box} box @param {number} size @param {string} empty */
  function drawStatus(box, size, empty) {
    const bones = !size && !state.loaded && !state.trouble;
    box.list.setAttribute('aria-busy', String(bones));
    if (box.form) box.form.hidden = state.closed || !(state.loaded || state.trouble);
    const text = state.trouble || (size ? '' : empty);
    box.status.className = state.trouble ? 'notice' : 'status';
    if (!bones) return write(box.status, text);
    if (!box.status.querySelector('.bones')) {
      box.status.replaceChildren(el('span', { class: 'sr' }, t('loading')),
        el('div', { class: 'bones' }, ...Array.from({ length: 6 }, () => el('i'))));
    }
  }

  /** Says what others wrote since the last drawing, and lets it glow for a moment. @param {Box} box */
  function announce(box) {
    for (const item of box.private ? state.private : state.comments) {
      if (quiet || item.mine || item.deleted || known.has(item.id)) continue;
      box.live.append(el('p', {}, t('news', { name: item.author, text: item.text.slice(0, 200) })));
      box.rows.get(item.id)?.node.classList.add('new');
    }
    while (box.live.children.length > 5) box.live.firstChild?.remove();
  }

  /** @param {'comments'|'chat'} kind @param {(root: ShadowRoot) => void} place @returns {Box} */
  function box(kind, place) {
    const host = el('div', { 'data-parlour': kind, 'data-theme': theme, lang });
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    place(root);
    const made = {
      root, private: kind === 'chat', rows: new Map(), list: el('ol', { class: 'list' }), drawn: () => {},
      status: el('div', { class: 'status', role: 'status' }), live: el('div', { class: 'sr', 'aria-live': 'polite', role: 'log' }),
    };
    boxes.push(made);
    return made;
  }

  function startComments() {
    const parent = target && document.querySelector(target);
    const made = box('comments', ({ host }) => {
      if (parent) parent.append(host);
      else if (document.body.contains(script)) script.after(host);
      else document.body.append(host);
    });
    const { form } = composer({ label: t('comment'), action: t('post'), submit: (text) => submit(false, null, text) });
    const older = button(t('older'), async () => {
      const shown = made.list.children.length;
      older.disabled = true;
      quiet = true;
      state.pages += 1;
      await refresh();
      older.disabled = false;
      /** @type {HTMLElement|undefined} */ (made.list.children[shown])?.focus();
    }, 'link older');
    made.form = form;
    made.drawn = () => { older.hidden = !state.older; };
    made.root.append(el('section', { class: 'comments', 'aria-label': t('comments') },
      el('h2', {}, `${t('comments')} `, el('span')), form, made.status, made.list, older, made.live));
  }

  function startChat() {
    const made = box('chat', ({ host }) => document.body.append(host));
    const { form, area } = composer({ label: t('message'), action: t('send'), small: true, submit: (text) => { submit(true, null, text); toEnd(); } });
    const title = el('h2', { id: 'title' });
    const privacy = el('p');
    const scroll = el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'title' }, made.status, made.list);
    const down = button('', toEnd, 'main down');
    const dot = el('span', { class: 'dot' });
    const launch = el('button', { type: 'button', class: 'launch', 'aria-haspopup': 'dialog', click: open },
      icon('M21 12a8.5 8.5 0 0 1-12.4 7.6L3 21l1.4-5.6A8.5 8.5 0 1 1 21 12Z'), t('chat'), dot);
    const close = el('button', { type: 'button', 'aria-label': t('close'), click: () => dialog.close() }, icon('M6 6l12 12M18 6 6 18'));
    // A modal dialog of the platform: it keeps the focus inside, closes on Esc and gives the focus back by itself.
    const dialog = el('dialog', { class: 'chat', 'aria-labelledby': 'title', pointerdown: outside },
      el('header', { class: 'top' }, title, privacy, close), scroll, el('div', { class: 'hook' }, down), form);
    // Outside the dialog while it is closed, inside while it is open: what lies behind a modal dialog is never read out.
    const closed = () => { made.root.append(made.live); launch.focus(); };
    dialog.addEventListener('close', closed);
    made.root.append(launch, dialog, made.live);
    made.form = form;

    /** @param {Event} event */
    function outside(event) {
      if (event.target === dialog) dialog.close();
    }

    function open() {
      dialog.append(made.live);
      dialog.showModal();
      toEnd();
      const first = /** @type {HTMLElement} */ (recall('name') ? area : form.querySelector('input'));
      (form.hidden ? close : first).focus();
    }

    function toEnd() {
      scroll.scrollTop = scroll.scrollHeight;
      made.drawn();
    }

    let height = 0;
    made.drawn = () => {
      write(title, state.brand ? t('chatWith', { name: state.brand }) : t('chat'));
      write(privacy, state.brand ? t('privacy', { name: state.brand }) : '');
      if (dialog.open && height - scroll.scrollTop - scroll.clientHeight < 60) scroll.scrollTop = scroll.scrollHeight;
      height = scroll.scrollHeight;
      const atEnd = dialog.open && height - scroll.scrollTop - scroll.clientHeight < 60;
      const last = state.private.at(-1)?.id;
      if (atEnd && last) keep('seen', last);
      const seen = state.private.findIndex((item) => item.id === recall('seen'));
      const unread = state.private.slice(seen + 1).filter((item) => item.brand && !item.deleted).length;
      down.hidden = dot.hidden = !unread;
      write(dot, String(unread));
      write(down, t('fresh', { n: unread }));
      launch.setAttribute('aria-label', unread ? `${t('chat')}, ${t('fresh', { n: unread })}` : t('chat'));
      launch.hidden = state.closed && !dialog.open;
    };
    scroll.addEventListener('scroll', () => made.drawn());
  }

  // --- Live --------------------------------------------------------------------------------------

  /** @type {EventSource|null} */
  let source = null;
  let live = false;

  /** Until a stream is open, the tick asks for the thread and opens a new one. */
  async function listen() {
    if (source) return;
    const pass = await visitor().catch(() => null);
    if (!pass || source || document.hidden) return;
    const stream = new EventSource(`${api}live?page=${encodeURIComponent(page)}&token=${encodeURIComponent(pass)}`);
    source = stream;
    stream.addEventListener('changed', () => refreshSoon());
    stream.onopen = () => { live = true; resume(); };
    stream.onerror = () => {
      live = false;
      if (stream.readyState === EventSource.CLOSED && source === stream) source = null;
    };
  }

  function hush() {
    source?.close();
    source = null;
    live = false;
  }

  /** There is reason to believe that the desk can be reached (again). */
  function resume() {
    failures = 0;
    refreshSoon();
    flush();
  }

  function tick() {
    if (!document.hidden) {
      if (!live || state.trouble) refresh();
      listen();
    }
    setTimeout(tick, POLL * (0.9 + Math.random() / 5));
  }

  function start() {
    if (mode !== 'chat') startComments();
    if (mode !== 'comments') startChat();
    draw();
    flush();
    tick();
    setInterval(draw, 30_000);
    addEventListener('online', () => { hush(); listen(); resume(); });
    addEventListener('offline', () => { state.trouble = t('stale'); draw(); });
    // A page in the background holds no connection open: browsers allow only six per desk.
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) return hush();
      listen();
      return resume();
    });
  }

  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
  else start();
})();
