/** The words of both ledgers. */
import { bring } from "../../words.js";

bring({
  "ledgers.front": "Front ledger",
  "ledgers.front_text": "What everybody saw.",
  "ledgers.back": "Back ledger",
  "ledgers.back_text": "What the back offices really did.",
  "ledgers.closed": "Closed to these eyes at this moment. An audit opens it for a round; in the debrief the facilitator does.",
  "ledgers.routines": "Routines of {seat}",
  "ledgers.bounced": "Bounced cases",
  "ledgers.own_only": "These eyes saw their own routines only.",
});
