// Starts axe-core and returns at once: `window.found` will hold what it finds.
() => {
  const words = (text) => text.replace(/\s+/g, " ").slice(0, 300);
  const told = (rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)} (${words(node.failureSummary)})`);
  const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const options = { runOnly, resultTypes: ["violations"], preload: false, iframes: false };
  const run = () => axe.run(options).then((result) => result.violations.flatMap(told));
  window.found = new Promise((done) => setTimeout(done)).then(run); // not at once: another page is to be started
}
