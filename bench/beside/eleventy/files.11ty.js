import { calendar, json } from "./_includes/parts.js";

export default class {
  data() {
    return { pagination: { data: "collections.files", size: 1, alias: "file" }, permalink: ({ file }) => file.url };
  }

  render({ file }) {
    if (file.events) return calendar(file.events);
    return JSON.stringify(file.list ? file.list.map((each) => json(each, false)) : json(file.page, true));
  }
}
