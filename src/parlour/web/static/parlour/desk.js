/**
 * The desk in the browser: keys, live news, the reply box. Without it every page still works, by links and forms.
 */

/** @type {any} */
const htmx = /** @type {any} */ (window).htmx;

/** @template {Element} [T=HTMLElement] @param {string} selector @returns {T | null} */
const find = (selector) => document.querySelector(/** @type {any} */ (selector));
const thread = () => find(".thread");
const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#rows .row")]);
const replyBox = () => /** @type {HTMLTextAreaElement | null} */ (find("#reply-text"));
const narrow = matchMedia("(width < 720px)");

/** What the page says aloud, and the sentences it says: see _words.html. */
const announcer = /** @type {HTMLElement} */ (find("#announce"));
const words = announcer.dataset;
/** @param {string | undefined} text */
function say(text) { announcer.textContent = text ?? ""; }

/* ---- Moving through the list ------------------------------------------------------------------------------- */

/** Where the reader stood last; a row that has left the list leaves its place to the next one. */
let standing = -1;

/** The row the keys stand on: the focused one, else the open one. */
function currentRow() {
  const focused = document.activeElement?.closest("#rows .row") ?? find("#rows .row[aria-current]");
  return rows().findIndex((row) => row === focused);
}

/** @param {1 | -1} step */
function move(step) {
  const all = rows();
  if (!all.length) return;
  const now = currentRow();
  const next = now >= 0 ? now + step : standing + Math.min(step, 0);
  standing = Math.min(all.length - 1, Math.max(0, next));
  all[standing].focus();
  all[standing].scrollIntoView({ block: "nearest" });
}

document.addEventListener("focusin", () => {
  const now = currentRow();
  if (now >= 0) standing = now;
});

/* ---- Keys -------------------------------------------------------------------------------------------------- */

/** @type {Record<string, () => void>} */
const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  Enter: () => (rows()[currentRow()] ?? rows()[Math.max(0, standing)])?.click(),
  r: () => replyBox()?.focus(),
  e: () => find("#done")?.click(),
  h: () => onMessage("hide"),
  u: () => onMessage("unhide"),
  v: () => onMessage("correct"),
  "?": () => /** @type {HTMLDialogElement | null} */ (find("#keys"))?.showModal(),
};

/** On the message that has the focus, else on the last one. @param {string} act */
function onMessage(act) {
  const here = document.activeElement?.closest(".message")?.querySelector(`[data-act="${act}"]`);
  const all = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`.message [data-act="${act}"]`));
  (/** @type {HTMLElement | null | undefined} */ (here) ?? all[all.length - 1])?.click();
}

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.defaultPrevented || event.isComposing || find("dialog[open], :popover-open")) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && target.matches("#reply-text")) {
    event.preventDefault();
    target.closest("form")?.requestSubmit();
  } else if (event.key === "Escape") {
    back();
  } else if (single(event, target) && Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key]();
  }
});

/**
 * Single keys act only outside text fields, never with a modifier, and one switch turns them off.
 * @param {KeyboardEvent} event @param {HTMLElement} target
 */
function single(event, target) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.keys === "off") return false;
  if (target.matches("input, textarea, select, [contenteditable]")) return false;
  return event.key !== "Enter" || !target.closest("a, button, summary, label");
}

/** From the reply box to the conversation, from there to the list. */
function back() {
  if (document.activeElement === replyBox()) find("#conversation")?.focus();
  else toList();
}

function toList() {
  if (narrow.matches && document.body.classList.contains("has-open")) {
    document.body.classList.remove("has-open");
    history.pushState(null, "", /** @type {HTMLAnchorElement} */ (find(".back")).href);
  }
  const row = rows()[currentRow()] ?? rows()[Math.max(0, standing)];
  (row ?? find("#list"))?.focus();
}

document.addEventListener("click", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const opener = /** @type {HTMLElement | null} */ (target.closest("[data-opens]"));
  if (opener) /** @type {HTMLDialogElement | null} */ (find(`#${opener.dataset.opens}`))?.showModal();
  if (target.closest("#news")) find(".list-scroll")?.scrollTo({ top: 0 });
  const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (target.closest(".back") && plain) { event.preventDefault(); toList(); }
});

