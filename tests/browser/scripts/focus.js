// Notes where the keyboard comes by, and whether it shows: by an outline (of a card, where the whole card is the
// link) or a stroke (of a point on a map), on something within the window that nothing covers.
() => {
  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && !el.disabled;
  const name = (el) => el.outerHTML.slice(0, 120).replace(/\s+/g, " ");
  const outlined = (el) => {
    const style = getComputedStyle(el);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  };
  const stroked = (el) => {
    const style = getComputedStyle(el);
    return el.localName === "circle" && style.stroke !== "none" && parseFloat(style.strokeWidth) >= 2;
  };
  const within = (el) => {
    const box = el.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  };
  const covered = (el) => {
    const box = el.getBoundingClientRect();
    const hit = document.elementFromPoint(box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1));
    const cover = hit && !el.contains(hit) && !hit.contains(el) && (hit.closest("header, nav, dialog") ?? hit);
    return cover && ["sticky", "fixed"].includes(getComputedStyle(cover).position);
  };
  const marked = (el) =>
    [el, el.closest(".k-card"), ...el.querySelectorAll("circle")].some((each) => each && (outlined(each) || stroked(each)));
  const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const controls = [...document.querySelectorAll(stops)].filter(shown);
  const reached = new Set();
  window.unseen = [];
  document.addEventListener("focusin", ({ target }) => {
    if (!marked(target)) window.unseen.push(`no mark: ${name(target)}`);
    if (!within(target) || covered(target)) window.unseen.push(`out of sight: ${name(target)}`);
    reached.add(target);
  });
  window.missed = () => controls.filter((el) => !reached.has(el)).map(name);
  return controls.length;
}
