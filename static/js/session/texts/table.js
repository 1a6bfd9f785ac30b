/** The words of the table as all see it. */
import { bring } from "../../words.js";

bring({
  "table.title": "The table",
  "table.live": "{live} of {need} needed are live",
  "table.choosing": "choice open",
  "table.dependencies": "Dependencies, as all know them",
});
