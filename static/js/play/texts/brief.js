/** The words of a seat's brief, and of what it holds and knows. */
import { bring } from "../../words.js";

bring({
  "brief.title": "Your brief",
  "brief.failed": "Your brief did not come.",
  "brief.secret": "Only you see this",
  "brief.concern": "Your concern: {name}",
  "brief.own_frame": "The project is in your own logic when its frame is {frame}.",
  "brief.holds": "What you hold",
  "brief.house": "Your house",
  "brief.known": "What you know",
  "brief.known_none": "You know of no dependency yet.",
  "brief.you_know": "only shown to you",
  "brief.scanned": "Your scan: the next agenda is {agenda}.",
  "brief.notes": "Notes",
  "brief.notes_text": "Kept on this device only. Nobody else reads them.",
  "brief.help": "Ask the facilitator for help",
  "brief.help_settled": "I no longer need help",
});
