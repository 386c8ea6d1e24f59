// What a reader without JavaScript would miss: text that is not shown, but for what only a script can do, what
// time has yet to bring, and what unfolds.
() => {
  const late = "[data-from], [data-mine], .k-js, .k-filters, dialog, details, [data-no-hits], [data-more], [data-failed], section[hidden]:not(:has(li))";
  return [...document.querySelectorAll("#k-content :is(h1, h2, h3, p, li, dd)")]
    .filter((el) => el.textContent.trim() && !el.checkVisibility() && !el.closest(late))
    .map((el) => el.outerHTML.slice(0, 120));
}
