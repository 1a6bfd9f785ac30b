/** The words of comparing tables. */
import { bring } from "../../words.js";

bring({
  "compare.title": "Tables side by side",
  "compare.what": "The same steps of each game: the end of every round, then the quarters of year one.",
  "compare.of": "Compare",
  "compare.live": "Live dependencies",
  "compare.signed": "Signed, not live",
  "compare.support": "Political support",
  "compare.legal_pressure": "Legal pressure",
  "compare.counter": "Counter",
  "compare.rating": "Citizens\u2019 rating",
  "compare.same": "{of}: {value} at the end of every table",
  "compare.apart": "{of} at the end: {low} at {least}, {high} at {most}",
  "compare.quarter": "Q{quarter}",
  "compare.when": "Step",
  "compare.table": "Table",
  "compare.outcome": "Outcome",
  "compare.from": "Began",
  "compare.entry": "from {parent}, entry {version}",
  "compare.start": "at the start",
  "compare.playing": "still playing",
  "compare.failed": "Not every table could be read. Reload the page to try again.",
});
