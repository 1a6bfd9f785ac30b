/** The words of what else was open. */
import { bring } from "../../words.js";

bring({
  "others.title": "What else was open?",
  "others.begin": "Weigh the alternatives",
  "others.detail": "{of}, model estimate: {games} games from each decision, everything else as it was; the arrow is the difference to what was done.",
  "others.then": "{then}% ({low} to {high}) in place of {was}%.",
  "others.close": "That is within the error of the estimate.",
  "others.none": "No vote, promise, choice, offer or contested act lay here.",
  "others.all": "All",
  "others.gives": "{seat} gives {what}",
  "others.vote_launch": "{seats} would have voted to launch",
  "others.vote_hold": "{seats} would have voted to hold",
  "others.promise": "{seats} would have kept the promise: {act}",
  "others.choice": "{seats} would have chosen “{option}”",
  "others.without": "{seats} would have left this out: {act}",
  "others.accept": "{seats} would have accepted the offer of {by}",
  "others.decline": "{seats} would have declined the offer of {by}",
});
