/** The words of the two networks, and of the trust placed in each agency. */
import { bring } from "../../words.js";

bring({
  "net.caption": "{live} of {need} needed dependencies live, {signed} more signed",
  "net.detail_all": "With what was hidden from the seats.",
  "net.detail_public": "As far as these eyes knew.",
  "net.state.unknown": "not known",
  "net.state.open": "real, not signed",
  "net.state.dead": "dead end",
  "net.state.signed": "signed",
  "net.state.live": "live",
  "net.state.suspended": "suspended",
  "net.list": "Objections, progress, who knows",
  "net.side.answered": "answered",
  "net.side.protest": "under protest",
  "net.side.waived": "waived by trust",
  "net.side.overridden": "push would override it",
  "net.side.stands": "objection stands",
  "net.numbers": "Sensitivity {sensitivity}, progress {progress} of {effort}",
  "net.knows": "Known to:",
  "net.knows_all": "On the common map",
  "net.knows_nobody": "Known to nobody",

  "trust.caption": "{seat} is trusted most: {count} tokens",
  "trust.caption_several": "Trusted most: {seat}, with {count} tokens each",
  "trust.caption_even": "Trust is spread evenly: {count} tokens with each",
  "trust.none": "No token lies on the table",
  "trust.title": "Trust placed in each agency",
  "trust.detail": "Tokens of the others, and the change since the round began",
  "trust.of": "Tokens placed with {seat}",
});
