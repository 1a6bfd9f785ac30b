/** The words of what is noted, marked and counted while people talk. */
import { bring } from "../../words.js";

bring({
  "talk.say": "Say something",
  "talk.note": "Note",
  "talk.moment": "Mark and count",
  "talk.pulse": "Ask everybody",

  "note.words": "Private note",
  "note.help": "Kept with this moment; players never see it.",
  "note.tags": "Tags",
  "note.objective": "Objective it bears on",
  "note.no_objective": "none",
  "note.rest": "Objective, more tags",
  "note.rest_tags": "More tags",
  "note.more": "More tags, separated by commas",
  "note.keep": "Keep the note",
  "note.kept": "Note kept",
  "note.empty": "Write something first.",
  "note.keys": "N opens this field. Ctrl+Enter keeps the note, Escape leaves it; both lead back to where you were.",

  "tag.strength": "strength",
  "tag.improvement": "improvement",
  "tag.quote": "quote",
  "tag.safety": "safety",
  "tag.follow-up": "follow-up",

  "mark.moment": "Mark this moment",
  "mark.done": "Moment marked",

  "count.title": "Said aloud, it was about",

  "jot.note": "Note kept",
  "jot.mark": "Moment marked",
  "jot.count": "Counted: {topic}, {count} in all",
  "jot.counted": "Counted: {topic}",
  "jot.aside": "(set aside)",
  "jot.back": "Take back",
  "jot.back_of": "Take back: {what}",

  "keys.on": "Keyboard shortcuts",
  "keys.help": "1, 2, 3 count what is said aloud; M marks the moment; N opens a note; U takes the last of these back. Not while you type.",
});
