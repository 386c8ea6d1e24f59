// What stands beside the form in `katalog edit`: what is wrong with the project, and its pages as they will be.
const [summary, problems, building, preview] = ["summary", "problems", "building", "preview"].map((id) =>
  document.getElementById(id),
);
const PAUSE = 1500;
let seen = {};

function show(state) {
  if (state.revision !== seen.revision) {
    summary.textContent = state.summary;
    problems.replaceChildren(
      ...state.problems.map((line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }),
    );
  }
  building.textContent = state.preview;
  if (state.built && state.built !== seen.built) preview.src = "../preview/";
  seen = state;
}

for (;;) {
  try {
    show(await (await fetch("state")).json());
  } catch {
    // The program was ended, or is not yet there again.
  }
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
}
