// What a page says against itself, as it is shown now.  → a list of sentences.
() => {
  const STOPPED = ["full", "cancelled", "postponed", "finished"];
  const JOINABLE = ["open", "closing-soon", "waiting-list", "all-year"];
  const OPEN_HEADINGS = /^(Åbne for tilmelding|Öppna för anmälan)$/;
  const OPENS = /(Tilmeldingen åbner|Anmälan öppnar|\bÅbner \d|\bÖppnar \d)/;
  const found = [];
  const shown = (element) => !element.closest("[hidden]");
  const all = (root, selector) => [...root.querySelectorAll(selector)].filter(shown);
  const words = (element) => element.innerText.trim().replace(/\s+/g, " ");
  const report = (what, where) => found.push(`${what}: ${words(where).slice(0, 90)}`);

  const compared = (run) => document.querySelector(`.k-compare a[href="#${run.id}"]`).closest("li");

  const check = (thing, state) => {
    if (!STOPPED.includes(state)) return;
    for (const each of all(thing, ".k-countdown")) if (words(each)) report(`${state} hurries`, each);
    for (const each of all(thing, "a[href$='.ics']")) report(`${state} is offered to calendars`, each);
    for (const each of all(thing, ".k-button--primary, a[href*='tilmelding.']")) report(`${state} can be joined`, each);
  };

  for (const badge of all(document, "main .k-badge[data-state]")) {
    const state = badge.dataset.state;
    const thing = badge.closest(".k-card, .k-facts, .k-compare > li, section[id^='k-']") ?? badge.parentElement;
    check(thing, state);
    if (state !== "not-yet-open" && OPENS.test(words(thing))) report(`${state} opens`, thing);
    const heading = badge.closest("section")?.querySelector("h2");
    if (badge.closest(".k-card") && heading && OPEN_HEADINGS.test(words(heading)) && !JOINABLE.includes(state))
      report(`${state} stands under what is open`, thing);
    const list = badge.closest("[data-holds]");
    if (list && !list.dataset.holds.split(" ").includes(state)) report(`${state} stands in the wrong list`, thing);
  }

  // A course of one run says everything of that run, wherever it stands on the page.
  const box = document.querySelector(".k-facts .k-badge");
  const enrol = document.querySelector("#k-enrol")?.closest("section");
  const runs = all(document, "section[id^='k-'] .k-run");
  if (box && !runs.length) check(document.querySelector("main"), box.dataset.state);
  for (const heading of enrol ? all(enrol, "h3") : []) {
    const run = runs.map((each) => each.closest("section")).find((each) => words(each.querySelector("h2")) === words(heading));
    for (let next = heading.nextElementSibling; run && next && next.tagName !== "H3"; next = next.nextElementSibling)
      if (shown(next) && !next.matches(".k-people")) check(next, compared(run).querySelector(".k-badge").dataset.state);
  }

  for (const session of all(document, ".k-session")) {
    if (!/^(Aflyst|Udskudt|Inställd|Uppskjuten)$/m.test(session.innerText)) continue;
    if (all(session, "a[href$='.ics']").length) report("a session called off is offered to calendars", session);
    if (/Dato følger|Datum meddelas/.test(words(session))) report("a session called off waits for a date", session);
  }

  for (const section of all(document, "main section")) {
    const rest = [...section.children].filter((each) => !/^H[1-6]$/.test(each.tagName) && !each.matches(".k-section__head"));
    if (!rest.some((each) => shown(each) && (words(each) || each.querySelector("svg, img, input")))) report("an empty section", section);
  }
  for (const each of all(document, ".k-list > li .k-countdown")) if (!words(each)) report("a deadline that has passed", each.parentElement);
  return found;
}