document.addEventListener("change", (event) => {
  const field = /** @type {HTMLSelectElement} */ (event.target);
  if (field.matches("[data-submit]")) field.form?.requestSubmit();
});

/* ---- Opening a conversation -------------------------------------------------------------------------------- */

function opened() {
  document.body.classList.add("has-open");
  mark();
  restoreDraft();
  count();
  drain();
}

/** The open conversation's row carries the mark, whoever rendered it. */
function mark() {
  const id = thread()?.dataset.conversation;
  for (const row of rows()) {
    if (row.dataset.id === id) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

document.addEventListener("htmx:afterSwap", (event) => {
  const { target, requestConfig } = /** @type {CustomEvent} */ (event).detail;
  if (target.id !== "conversation") return;
  opened();
  const source = /** @type {HTMLElement} */ (requestConfig.elt);
  if (source.matches("[data-take-back]")) toEnd(replyBox());
  else if (source.matches("a")) arrived();
  else if (!document.activeElement || document.activeElement === document.body) find("#conversation")?.focus();
});

/** The list keeps the focus, so that j goes on from there; where the list is gone, the conversation gets it. */
function arrived() {
  if (narrow.matches) find("#conversation")?.focus();
  say(`${words.opened} ${find(".thread-head h2")?.textContent}`);
}

/** @param {HTMLTextAreaElement | null} box */
function toEnd(box) {
  box?.focus();
  box?.setSelectionRange(box.value.length, box.value.length);
}

/* ---- The reply box ----------------------------------------------------------------------------------------- */

const draftKey = () => `draft ${thread()?.dataset.conversation}`;

document.addEventListener("input", (event) => {
  const box = replyBox();
  if (event.target !== box || !box) return;
  if (box.value) sessionStorage.setItem(draftKey(), box.value);
  else sessionStorage.removeItem(draftKey());
  count();
});

/** Words in work survive another conversation, a reload and a sign-in; words taken back go before them. */
function restoreDraft() {
  const box = replyBox();
  const kept = sessionStorage.getItem(draftKey());
  if (!box) return;
  if (kept && kept !== box.value) box.value = box.value ? `${box.value}\n\n${kept}` : kept;
  if (box.value) sessionStorage.setItem(draftKey(), box.value);
}

/** How platforms count, see core/guards/length.py. @type {Record<string, (text: string) => number>} */
const LENGTH = {
  characters: (text) => [...text].length,
  utf16: (text) => text.length,
  graphemes: (text) => [...new Intl.Segmenter().segment(text)].length,
  bytes: (text) => new TextEncoder().encode(text).length,
};

/** Says how much room is left once it becomes scarce. */
function count() {
  const box = replyBox();
  const counter = find("#counter");
  if (!box || !counter) return;
  const left = Number(box.dataset.limit) - LENGTH[box.dataset.unit ?? "characters"](box.value.trim());
  counter.textContent = left < 200 ? String(left) : "";
  counter.toggleAttribute("data-over", left < 0);
}

/** The line below a waiting answer shrinks while it can be taken back. */
function drain() {
  const line = /** @type {HTMLElement | null} */ (find(".undo:not([data-running])"));
  if (!line) return;
  line.dataset.running = "";
  line.animate({ scale: ["1 1", "0 1"] }, { duration: Number(line.dataset.left), fill: "forwards" });
}

document.addEventListener("htmx:beforeSwap", (event) => {
  const detail = /** @type {CustomEvent} */ (event).detail;
  if (signedOut(detail.xhr.responseURL)) { detail.shouldSwap = false; return; }
  // A guard's refusal is shown like any other answer.
  if (detail.xhr.status === 422 || detail.xhr.status === 409) { detail.shouldSwap = true; detail.isError = false; }
  if (detail.xhr.status === 200 && detail.requestConfig.elt.id === "composer") sessionStorage.removeItem(draftKey());
});

/** A session that has ended answers everything with the sign-in page; the way back leads here. @param {string} url */
function signedOut(url) {
  if (!url || new URL(url).pathname !== document.body.dataset.signIn) return false;
  location.reload();
  return true;
}

/** @type {Record<string, string | undefined>} */
const TROUBLES = {
  "htmx:sendError": words.notSent,
  "htmx:timeout": words.notSent,
  "htmx:responseError": words.refused,
};
for (const [name, sentence] of Object.entries(TROUBLES)) {
  document.addEventListener(name, (event) => {
    const { elt } = /** @type {CustomEvent} */ (event).detail;
    if (elt.id === "rows") return; // nobody asked for it: the next news brings it
    const trouble = document.createElement("p");
    trouble.className = "trouble";
    trouble.setAttribute("role", "alert");
    trouble.textContent = sentence ?? "";
    find("#conversation > .trouble")?.remove();
    const box = find("#composer .troubles");
    if (box) box.replaceChildren(trouble);
    else find("#conversation")?.prepend(trouble);
  });
}

/* ---- Live news --------------------------------------------------------------------------------------------- */

/** While a conversation is being opened its row must stay: htmx still needs it when the answer comes. */
let opening = 0;
let overdue = false;

function refreshList() {
  if (opening) overdue = true;
  else htmx.trigger("#rows", "desk:refresh");
}

/** @param {Event} event */
const forThread = (event) => /** @type {CustomEvent} */ (event).detail.target?.id === "conversation";
document.addEventListener("htmx:beforeSend", (event) => { if (forThread(event)) opening += 1; });
document.addEventListener("htmx:afterRequest", (event) => {
  if (!forThread(event)) return;
  opening = Math.max(0, opening - 1);
  if (opening || !overdue) return;
  overdue = false;
  refreshList();
});

/**
 * News must not move what the reader looks at: the row under their eyes stays where it is. Only who is at the top,
 * with neither pointer nor focus in the list, sees new rows come in there.
 */
document.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = /** @type {CustomEvent} */ (event);
  if (detail.target.id !== "rows") return;
  if (opening) { detail.shouldSwap = false; overdue = true; return; }
  if (sameRows(detail.serverResponse)) { detail.shouldSwap = false; return; }
  const pane = /** @type {HTMLElement} */ (find(".list-scroll"));
  const before = rows();
  const known = new Set(before.map((row) => row.id));
  const looksOn = pane.scrollTop === 0 && !pane.matches(":hover, :focus-within");
  const top = pane.getBoundingClientRect().top;
  const seen = looksOn ? [] : before.filter((row) => row.getBoundingClientRect().bottom > top);
  const places = seen.map((row) => ({ id: row.id, at: row.getBoundingClientRect().top }));
  document.addEventListener("htmx:afterSwap", () => {
    const kept = places.find(({ id }) => document.getElementById(id));
    if (kept) pane.scrollTop += /** @type {HTMLElement} */ (document.getElementById(kept.id)).getBoundingClientRect().top - kept.at;
    mark();
    const above = rows().filter((row) => row.getBoundingClientRect().bottom <= top);
    showNews(above.filter((row) => !known.has(row.id)).length);
  }, { once: true });
});

