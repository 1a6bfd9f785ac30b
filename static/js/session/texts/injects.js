/** The words around the script: what lies in it, and its dialogs. */
import { bring } from "../../words.js";

bring({
  "inject.title": "Injects and overrides",
  "inject.card": "Lay a card",
  "inject.override": "Set a value",
  "inject.line": "Write a line",
  "inject.sheet": "Spreadsheet",
  "inject.now": "Proposed now",
  "inject.script": "The script",
  "inject.empty": "No script yet. Write a line, or take one in from a spreadsheet. Nothing in it fires by itself.",
  "inject.hidden": "The script is hidden in this window.",
  "inject.hidden_due": "The script is hidden in this window. Proposed now: {count}.",
  "inject.show": "Show secrets",
  "inject.failed": "The script did not come.",
  "inject.line_title": "Write a line of the script",
  "inject.edit_title": "Line {number} of the script",
  "inject.card_title": "Lay a card now",
  "inject.override_title": "Set a value by hand",
  "inject.sheet_title": "The script as a spreadsheet",
});
