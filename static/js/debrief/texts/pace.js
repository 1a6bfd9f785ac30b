/** The words of how much longer work takes. */
import { bring } from "../../words.js";

bring({
  "pace.share": "{share}%",
  "pace.waits": "Other estimates of this server go first. You can go on meanwhile.",
  "pace.measured": "How long it takes is being measured. You can go on meanwhile.",
  "pace.soon": "Less than a minute left, as quick as it goes now.",
  "pace.minute": "About a minute left, as quick as it goes now.",
  "pace.minutes": "About {minutes} minutes left, as quick as it goes now.",
});
