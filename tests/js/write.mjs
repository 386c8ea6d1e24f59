// Reads records as JSON lines, writes each as the YAML libraries of form editors would, as JSON lines.
import { createInterface } from "node:readline";
import { dump } from "js-yaml";
import { stringify } from "yaml";

const writers = {
  "js-yaml": (data) => dump(data),
  "js-yaml, unfolded": (data) => dump(data, { lineWidth: -1, noRefs: true }),
  "js-yaml, double quotes": (data) => dump(data, { quotingType: '"', forceQuotes: true }),
  yaml: (data) => stringify(data),
  "yaml, unfolded": (data) => stringify(data, { lineWidth: 0 }),
  "yaml, YAML 1.1": (data) => stringify(data, { version: "1.1" }),
};

for await (const line of createInterface({ input: process.stdin })) {
  const data = JSON.parse(line);
  for (const [writer, write] of Object.entries(writers)) {
    console.log(JSON.stringify({ writer, text: write(data) }));
  }
}
