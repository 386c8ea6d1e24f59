// The cards of the catalogue: those on this page, and those taken from its other pages when they are to be shown.

const idOf = (card) => new URL(card.querySelector("h3 a").href).pathname.split("/").at(-2);

export class Cards {
  /** @param {HTMLElement[]} lists the lists of this page, in their order */
  constructor(lists) {
    this.lists = lists;
    this.known = new Map();
    this.pages = new Map(); // those fetched or on their way
    for (const list of lists) this.learn(list);
  }

  learn(list) {
    for (const card of list.querySelectorAll(":scope > .k-card")) {
      const id = idOf(card);
      if (!this.known.has(id)) this.known.set(id, card);
    }
  }

  /** Have the cards of some courses at hand. */
  async fetch(courses) {
    const pages = new Set(courses.filter((course) => !this.known.has(course.id)).map((course) => course.page));
    await Promise.all([...pages].map((page) => this.page(page)));
  }

  page(url) {
    if (!this.pages.has(url)) {
      const read = this.read(url);
      this.pages.set(url, read);
      read.catch(() => this.pages.delete(url)); // to be tried again
    }
    return this.pages.get(url);
  }

  async read(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${answer.status} ${url}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const list of page.querySelectorAll("[data-holds]")) {
      for (const link of list.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), url).href;
      this.learn(list);
    }
  }

  /** The number of the list that holds a state; what none holds stands last. */
  groupOf = (state) => {
    const place = this.lists.findIndex((list) => list.dataset.holds.split(" ").includes(state));
    return place < 0 ? this.lists.length : place;
  };

  /** Show the cards of some courses and no others, each list in their order. */
  show(courses) {
    const groups = this.lists.map(() => []);
    for (const course of courses) {
      const card = this.known.get(course.id);
      if (!card) continue;
      card.hidden = false;
      groups[this.groupOf(course.values.get("state")[0])]?.push(card);
    }
    this.fill(groups);
  }

  fill(groups) {
    for (const [place, list] of this.lists.entries()) {
      list.replaceChildren(...groups[place]);
      const section = list.closest("section");
      if (section) section.hidden = groups[place].length === 0;
    }
  }

  /** What stands on the page as it is, to be filled in again. */
  standing() {
    return this.lists.map((list) => [...list.children]);
  }
}
