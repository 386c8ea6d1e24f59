// A price on one line, in the parts that `katalog/schema/price_lines.py` finds: its patterns, and its steps.
const TAKEN = "\x00"; // what is left in the place of a part,
const AMOUNT = "\x01"; // and of the amount
const UNREAD = ["name", "for", "rest"];
const count = (text, character) => text.split(character).length - 1;

export class PriceLines {
  constructor({ parts, per, patterns, longest }) {
    const entries = Object.entries(patterns);
    this.per = per;
    this.longest = longest;
    this.parts = parts.map(([field, pattern, value]) => ({ field, pattern: new RegExp(pattern, "gi"), value }));
    this.within = Object.fromEntries(entries.map(([name, pattern]) => [name, new RegExp(pattern, "i")]));
    this.whole = Object.fromEntries(entries.map(([name, pattern]) => [name, new RegExp(`^(?:${pattern})$`, "i")]));
  }

  // Returns the fields that a line states; null where that is not plain, or where it says more.
  read(text) {
    text = text.trim().match(this.whole.quoted)?.[1] ?? text;
    if (text.length > this.longest) return null;
    const [found, left] = this.takeParts(text.trim().split(/\s+/).join(" ")) ?? [];
    if (!found || this.within.range.test(left)) return null;
    const [before, after] = left.split(AMOUNT);
    const named = this.within.named.test(before) ? "label" : "name";
    const inFront = before.split(this.within.piece_in_front).map((each) => this.plain(each)).filter(Boolean);
    for (const [piece, place] of [
      ...this.pieces(after).map((each) => [each, "rest"]),
      ...inFront.map((each) => [each, named]),
    ]) {
      const [field, said] = this.fieldOf(piece, place, "audience" in found);
      const declared = field === "label" && place === "label"; // which may hold whatever it is called
      if (field in found || UNREAD.includes(field) || (!declared && this.within.stray.test(said))) return null;
      found[field] = field === "includes" ? [said] : said;
    }
    return found;
  }

  // Returns the parts of a line and what is left of it.
  takeParts(text) {
    const found = {};
    for (const { field, pattern, value } of this.parts) {
      const said = [...text.matchAll(pattern)].map((match) => match[1]);
      if (said.length > (field in found ? 0 : 1)) return null;
      if (!said.length) continue;
      found[field] = value || (this.per[said[0].toLowerCase()] ?? said[0]);
      text = text.replace(pattern, field === "amount" ? AMOUNT : TAKEN);
    }
    const isTwice = found.per === "participant" && "up_to" in found;
    return "amount" in found && !isTwice ? [found, text] : null;
  }

  pieces(text) {
    const whole = text.split(this.within.piece).map((each) => each.replace(/^[ ,:–-]+|[ ,:–-]+$/g, ""));
    const apart = whole.flatMap((each) => (this.whole.listed.test(each) ? [each] : each.split(this.within.comma)));
    return apart.map((each) => this.plain(each)).filter(Boolean);
  }

  plain(piece) {
    const balanced = count(piece, "(") === count(piece, ")");
    piece = piece.replace(balanced ? /^[ ,:–-]+|[ ,:–-]+$/g : /^[ ,:–()-]+|[ ,:–()-]+$/g, "");
    piece = piece.replace(/^[. ]+/, "");
    if (count(piece, ".") === 1) piece = piece.replace(/[ .:]+$/, "");
    return this.whole.nothing.test(piece) ? "" : piece.replace(this.within.verb, "");
  }

  fieldOf(piece, place, forSome) {
    const [included, one, other] = piece.match(this.whole.includes) ?? [];
    if (included) return ["includes", one || other];
    const [clause, said] = piece.match(this.whole.for) ?? [];
    if (clause) {
      const known = said.match(this.within.thing_or_those);
      const isClear = known && !(known[1] && this.within.relation.test(said.slice(0, known.index)));
      return [isClear ? (known[1] ? "label" : "audience") : "for", said];
    }
    if (this.whole.people.test(piece) && !(forSome && place !== "rest")) return ["audience", piece];
    return [place === "rest" && this.whole.ways.test(piece) ? "audience" : place, piece];
  }
}
