/** The words of the small console for a phone. */
import { bring } from "../../words.js";

bring({
  "remote.title": "Remote: {title}",
  "remote.hand": "{seats} asks for help. Open the console to answer.",
  "remote.hands": "{seats} ask for help. Open the console to answer.",
  "remote.console": "Open the whole console",
});
