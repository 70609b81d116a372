/**
 * The desk in the browser: keys, live news, the reply box. Without it every page still works, by links and forms.
 */

const list = () => document.querySelector("#list");
const thread = () => document.querySelector("#conversation .thread");
const rows = () => [...document.querySelectorAll("#list .row")];
const replyBox = () => /** @type {HTMLTextAreaElement | null} */ (document.querySelector("#reply-text"));

/* ---- Moving through the list ------------------------------------------------------------------------------- */

/** The row the keys stand on: the focused one, else the open one, else none. */
function currentRow() {
  const all = rows();
  const focused = all.indexOf(/** @type {any} */ (document.activeElement?.closest?.(".row")));
  return focused >= 0 ? focused : all.findIndex((row) => row.getAttribute("aria-current") === "true");
}

/** @param {number} step */
function move(step) {
  const all = rows();
  if (!all.length) return;
  const next = Math.min(all.length - 1, Math.max(0, currentRow() + step));
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
}

/** @type {Record<string, (event: KeyboardEvent) => void>} */
const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  Enter: (event) => {
    if (document.activeElement?.closest?.(".row, a, button, select")) return;
    const row = rows()[Math.max(0, currentRow())];
    if (row) { event.preventDefault(); row.click(); }
  },
  r: (event) => { const box = replyBox(); if (box) { event.preventDefault(); box.focus(); } },
  e: () => /** @type {HTMLElement | null} */ (document.querySelector("#done"))?.click(),
  "?": () => /** @type {HTMLDialogElement | null} */ (document.querySelector("#keys"))?.showModal(),
};

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const writing = target.matches("input, textarea, select, [contenteditable]");
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && target.matches("#reply-text")) {
    event.preventDefault();
    target.closest("form")?.requestSubmit();
    return;
  }
  if (event.key === "Escape") { back(); return; }
  // Single keys act only outside text fields, never with a modifier, and one switch turns them off.
  if (writing || event.ctrlKey || event.metaKey || event.altKey || document.body.dataset.keys === "off") return;
  if (document.querySelector("dialog[open]")) return;
  KEYS[event.key]?.(event);
});

/** From the reply box to the conversation, from there to the list. */
function back() {
  if (document.activeElement === replyBox()) { replyBox()?.blur(); document.querySelector("#conversation")?.focus(); return; }
  document.body.classList.remove("has-open");
  const all = rows();
  all[Math.max(0, currentRow())]?.focus();
}

/* ---- Opening a conversation -------------------------------------------------------------------------------- */

document.addEventListener("htmx:afterSwap", (event) => {
  const target = /** @type {CustomEvent} */ (event).detail.target;
  if (target.id === "conversation") opened();
  if (target.id === "list") mark();
});

function opened() {
  document.body.classList.add("has-open");
  const messages = document.querySelector("#messages");
  if (messages) messages.scrollTop = messages.scrollHeight;
  newKey();
  mark();
  count();
}

/** The open conversation's row carries the mark, whoever rendered it. */
function mark() {
  const id = thread()?.getAttribute("data-conversation");
  for (const row of rows()) {
    if (row.getAttribute("data-id") === id) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

/** A key of the form's own: pressing the button twice, or a repeat by the network, is one answer. */
function newKey() {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector(".composer [name=key]"));
  if (field && !field.value) field.value = uuid();
}

/** crypto.randomUUID needs https or localhost; an agency's intranet may be neither. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
}

/* ---- The reply box ----------------------------------------------------------------------------------------- */

document.addEventListener("input", (event) => {
  if (/** @type {HTMLElement} */ (event.target).matches("#reply-text")) count();
});

/** Says how much room is left once it becomes scarce. */
function count() {
  const box = replyBox();
  const counter = document.querySelector(".counter");
  if (!box || !counter) return;
  const left = Number(box.dataset.limit) - [...box.value].length;
  counter.textContent = left < 200 ? String(left) : "";
  counter.toggleAttribute("data-over", left < 0);
}

document.addEventListener("change", (event) => {
  const field = /** @type {HTMLSelectElement} */ (event.target);
  if (field.matches("[data-submit]")) field.form?.requestSubmit();
});

/* A guard's refusal comes with 422 and is shown like any other answer. */
document.addEventListener("htmx:beforeSwap", (event) => {
  const detail = /** @type {CustomEvent} */ (event).detail;
  if (detail.xhr.status === 422) { detail.shouldSwap = true; detail.isError = false; }
});

for (const name of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(name, () => say(document.body.dataset.offline ?? "Parlour cannot be reached. What you wrote is still here."));
}

/** @param {string} text */
function say(text) {
  const place = document.querySelector("#announce");
  if (place) place.textContent = text;
}

/* ---- Live news --------------------------------------------------------------------------------------------- */

/** Whoever writes must not lose a word to a refresh: the thread waits until the box is empty. */
function refreshThread() {
  if (!thread()) return;
  if (replyBox()?.value.trim()) return refreshMessages();
  window.htmx.trigger(thread(), "desk:refresh");
}

/** Only the messages change; the box, its words and its cursor stay. */
async function refreshMessages() {
  const url = thread()?.getAttribute("hx-get");
  if (!url) return;
  const answer = await fetch(url, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#messages");
  const messages = document.querySelector("#messages");
  if (!fresh || !messages || fresh.innerHTML === messages.innerHTML) return;
  const atEnd = messages.scrollHeight - messages.scrollTop - messages.clientHeight < 40;
  messages.innerHTML = fresh.innerHTML;
  window.htmx.process(messages);
  if (atEnd) messages.scrollTop = messages.scrollHeight;
}

function refreshList() {
  const focused = document.activeElement?.closest?.("#list .row")?.id;
  const scrolled = list()?.querySelector(".rows")?.scrollTop ?? 0;
  document.addEventListener("htmx:afterSettle", () => {
    const listRows = list()?.querySelector(".rows");
    if (listRows) listRows.scrollTop = scrolled;
    if (focused) document.getElementById(focused)?.focus();
  }, { once: true });
  window.htmx.trigger(list(), "desk:refresh");
}

function listen() {
  const stream = new EventSource(document.body.dataset.live ?? "/live");
  stream.addEventListener("changed", (event) => {
    const { conversations = [] } = JSON.parse(event.data);
    refreshList();
    if (conversations.includes(Number(thread()?.getAttribute("data-conversation")))) refreshThread();
  });
  stream.addEventListener("resync", () => { refreshList(); refreshThread(); });
  addEventListener("pagehide", () => stream.close());
}

opened.call(null);
if (!thread()) document.body.classList.remove("has-open");
listen();