/**
 * News about other rows than these: only the counts change, and a click that has begun finds its row.
 * @param {string} answer
 */
function sameRows(answer) {
  const fresh = new DOMParser().parseFromString(answer, "text/html");
  /** @param {ParentNode} page */
  const shown = (page) => [...page.querySelectorAll("#rows .row")].map((row) => row.id + row.innerHTML).join();
  if (!fresh.querySelector("#rows .row") || shown(fresh) !== shown(document)) return false;
  for (const selector of ["#queue-list", "#tabs"]) replace(find(selector), fresh.querySelector(selector));
  return true;
}

let unseen = 0;

/** @param {number} more new rows above what is shown */
function showNews(more) {
  const pill = find("#news");
  unseen += more;
  if (!pill) return;
  pill.hidden = !unseen;
  /** @type {HTMLElement} */ (pill.querySelector("span")).textContent = `${unseen} ${words.new}`;
}

find(".list-scroll")?.addEventListener("scroll", (event) => {
  if (/** @type {HTMLElement} */ (event.target).scrollTop < 20) { unseen = 0; showNews(0); }
}, { passive: true });

/** Head, messages and person change; the reply box, its words and its cursor stay. */
async function refreshThread() {
  const shown = thread();
  if (!shown?.dataset.url) return;
  const answer = await fetch(shown.dataset.url, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer || signedOut(answer.url) || !answer.ok || thread() !== shown) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (thread() !== shown) return;
  for (const selector of ["#thread-head", "#person"]) replace(find(selector), fresh.querySelector(selector));
  if (merge(find("#messages"), fresh.querySelector("#messages"))) say(words.changed);
  drain();
}

