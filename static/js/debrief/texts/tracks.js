/** The words of the shared tracks. */
import { bring } from "../../words.js";

bring({
  "tracks.rose": "Support rose from {first} to {last}",
  "tracks.fell": "Support fell from {first} to {last}",
  "tracks.same": "Support ended where it began, at {last}",
  "tracks.and_counter": "{support}; the counter reached {counter} of 6",
  "tracks.detail": "Bands are rounds. The upright line marks the moment shown; what came later is faint.",
  "tracks.when": "At the end of",
});
