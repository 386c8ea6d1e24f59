// What the filters know of every course (feeds/filter_data.py), and which of them answer to a choice.

const LATE = "9999";
const EVERYWHERE = "*"; // answers whatever is wanted

/**
 * @typedef {{id: string, page: string, text: string, index: number, state: string, steps: [number, string][], start: string,
 *   deadline: string, most: number | null, values: Map<string, string[]>}} Course
 * @typedef {{chosen: Map<string, Set<string>>, words: string[], sort: string}} Choice
 */

export const fold = (text) => text.normalize("NFKC").toLocaleLowerCase();

/** @returns {Promise<Course[]>} every course, in the catalogue's order */
export async function load(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  const data = await answer.json();
  const facets = Object.entries(data.facets);
  return data.courses.map(([id, page, title, names, state, steps, start, deadline, most, values], index) => ({
    id,
    index,
    page: new URL(data.pages[page], url).href,
    text: fold([title, ...names.map((n) => data.names[n])].join("\n")),
    state,
    steps: steps.map(([at, later]) => [Date.parse(at), later]),
    start,
    deadline,
    most,
    values: new Map(facets.map(([name, known], n) => [name, values[n].map((v) => known[v])])),
  }));
}

/** The state a course has by now. */
const stateOf = (course, now) => course.steps.filter(([at]) => at <= now).at(-1)?.[1] ?? course.state;

/** Let every course answer for its state of now, and for whether one can join it. */
export function bringUpToDate(courses, joinable) {
  const now = Date.now();
  for (const course of courses) {
    const state = stateOf(course, now);
    course.values.set("state", [state]);
    course.values.set("join", joinable.has(state) ? ["now"] : []);
  }
}

/** Within a name any value will do; a highest price is answered by every lower one. */
function answers(course, name, wanted) {
  if (wanted.size === 0) return true;
  if (name === "max") return course.most !== null && [...wanted].some((most) => course.most <= Number(most));
  return (course.values.get(name) ?? []).some((value) => value === EVERYWHERE || wanted.has(value));
}

/** Between names all must. */
export const fits = (course, choice, except) =>
  choice.words.every((word) => course.text.includes(word)) &&
  [...choice.chosen].every(([name, wanted]) => name === except || answers(course, name, wanted));

/** How many of the courses a value of a filter would leave, the other filters as they are. */
export function counter(courses, choice) {
  const left = new Map();
  return (name, value) => {
    if (!left.has(name)) left.set(name, courses.filter((course) => fits(course, choice, name)));
    const wanted = new Set([value]);
    return left.get(name).filter((course) => answers(course, name, wanted)).length;
  };
}

const byText = (key) => (a, b) => {
  const [x, y] = [a[key] || LATE, b[key] || LATE];
  return x < y ? -1 : x > y ? 1 : a.index - b.index;
};
const ORDERS = {
  "": (a, b) => a.index - b.index,
  start: byText("start"),
  deadline: byText("deadline"),
  price: (a, b) => (a.most ?? Infinity) - (b.most ?? Infinity) || a.index - b.index,
};

/** Courses in an order, each group by itself; `groupOf` numbers the groups by their states. */
export function sorted(courses, sort, groupOf) {
  const compare = ORDERS[sort] ?? ORDERS[""];
  const group = (course) => groupOf(course.values.get("state")[0]);
  return [...courses].sort((a, b) => group(a) - group(b) || compare(a, b));
}