/** @param {Element | null} old @param {Element | null} fresh @returns {boolean} whether anything differed */
function replace(old, fresh) {
  if (!old || !fresh || old.innerHTML.replace(TOKEN, "") === fresh.innerHTML.replace(TOKEN, "")) return false;
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : "";
  old.replaceChildren(...document.adoptNode(fresh).childNodes);
  htmx.process(old);
  if (focused) document.getElementById(focused)?.focus();
  return true;
}

/** Each form carries a token that is masked anew every time; it is no news. */
const TOKEN = /value="[A-Za-z0-9]{64}"|\s?data-(left|running)="\d*"/g;

/**
 * Message by message, so that what did not change keeps its selection and focus.
 * @param {Element | null} list @param {Element | null} fresh @returns {boolean} whether one came that was not there
 */
function merge(list, fresh) {
  if (!list || !fresh) return false;
  const wanted = [...fresh.children];
  const ids = new Set(wanted.map((item) => item.id));
  for (const item of [...list.children]) if (!ids.has(item.id)) item.remove();
  let came = false;
  wanted.forEach((item, at) => {
    const old = document.getElementById(item.id);
    if (old) { replace(old, item); return; }
    list.insertBefore(document.adoptNode(item), list.children[at] ?? null);
    htmx.process(list.children[at]);
    came = true;
  });
  return came;
}

/* ---- The connection ---------------------------------------------------------------------------------------- */

/** @type {EventSource | undefined} */
let stream;
let lost = false;
let tries = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

function listen() {
  clearTimeout(waiting);
  stream?.close();
  stream = new EventSource(document.body.dataset.live ?? "/live");
  // Something may have come between the page and its stream, or while we were away.
  for (const greeting of ["hello", "resync"]) stream.addEventListener(greeting, () => { found(); refresh(); });
  stream.addEventListener("changed", (event) => {
    const { conversations = [] } = JSON.parse(event.data);
    refreshList();
    if (conversations.includes(Number(thread()?.dataset.conversation))) refreshThread();
  });
  stream.addEventListener("error", again);
}

function found() {
  lost = false;
  tries = 0;
  clearTimeout(waiting);
  find("#lost")?.toggleAttribute("hidden", true);
  for (const trouble of document.querySelectorAll("#conversation .trouble")) if (trouble.textContent === words.notSent) trouble.remove();
}

/** A short break is nobody's business; a long one is said, and ends by itself. The browser gives up on some: we don't. */
function again() {
  tries += 1;
  lost = true;
  if (tries > 1) find("#lost")?.toggleAttribute("hidden", false);
  stream?.close();
  clearTimeout(waiting);
  waiting = setTimeout(listen, Math.min(20_000, 500 * 2 ** tries) * (0.5 + Math.random() / 2));
}

function refresh() { refreshList(); refreshThread(); }

addEventListener("online", listen);
addEventListener("offline", () => { lost = true; find("#lost")?.toggleAttribute("hidden", false); });
addEventListener("pagehide", () => { clearTimeout(waiting); stream?.close(); });
addEventListener("pageshow", (event) => { if (event.persisted) { lost = true; listen(); } });
// Ages and clocks go on even where nothing happens.
setInterval(() => { if (!document.hidden && !lost) refresh(); }, 60_000);

if (thread()) opened();
listen();
