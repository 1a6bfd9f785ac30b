/** The words of what the talk was about. */
import { bring } from "../../words.js";

bring({
  "mix.title": "What the talk was about",
  "mix.caption": "{share}% of the talk was about {topic}",
  "mix.none": "Nobody has talked on the record up to this moment.",
  "mix.detail": "Offers, messages, facts shown and what was counted aloud, as far as these eyes saw them",
  "mix.gathering": "Still being counted.",
  "mix.count": "Count",
  "mix.topic": "Topic",
});
