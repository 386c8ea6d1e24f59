// What the form is made of and does not come from here.
import * as CMS from "@sveltia/cms";
import { dump, FAILSAFE_SCHEMA, load, types } from "js-yaml";

// Front matter holds texts, as Katalog reads it: only a missing value is none.
const schema = FAILSAFE_SCHEMA.extend({ implicit: [types.null] });

export { CMS };
export const yaml = {
  load: (text) => load(text, { schema }),
  dump: (values) => dump(values, { schema, lineWidth: -1, noRefs: true }),
};
