/** The words of asking everybody a question. */
import { bring } from "../../words.js";

bring({
  "pulse.which": "Question",
  "pulse.own": "A question of your own",
  "pulse.about": "About",
  "pulse.words": "Your question",
  "pulse.form": "Answers",
  "pulse.form_scale": "1 to 5",
  "pulse.form_yes_no": "Yes or no",
  "pulse.form_seats": "One of the agencies",
  "pulse.ask": "Ask the table",
  "pulse.everywhere": "At all {count} tables",
  "pulse.ask_all": "Ask all tables",
  "pulse.close": "Close the question",
  "pulse.help": "One tap on their page. You alone see the answers; the debrief can show them beside what happened.",
  "pulse.over": "The game is over. In the debrief you can ask all phones to reflect and, at the end, for feedback.",
  "pulse.count": "{count} of {people} people have answered.",
  "pulse.who": "Show secrets to see who said what.",
  "pulse.spread": "Answers",
  "pulse.yes": "Yes",
  "pulse.no": "No",
});
