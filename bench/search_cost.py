"""What searching a generated corpus costs a reader: `python -m bench.search_cost SITE --courses N --seed S`.

Bytes are compressed ones over the network: of the first query with everything it loads, and of later ones
in the same visit.  The wait is from the last letter to the hits; the slow phone has a quarter of this
machine's speed and 1.6 Mbit/s with 150 ms of delay.
"""

import argparse
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from bench.relevance import Query, generated_queries
from tools.audit_server import served
from tools.chromium import find

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
WAIT = """async (query) => {
  const [input, status] = ["input", "[role=status]"].map((each) => document.querySelector(`dialog ${each}`));
  const said = new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (!/\\d|Ing/.test(status.textContent)) return;
      watch.disconnect();
      done();
    });
    watch.observe(status, { childList: true, characterData: true, subtree: true });
  });
  status.textContent = "";
  const begun = performance.now();
  input.value = query;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await said;
  return performance.now() - begun;
}"""


def weigh(page: Page, address: str, queries: list[Query]) -> tuple[int, list[int], list[float]]:
    """Return the bytes of the first query, those of each later one, and the waits in milliseconds."""
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    weights, waits = [], []
    for number, query in enumerate(queries):
        sizes.clear()
        if not number:
            page.click("[data-search]")
            page.wait_for_selector("dialog .k-found__status")
        waits.append(page.evaluate(WAIT, query.text))
        page.wait_for_load_state("networkidle")
        weights.append(sum(sizes))
    return weights[0], weights[1:], waits[1:]


def on_a_slow_phone(browser: Browser, address: str, query: str) -> float:
    """Return the seconds from opening the search to the first hits, on a page that is there."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.evaluate("performance.mark('begun')")
    page.keyboard.press("/")
    page.fill("dialog input", query)
    page.wait_for_selector("dialog li a")
    seconds: float = page.evaluate("performance.now() - performance.getEntriesByName('begun')[0].startTime")
    page.close()
    return seconds / 1000


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Measure what searching costs a reader.")
    parser.add_argument("site", type=Path)
    parser.add_argument("--courses", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=10, help="ask one query in so many")
    options = parser.parse_args()
    asked = generated_queries(options.courses, options.seed)
    queries = [each for each in asked if each.language == "da"][:: options.every]
    with served(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        firsts = [weigh(browser.new_page(), address, [query])[0] for query in queries[:8]]
        _, later, waits = weigh(browser.new_page(), address, queries)
        slow = [on_a_slow_phone(browser, address, query.text) for query in queries[:3]]
    print(f"first query: {max(firsts) / 1000:.1f} KB at most, median {median(firsts) / 1000:.1f} KB")
    print(f"later ones: {max(later) / 1000:.1f} KB at most, median {median(later) / 1000:.1f} KB")
    print(f"wait: median {median(waits):.0f} ms, at most {max(waits):.0f} ms")
    print(f"first hits on a slow phone: {max(slow):.2f} s at most")


if __name__ == "__main__":
    main()
