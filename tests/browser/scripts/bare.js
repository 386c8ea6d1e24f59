// With forced colours: what lost the edge that tells it apart, and what is drawn in the colour of the ground.
() => {
  const every = (selector) => [...document.querySelectorAll(selector)].filter((el) => el.checkVisibility());
  const ground = getComputedStyle(document.body).backgroundColor;
  const edges = every("#k-content :is(.k-badge, .k-button, .k-bar-event)");
  const drawn = every(".k-map circle, .k-timeline :is(.course, .meeting)");
  return [
    ...edges.filter((el) => getComputedStyle(el).borderTopStyle === "none"),
    ...drawn.filter((el) => getComputedStyle(el).fill === ground),
  ].map((el) => el.outerHTML.slice(0, 120));
}
