/** The words of what is owed now. */
import { bring } from "../../words.js";

bring({
  "owed.title": "You promised for this round",
  "owed.to": "to {name}",
  "owed.kept": "kept by your plan",
  "owed.broken": "your plan breaks it",
  "owed.missing": "not in your plan yet",
  "owed.vote": "You promised {name}: {act}.",
});
