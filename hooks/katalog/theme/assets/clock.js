// What changes with time on a page that was built earlier: states, deadlines, what is offered, which day is today.
// Markup (see docs/developers/design-language.md):
//   data-steps="<ISO instant> <state> <words>|…"   a badge's later states, in order
//   data-until="<ISO instant>"                     shown before the instant only
//   data-from="<ISO instant>" hidden               shown from the instant on; with data-until, between the two
//   data-holds="<state> …" data-among="<name>"     a list: an item whose badge has another state moves to the list
//                                                  with the same name that holds it, or goes; data-newest-first
//   data-empties                                   a list whose section goes when nothing of it is left
//   data-countdown="<ISO instant>"                 its text becomes "in 3 days" in the page's language
//   data-date="YYYY-MM-DD"                         marked with aria-current on that day

// The site's, an IANA name; most pages need not say it.
const timeZone = document.querySelector('meta[name="time-zone"]')?.content ?? "Europe/Copenhagen";
const DAY = 86_400_000;
const dayFormat = new Intl.DateTimeFormat("en-CA", { timeZone });

/** @param {number} instant @returns {string} its day in the site's zone, YYYY-MM-DD */
const dayOf = (instant) => dayFormat.format(instant);
const daysBetween = (a, b) => Math.round((Date.parse(dayOf(b)) - Date.parse(dayOf(a))) / DAY);

/** @returns {boolean} whether a badge of the page has another state by now than when it was built */
export const isLate = () =>
  [...document.querySelectorAll("[data-steps]")].some((badge) => Date.parse(badge.dataset.steps.split(" ", 1)[0]) <= Date.now());

/** Take the last step that has come; a card around the badge follows, so that filters count right. */
function takeStep(badge, now) {
  const due = badge.dataset.steps
    .split("|")
    .map((step) => /^(\S+) (\S+) (.+)$/.exec(step))
    .filter((step) => step && Date.parse(step[1]) <= now)
    .at(-1);
  if (!due || badge.dataset.state === due[2]) return;
  badge.dataset.state = due[2];
  badge.textContent = due[3];
  const holder = badge.parentElement.closest("[data-state]");
  if (holder) holder.dataset.state = due[2];
}

/** "in 3 days", "tomorrow", "today" by the calendar, not by 24 hours; weeks and months far ahead; empty when it has passed. */
function countDown(element, now, words) {
  const end = Date.parse(element.dataset.countdown);
  const left = daysBetween(now, end);
  const [unit, length] = left > 91 ? ["month", 30] : left > 30 ? ["week", 7] : ["day", 1];
  element.textContent = end > now ? words.format(Math.trunc(left / length), unit) : "";
}

/** Show what has a beginning, an end or both. */
function showWithin(element, now) {
  const { from, until } = element.dataset;
  element.hidden = (from !== undefined && Date.parse(from) > now) || (until !== undefined && Date.parse(until) <= now);
}

const stateOf = (item) => item.querySelector(".k-badge[data-state]")?.dataset.state;
const holds = (list, state) => list.dataset.holds.split(" ").includes(state);

/** Put an item where its list's order wants it: by its start, or the other way round, undated ones last. */
function insert(list, item) {
  const newestFirst = "newestFirst" in list.dataset;
  const startOf = (each) => each.dataset.start ?? (newestFirst ? "" : "9999");
  const after = (other) => (newestFirst ? startOf(other) < startOf(item) : startOf(other) > startOf(item));
  list.insertBefore(item, [...list.children].find(after) ?? null);
}

/** Let every item stand under the heading of its state. */
function regroup() {
  const lists = [...document.querySelectorAll("[data-holds]")];
  for (const list of lists) {
    for (const item of [...list.children]) {
      const state = stateOf(item);
      if (!state || holds(list, state)) continue;
      const other = lists.find((each) => each.dataset.among === list.dataset.among && holds(each, state));
      if (other) insert(other, item);
      else item.hidden = true;
    }
  }
  for (const list of document.querySelectorAll("[data-holds], [data-empties]")) {
    const section = list.closest("section");
    if (section) section.hidden = !list.querySelector(":scope > li:not([hidden])");
  }
  // A section of several parts is there as long as one of them says something.
  for (const whole of document.querySelectorAll("[data-whole]")) {
    whole.hidden = false;
    whole.hidden = !whole.querySelector(":is(li, p):not([hidden], [hidden] *)");
  }
}

/** Bring the page up to date now. */
export function update() {
  const now = Date.now();
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  for (const badge of document.querySelectorAll("[data-steps]")) takeStep(badge, now);
  for (const element of document.querySelectorAll("[data-until], [data-from]")) showWithin(element, now);
  for (const element of document.querySelectorAll("[data-countdown]")) countDown(element, now, words);
  regroup();
  for (const element of document.querySelectorAll("[data-date]")) {
    if (element.dataset.date === dayOf(now)) element.setAttribute("aria-current", "date");
    else element.removeAttribute("aria-current");
  }
}

/** Bring the page up to date now, every minute while it is looked at, and when it is looked at again. */
export function keepTime() {
  update();
  const tick = () => {
    if (document.hidden) return;
    update();
    document.dispatchEvent(new Event("katalog:time"));
  };
  setInterval(tick, 60_000);
  document.addEventListener("visibilitychange", tick);
  addEventListener("pageshow", (event) => event.persisted && tick());
}
