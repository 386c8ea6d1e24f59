// Follows the preview: loads the page again when it is another, and shows what is wrong over the last good one.
const script = document.currentScript;
const { version, waiting } = script.dataset;
const CLOSED = "katalog.preview.closed";
let dialog, badge, source;

/** Return an element of a text or of other elements; text is never read as HTML. */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function lines(status) {
  return status.problems.map((each) =>
    element(
      "li",
      { className: each.severity },
      element("code", { textContent: each.place }),
      " ",
      element("span", { textContent: each.code }),
      " ",
      element("strong", { textContent: each.what }),
      ` ${each.do}`,
    ),
  );
}

function build(status) {
  badge = element("button", { type: "button" });
  badge.addEventListener("click", open);
  const aside = element("aside", { className: "katalog-preview", ariaLabel: status.region, lang: status.language }, badge);
  dialog = element("dialog", { className: "katalog-preview", lang: status.language });
  dialog.setAttribute("aria-labelledby", "katalog-preview-title");
  dialog.addEventListener("close", remember);
  document.body.append(aside, dialog);
}

function fill(status) {
  const close = element("button", { type: "button", textContent: status.close });
  close.addEventListener("click", () => dialog.close());
  const title = element("h2", { id: "katalog-preview-title", textContent: status.title, tabIndex: -1 });
  const parts = [title, element("p", { textContent: status.note })];
  if (status.failure) parts.push(element("pre", { textContent: status.failure, tabIndex: 0 }));
  if (status.problems.length) parts.push(element("ol", { className: "katalog-problems" }, ...lines(status)));
  dialog.setAttribute("role", status.good ? "dialog" : "alertdialog");
  dialog.replaceChildren(...parts.filter((each) => each.textContent), close);
  dialog.dataset.of = JSON.stringify([status.problems, status.failure]);
  badge.textContent = status.title;
  badge.className = status.good ? "warning" : "error";
}

function open() {
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("h2").focus();
}

/** A reader who has closed the list is not shown the same one again, on other pages neither. */
function remember() {
  try {
    sessionStorage.setItem(CLOSED, dialog.dataset.of);
  } catch {
    // It is then shown again on the next page.
  }
}

function wasClosed() {
  try {
    return sessionStorage.getItem(CLOSED) === dialog.dataset.of;
  } catch {
    return false;
  }
}

function clear() {
  dialog?.remove();
  badge?.parentElement.remove();
  dialog = badge = undefined;
}

function show(status) {
  if (waiting) {
    if (status.state !== waiting) location.reload();
    return;
  }
  if (status.version !== version) {
    location.reload();
    return;
  }
  if (!status.title) {
    clear();
    return;
  }
  if (!dialog) build(status);
  const said = JSON.stringify([status.title, status.note, status.problems, status.failure]);
  if (said === dialog.dataset.said) return; // whoever reads it goes on reading
  const { open: wasOpen } = dialog;
  const wasBad = badge.className === "error";
  fill(status);
  dialog.dataset.said = said;
  if (!status.good && (wasOpen || !wasClosed())) open();
  else if (status.good && wasBad) dialog.close();
}

/** Browsers keep few connections to one server: only pages that are seen have one. */
function connect() {
  if (document.visibilityState === "hidden") {
    source?.close();
    source = undefined;
  } else if (!source || source.readyState === EventSource.CLOSED) {
    source = new EventSource(`/.katalog/events?${location.pathname}`);
    source.addEventListener("message", (event) => show(JSON.parse(event.data)));
    source.addEventListener("error", () => setTimeout(connect, 1000));
  }
}

document.addEventListener("visibilitychange", connect);
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", connect);
connect();
