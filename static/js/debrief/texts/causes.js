/** The words of who moved what. */
import { bring } from "../../words.js";

bring({
  "causes.title": "Who moved what",
  "causes.detail": "Points up and down until now. Cards: what chance drew, deadlines, year one. Politics: the frame against the agenda.",
  "causes.caption": "{players}% of the movement was the players’ own, {control}% the facilitator’s",
  "causes.nothing": "Nothing has moved up to this moment",
  "causes.what": "What moved",
  "causes.none": "nothing",
  "causes.players": "Players",
  "causes.cards": "Cards",
  "causes.politics": "Politics",
  "causes.control": "Facilitator",
  "causes.by_control": "What the facilitator moved ({count})",
  "causes.measure.support": "Political support",
  "causes.measure.legal_pressure": "Legal pressure",
  "causes.measure.trust": "Trust on the table",
  "causes.measure.signed": "Dependencies signed",
  "causes.measure.live": "Dependencies live",
  "causes.measure.counter": "Counter",
  "causes.measure.rating": "Citizens’ rating",
});
