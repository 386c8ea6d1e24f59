const SECTIONS = ["courses", "initiatives", "libraries", "people", "organisations", "news"];
const PREFIXES = { da: "/", sv: "/sv/" };
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;" };

export const text = (value) => String(value ?? "").replace(/[&<>"]/g, (sign) => ESCAPED[sign]);
const link = (page) => (page ? `<a href="${page.url}">${text(page.data.title)}</a>` : "");
const items = (list) => `<ul>${(list ?? []).map((each) => `<li>${text(each)}</li>`).join("")}</ul>`;

export function topics(site, page) {
  return (page.topics ?? []).map((each) => link(site.pages[`/topics/${each}`])).join(" ");
}

export function cards(site, pages) {
  const card = ({ url, data }) => `
<li><article><h3><a href="${url}">${text(data.title)}</a></h3>${data.next ? `
<p><time datetime="${data.next.start}">${text(data.next.when)}</time> ${text(site.pages[data.next.place]?.data.title ?? data.next.place)}</p>` : ""}${data.prices ? `<p>${text(data.prices[0])}</p>` : ""}${data.topics ? `<p>${topics(site, data)}</p>` : ""}</article></li>`;
  return `<ul class="cards">${pages.map(card).join("")}\n</ul>`;
}

function sessions(t, site, list) {
  const row = (each) => `
<tr><td><time datetime="${each.start}">${text(each.when)}</time></td><td>${text(each.title)}</td><td>${link(site.pages[each.place]) || text(each.place)}</td><td>${items(each.agenda)}</td></tr>`;
  return `<table>
<thead><tr><th>${t.when}</th><th>${t.sessions}</th><th>${t.place}</th><th>${t.agenda}</th></tr></thead>
<tbody>${list.map(row).join("")}
</tbody>
</table>`;
}

/** A record: its facts, references, topics, prices, sessions, runs, text, and what refers to it. */
export function record(t, site, page, content) {
  const { facts = {}, refs = {}, prices, runs = [] } = page;
  const path = page.page.url.slice(PREFIXES[page.language].length - 1, -1);
  return `<dl>${Object.entries(facts).map(([label, value]) => `
<dt>${t[label] ?? ""}</dt><dd>${text(value)}</dd>`).join("")}${Object.entries(refs).map(([label, paths]) => `
<dt>${t[label] ?? ""}</dt><dd>${paths.map((each) => link(site.pages[each])).join(" ")}</dd>`).join("")}${page.topics ? `
<dt>${t.topics}</dt><dd>${topics(site, page)}</dd>` : ""}${prices ? `
<dt>${t.price}</dt><dd>${items(prices)}</dd>` : ""}
</dl>
${page.sessions ? `<h2>${t.sessions}</h2>\n${sessions(t, site, page.sessions)}` : ""}
${runs.map((run) => `<h2>${t.runs} ${run.id}</h2>
<p>${t.closes}: <time>${run.closes}</time>. ${t.via}: ${link(site.pages[run.via])}</p>
${sessions(t, site, run.sessions)}`).join("\n")}
${content}
${Object.entries(site.related[path] ?? {}).map(([section, pages]) => `<h2>${t[section]}</h2>\n${cards(site, pages)}`).join("\n")}
${page.section === "courses" ? `<p><a href="calendar.ics">${t.all}: .ics</a></p>` : ""}`;
}

/** A whole page around its main part; `path` is its address in either language. */
export function frame(t, language, title, path, main) {
  const other = language === "da" ? "sv" : "da";
  const base = "https://katalog.example";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)} – Katalog</title>
<link rel="canonical" href="${base}${PREFIXES[language]}${path.slice(1)}">
<link rel="alternate" hreflang="${language}" href="${base}${PREFIXES[language]}${path.slice(1)}">
<link rel="alternate" hreflang="${other}" href="${base}${PREFIXES[other]}${path.slice(1)}">
</head>
<body>
<header><a href="${PREFIXES[language]}">Katalog</a>
<nav>${SECTIONS.map((each) => `<a href="${PREFIXES[language]}${each}/">${t[each]}</a> `).join("")}</nav>
<nav><a href="${PREFIXES[other]}${path.slice(1)}" lang="${other}">${other}</a></nav></header>
<main>
<h1>${text(title)}</h1>
${main}
</main>
</body>
</html>
`;
}

const escaped = (value) => value.replace(/[,;\\]/g, "\\$&");

export function calendar(pages) {
  const event = ({ data, url, fileSlug }, each, n) => `BEGIN:VEVENT
UID:${fileSlug}-${n}@katalog.example
DTSTAMP:20260901T000000Z
${each.start.includes("T") ? `DTSTART;TZID=Europe/Copenhagen:${each.start.replace(/[-:]/g, "")}
DTEND;TZID=Europe/Copenhagen:${each.end.replace(/[-:]/g, "")}` : `DTSTART;VALUE=DATE:${each.start.replace(/-/g, "")}
DTEND;VALUE=DATE:${each.end.replace(/-/g, "")}`}
SUMMARY:${escaped(`${data.title}: ${each.title}`)}
URL:https://katalog.example${url}
END:VEVENT
`;
  const events = pages.flatMap((page) => {
    const every = [...(page.data.sessions ?? []), ...(page.data.runs ?? []).flatMap((run) => run.sessions)];
    return every.map((each, n) => (each.start ? event(page, each, n) : ""));
  });
  return `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Katalog//bench//DA\n${events.join("")}END:VCALENDAR\n`;
}

export function json({ url, data, templateContent }, full) {
  const { title, facts, refs, topics: about, prices, sessions: held, runs } = data;
  const found = { title, url: `https://katalog.example${url}`, topics: about, prices, sessions: held, runs };
  return full ? { ...found, facts, refs, text: templateContent.replace(/<[^>]+>/g, "") } : found;
}
