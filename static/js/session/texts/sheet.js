/** The words of the script as a spreadsheet. */
import { bring } from "../../words.js";

bring({
  "sheet.text": "Take the script out, work on it in a spreadsheet, and take it in again. Nothing is stored before you have seen what it would bring.",
  "sheet.download": "Take it out (CSV)",
  "sheet.file": "A CSV file to take in",
  "sheet.reading": "Reading the file.",
  "sheet.faults": "{count} faults. Nothing can be taken in before they are mended.",
  "sheet.faults_caption": "Faults of the file",
  "sheet.row": "Row",
  "sheet.column": "Column",
  "sheet.fault": "What is wrong",
  "sheet.would": "What it would bring",
  "sheet.does": "Does",
  "sheet.does.new": "new line",
  "sheet.does.changed": "written anew",
  "sheet.does.same": "no change",
  "sheet.does.laid": "was laid, stays",
  "sheet.take": "Take in: {count}",
  "sheet.needs_file": "Choose a file first.",
  "sheet.has_faults": "Mend the faults first.",
  "sheet.nothing_new": "It brings nothing new.",
});
