// What changes with time on a page that was built earlier: states, deadlines, what is offered, which day is today.
// Markup (see docs/developers/design-language.md):
//   data-steps="<ISO instant> <state> <words>|…"   a badge's later states, in order
//   data-until="<ISO instant>"                     shown before the instant only
//   data-from="<ISO instant>" hidden               shown from the instant on
//   data-countdown="<ISO instant>"                 its text becomes "in 3 days" in the page's language
//   data-date="YYYY-MM-DD"                         marked with aria-current on that day

const ZONE = "Europe/Copenhagen"; // the same clock as Stockholm's
const DAY = 86_400_000;
const dayFormat = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });

/** @param {number} instant @returns {string} its day in the organisers' zone, YYYY-MM-DD */
const dayOf = (instant) => dayFormat.format(instant);
const daysBetween = (a, b) => Math.round((Date.parse(dayOf(b)) - Date.parse(dayOf(a))) / DAY);

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

/** "in 3 days", "tomorrow", "today" by the calendar, not by 24 hours; empty when it has passed. */
function countDown(element, now, words) {
  const end = Date.parse(element.dataset.countdown);
  element.textContent = end > now ? words.format(daysBetween(now, end), "day") : "";
}

/** Bring the page up to date now. */
export function update() {
  const now = Date.now();
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  for (const badge of document.querySelectorAll("[data-steps]")) takeStep(badge, now);
  for (const element of document.querySelectorAll("[data-until]")) element.hidden = Date.parse(element.dataset.until) <= now;
  for (const element of document.querySelectorAll("[data-from]")) element.hidden = Date.parse(element.dataset.from) > now;
  for (const element of document.querySelectorAll("[data-countdown]")) countDown(element, now, words);
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
