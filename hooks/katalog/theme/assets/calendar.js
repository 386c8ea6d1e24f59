// The calendar's filter.  Without this file every date stands.
// <form data-dates> holds selects named after the data- attributes of events, and what to subscribe to.

const form = document.querySelector("form[data-dates]");
const events = [...document.querySelectorAll(".k-event, .k-bar-event[data-what]")];
const names = [...form.elements].filter((each) => each instanceof HTMLSelectElement).map((each) => each.name);
const EVERYWHERE = "*"; // answers whatever is wanted

function answers(event, name, wanted) {
  const values = (event.dataset[name] ?? "").split(" ");
  return values.includes(wanted) || values.includes(EVERYWHERE);
}

function apply() {
  const chosen = names.map((name) => [name, form.elements[name].value]).filter(([, value]) => value);
  for (const event of events) event.toggleAttribute("data-left-out", !chosen.every(([name, value]) => answers(event, name, value)));
  const status = form.querySelector("[role=status]");
  const listed = events.filter((each) => each.matches(".k-event:not([hidden])"));
  status.textContent = chosen.length && listed.every((each) => each.matches("[data-left-out]")) ? status.dataset.text : "";
  form.querySelector("[type=reset]").hidden = chosen.length === 0;
  offerFeed(chosen);
}

/** A single choice has calendars: everything, sessions, deadlines; sessions or deadlines may be chosen beside it. */
function offerFeed(chosen) {
  const link = form.querySelector("[data-feed]");
  const what = form.elements.what?.selectedIndex ?? 0;
  const others = chosen.filter(([name]) => name !== "what");
  const of = others.length ? others[0][0] : "what";
  const feeds = form.elements[of]?.selectedOptions[0].dataset.feeds?.split(" ") ?? [];
  const feed = others.length ? feeds[what] : feeds[0];
  link.hidden = chosen.length === 0 || others.length > 1 || !feed;
  if (feed) link.href = new URL(feed, location.href).href.replace(/^https:/, "webcal:");
}

function remember() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(history.state, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);
}

/** Choose what the address says, and leave what is chosen already if that is to stand. */
function restore(stands) {
  const query = new URLSearchParams(location.search);
  for (const name of names) {
    if (stands && form.elements[name].value) continue;
    const wanted = query.get(name) ?? "";
    const { options } = form.elements[name];
    form.elements[name].value = [...options].some((option) => option.value === wanted) ? wanted : "";
  }
  apply();
}

form.addEventListener("change", () => {
  apply();
  remember();
});
form.addEventListener("reset", () =>
  setTimeout(() => {
    apply();
    remember();
    form.querySelector("select").focus();
  }),
);
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("katalog:time", apply);
addEventListener("popstate", () => restore(false));
const chosen = names.some((name) => form.elements[name].value); // before this was fetched: that stands
restore(chosen);
if (chosen) remember();
