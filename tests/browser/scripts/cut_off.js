// Text cut off by its own box, but for what is clipped so that screen readers alone have it.  Bars of the calendar
// are cut off: the list below each month has them in full.  A table of a text scrolls by itself.
() => {
  const found = [];
  for (const el of document.querySelectorAll("#k-content *, header *, footer *")) {
    const style = getComputedStyle(el);
    if (style.overflowX === "visible" || style.clipPath !== "none") continue;
    if (el.closest(".k-scroll, .k-hidden, .k-bar-event, .md-typeset table:not([class]), svg") || !el.checkVisibility() || !el.clientWidth) continue;
    if (el.scrollWidth <= el.clientWidth + 1 && el.scrollHeight <= el.clientHeight + 1) continue;
    found.push(`cut off: ${el.outerHTML.slice(0, 160)}`);
  }
  return found;
}
