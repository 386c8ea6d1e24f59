"""How long a filter, a word and an order take in the browser: `python -m bench.filters [courses]`.

The catalogue of a generated project; a figure is the median of nine, from the event to the finished layout.
"""

import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from bench.corpus import write_corpus
from bench.records import BASE
from bench.sides import build
from tools.audit_server import served
from tools.chromium import HOW, find

TIMES = 9
MEASURE = """([selector, value]) => new Promise((resolve) => {
  const element = document.querySelector(selector);
  const begun = performance.now();
  const shown = new MutationObserver(() => {
    shown.disconnect();
    document.body.offsetHeight;
    resolve(performance.now() - begun);
  });
  const lists = document.querySelectorAll(".k-results [data-holds]");
  for (const list of lists) shown.observe(list, { childList: true });
  if (element.type === "checkbox") element.click();
  else {
    element.value = element.value === value ? "" : value;
    element.dispatchEvent(new Event(element.type === "search" ? "input" : "change", { bubbles: true }));
  }
})"""
ACTIONS = {
    "one topic": ("[name=topic]", ""),
    "one state": ("[name=state]", ""),
    "a word": ("[name=q]", "praksis"),
    "sorted by price": ("[name=sort]", "price"),
}


def measure(page: Page) -> dict[str, float]:
    """Return the milliseconds each action takes."""
    return {
        name: median(page.evaluate(MEASURE, list(action)) for _ in range(TIMES))
        for name, action in ACTIONS.items()
    }


def main() -> None:
    """Build a project, open its catalogue, and print what was measured."""
    courses = int(sys.argv[1]) if len(sys.argv) > 1 else 2500
    chromium = find()
    assert chromium, HOW
    with tempfile.TemporaryDirectory(prefix="katalog-bench-") as folder:
        project = Path(folder)
        write_corpus(project, courses, seed=1)
        build(project)
        with served(project / "site") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
            )
            page = browser.new_page(viewport={"width": 390, "height": 844})
            page.clock.set_fixed_time(BASE.isoformat())
            page.goto(f"{address}kurser/")
            print(f"{courses} courses, looked through on a screen 390 px wide")
            for name, cost in measure(page).items():
                print(f"  {name:16} {cost:6.0f} ms")
            browser.close()


if __name__ == "__main__":
    main()
