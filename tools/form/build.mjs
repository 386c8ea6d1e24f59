// Bundles the form's libraries into one file that fetches nothing, and their licences into another.
//
// Left out is what records need not: words in other languages than the form's, colouring of programs, maps, and
// shrinking of pictures, each a module that is only loaded when it is used.  `words/` has what is not translated yet.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const ASSETS = new URL("../../hooks/katalog/form/assets/", import.meta.url);
const WORDS = /locales\/((?:da|sv)\.json)$/;
const UNUSED = /^(?:@shikijs\/|svgo|leaflet|terra-draw)/;

const FONT_ELSEWHERE = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([\w-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;
const source = new URL("node_modules/@sveltia/cms/npm/assets/", import.meta.url);
const fonts = readdirSync(source).filter((name) => /\.woff2$|\.LICENSE\.txt$/.test(name));
const fontLike = (start) => fonts.find((name) => name.startsWith(start));

// Returns the form's words with those of `words/` where it has none in a language yet.
function completed(path, more) {
  const [words, own] = [path, more].map((each) => JSON.parse(readFileSync(each, "utf8")));
  const add = (to, from) => {
    for (const [key, word] of Object.entries(from)) {
      if (typeof word === "string") to[key] ??= word;
      else add((to[key] ??= {}), word);
    }
  };
  add(words, own);
  return JSON.stringify(words);
}

const leaveOut = {
  name: "leave out",
  setup(bundler) {
    bundler.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: "unused" }));
    bundler.onLoad({ filter: /./, namespace: "unused" }, () => ({ contents: "export default []" }));
    bundler.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll(FONT_ELSEWHERE, (_, font, face) => `assets/${fontLike(`${font}-${face}`)}`),
    }));
    bundler.onLoad({ filter: /locales\/[\w-]+\.json$/ }, ({ path }) => {
      const own = path.match(WORDS)?.[1];
      return { contents: own ? completed(path, `words/${own}`) : "{}", loader: "json" };
    });
  },
};

const made = await build({
  entryPoints: ["vendor.mjs"],
  bundle: true,
  format: "esm",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  loader: { ".png": "empty" },
  metafile: true,
  outfile: new URL("vendor.js", ASSETS).pathname,
  plugins: [leaveOut],
});

const used = Object.keys(made.metafile.inputs).map((path) => path.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]);
const licences = [...new Set(used.filter(Boolean))].sort().map((name) => {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  const text = ["LICENSE", "LICENSE.txt", "LICENSE.md", "license"].flatMap((file) => {
    try {
      return [readFileSync(`node_modules/${name}/${file}`, "utf8").trim()];
    } catch {
      return [];
    }
  })[0];
  if (!text) throw new Error(`${name} has no licence`);
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(new URL("vendor.licences.txt", ASSETS), licences.join(`\n${"-".repeat(80)}\n\n`));
const file = readFileSync(new URL("vendor.js", ASSETS));
console.log(file.length, createHash("sha256").update(file).digest("hex"));

// The form's letters and icons, which it looks for beside it.
const FONTS = new URL("assets/", ASSETS);
rmSync(FONTS, { recursive: true, force: true });
mkdirSync(FONTS);
for (const name of fonts) copyFileSync(new URL(name, source), new URL(name, FONTS));
