// What stands beside the form in `katalog edit`: what is wrong with the project, and its pages as they will be.
const ids = ["summary", "rest", "problems", "own-summary", "own", "building", "preview", "open", "ended"];
const [summary, rest, problems, ownSummary, own, building, preview, open, ended] = ids.map((id) => document.getElementById(id));
const PAUSE = 1500;
let seen = {};

function list(place, lines) {
  const items = lines.map((line) => Object.assign(document.createElement("li"), { textContent: line }));
  place.replaceChildren(...items);
}

function show(state) {
  if (state.revision !== seen.revision) {
    summary.textContent = state.summary;
    ownSummary.textContent = state.own_summary;
    list(own, state.own);
    list(problems, state.problems);
    rest.open = !state.own_summary; // so that the page of what was saved is in sight
  }
  building.textContent = state.preview;
  if (state.built && state.built !== seen.built) showPage(state.page);
  seen = state;
}

// Shows the page of what was saved last; without one, the page that is looked at stays.
function showPage(page) {
  const address = `../preview/${page}`;
  if (preview.getAttribute("src") && (!page || preview.getAttribute("src") === address)) {
    preview.contentWindow.location.reload();
  } else {
    preview.src = open.href = address;
  }
}

for (;;) {
  let text = "";
  try {
    show(await (await fetch("state")).json());
  } catch {
    text = ended.dataset.text; // or it has not begun yet
  }
  if (ended.textContent !== text) ended.textContent = text;
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
}
