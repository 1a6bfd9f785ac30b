/** The words of the log. */
import { bring } from "../../words.js";

bring({
  "log.title": "Log",
  "log.filter": "Show",
  "log.filter_all": "All",
  "log.filter_mine": "Mine",
  "log.filter_talk": "Talk",
  "log.filter_table": "Table",
  "log.filter_confidence": "In confidence",
  "log.filter_facilitator": "Facilitator",
  "log.none": "Nothing of this kind yet.",
  "log.break": "Round {round}, {phase}",
  "log.break_practice": "Practice round, {phase}",
  "log.only_you": "not for all",
  "log.nothing": "nothing",
  "log.gives": "{seat} gives: {what}",
  "log.deleted": "(words deleted)",
  "log.older": "Older lines",
});
