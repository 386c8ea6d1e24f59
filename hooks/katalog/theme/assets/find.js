// Find fields: <form method="dialog" data-find="id"> leaves of the lines (li) within the element of that id those that say what is typed.

const fold = (text) => text.normalize("NFKC").toLocaleLowerCase().replaceAll("aa", "å");

function find(form) {
  const list = document.getElementById(form.dataset.find);
  const lines = [...list.querySelectorAll("li")].map((line) => [line, fold(line.textContent)]);
  const status = form.querySelector("[role=status]");
  list.dataset.finds = "";
  const apply = () => {
    const words = fold(form.querySelector("input").value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const [line, text] of lines) {
      line.hidden = !words.every((word) => text.includes(word));
      if (!line.hidden) found += 1;
    }
    status.textContent = words.length === 0 ? "" : found ? status.dataset.some.replace("{n}", found) : status.dataset.none;
  };
  form.addEventListener("input", apply);
  apply(); // letters typed before this was fetched count
}

document.querySelectorAll("[data-find]").forEach(find);
