/** The desk's dialog for hiding and correcting: it opens when its question has come and closes with the answer. */

const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("#act-dialog"));

document.addEventListener("htmx:afterSwap", (event) => {
  const { target } = /** @type {CustomEvent} */ (event).detail;
  if (target === dialog && !dialog?.open) dialog?.showModal();
});

document.addEventListener("htmx:afterRequest", (event) => {
  const { elt, xhr } = /** @type {CustomEvent} */ (event).detail;
  if (dialog?.contains(elt) && (xhr.status === 200 || xhr.status === 422)) dialog.close();
});

/** One key a kind. */
dialog?.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || target.matches("input, textarea")) return;
  const choice = /** @type {HTMLElement | null} */ (dialog.querySelector(`[data-key="${CSS.escape(event.key)}"]`));
  if (!choice) return;
  event.preventDefault();
  choice.click();
});
