// Read every calendar of a built site with ical.js (npm), a third reader beside icalendar and vobject:
//     npm install --no-save ical.js && node tools/read_calendars.mjs site
// The hours it finds by a calendar's own VTIMEZONE are held against the zones this machine knows.
import fs from "node:fs";
import path from "node:path";
import ICAL from "ical.js";

function read(file) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, "utf8")));
  for (const component of calendar.getAllSubcomponents("vtimezone")) {
    const zone = new ICAL.Timezone(component);
    ICAL.TimezoneService.register(zone, zone.tzid);
  }
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  for (const event of events) check(event);
  return events.length;
}

function check(event) {
  const start = event.startDate;
  const zone = start.zone?.tzid;
  if (!event.uid || !event.summary) throw new Error("an event lacks its UID or its name");
  if (start.isDate || !zone?.includes("/")) return;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", hourCycle: "h23" });
  if (Number(clock.format(start.toJSDate())) !== start.hour) throw new Error(`${event.uid}: ${start} in ${zone}`);
}

const folder = process.argv[2];
const files = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".ics"));
let events = 0;
for (const name of files) {
  try {
    events += read(path.join(folder, name));
  } catch (error) {
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
console.log(`${files.length} calendars, ${events} events`);
if (!events) process.exitCode = 1;
