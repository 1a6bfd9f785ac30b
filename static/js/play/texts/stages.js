/** The words of reveal, vote and year one, and of a question to all. */
import { bring } from "../../words.js";

bring({
  "reveal.title": "Reveal",
  "reveal.count": "{shown} of {count}",
  "reveal.you": "You",
  "reveal.promises": "Promises due now",
  "reveal.promises_none": "No promise that you can see was due.",
  "reveal.went": "Dependencies",
  "reveal.changes": "What changed for you",
  "reveal.changes_none": "Nothing that is yours has changed.",

  "vote.secret": "Secret until all have voted.",
  "vote.launch": "Launch",
  "vote.hold": "Hold",
  "vote.needs": "{how}",
  "vote.who": "Who has voted",
  "vote.voted": "voted",
  "vote.thinking": "thinking",
  "vote.abstained": "did not vote",
  "vote.passed": "Passed",
  "vote.failed": "Not passed",
  "vote.own": "You voted: {vote}. Nobody sees it yet.",

  "year.bounced_one": "1 case bounced, the counter absorbed {absorbed}. Rating {rating}.",
  "year.bounced": "{bounced} cases bounced, the counter absorbed {absorbed}. Rating {rating}.",
  "year.now": "under way",
  "year.later": "still to come",

  "pulse.asks": "The facilitator asks everybody",
  "pulse.private": "One tap. The other agencies do not see your answer; it may be shown in the debrief.",
  "pulse.told": "Your answer is in. Tap another to change it.",
  "pulse.least": "1: not at all",
  "pulse.most": "5: wholly",
  "pulse.yes": "Yes",
  "pulse.no": "No",
});
