/** What holds for the whole debrief: its head, its eyes, saved and led. */
import { bring } from "../../words.js";

bring({
  "debrief.title": "Debrief: {name}",
  "debrief.detail_short": "{seats} agencies, {rounds} rounds, {minutes} minutes",
  "debrief.imported": "Imported log",
  "debrief.report": "Report",
  "debrief.file": "Take it along",
  "debrief.log": "Download the log",
  "debrief.loading": "The log is being read",
  "debrief.slow": "This takes long. The page goes on trying.",
  "debrief.failed": "The debrief did not come: {why}",
  "debrief.unreachable": "the server does not answer.",
  "debrief.retry": "Try again",
  "debrief.moment_failed": "This moment did not come: {why} What stands below is the moment at {at}.",
  "debrief.no_moment": "This moment did not come: {why}",
  "debrief.empty": "Nothing has happened at this table yet.",
  "debrief.at": "at {at}",

  "kept.all": "A saved debrief: everything that was played, for the facilitator. It needs no server. Keep it as you keep personal data.",
  "kept.public": "A saved debrief: what all could see, and what was opened since. It needs no server.",
  "kept.seat": "A saved debrief: what this seat saw at each moment, and what was opened since. It needs no server.",
  "kept.moments": "Moments to talk about",

  "looks.title": "The facilitator looked over a shoulder:",
  "looks.one": "{seat}, round {round}, {phase}",

  "eyes.label": "Eyes",
  "eyes.facilitator": "Facilitator: sees all",
  "eyes.public": "What everybody saw",
  "eyes.seat": "{seat}",
  "eyes.help": "Every panel shows what these eyes saw at the moment.",
  "eyes.help_player": "You see what everybody saw, and what your own seat saw. The facilitator opens the rest.",

  "confidence": "in confidence",

  "follow.you": "The facilitator leads, and this page goes along.",
  "follow.not_you": "The facilitator leads; you look by yourself.",
  "follow.stop": "Look by myself",
  "follow.again": "Go along again",
});
