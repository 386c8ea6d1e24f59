// What stands out to the right of the window, but for what scrolls by itself (a table of a text does), is there for
// screen readers only, or is cut off by its bar in the calendar.
() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  for (const el of document.querySelectorAll("body *")) {
    const right = el.getBoundingClientRect().right;
    if (!el.getBoundingClientRect().width || right <= width + 1) continue;
    if (getComputedStyle(el).visibility === "hidden" || el.closest(".k-scroll, .k-hidden, .k-bar-event, svg, .md-overlay")) continue;
    if (el.parentElement.closest(".md-typeset table:not([class])")) continue;
    found.push(`${el.tagName}.${el.className} reaches ${Math.round(right)}: ${el.textContent.trim().slice(0, 60)}`);
  }
  const page = document.documentElement.scrollWidth;
  return page > width ? [...found, `the page is ${page} wide`] : found;
}
