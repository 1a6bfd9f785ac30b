/** The words of one seat: who sits there, its bot, its devices, waiting for it or not. */
import { bring } from "../../words.js";

bring({
  "fill.who": "Who sits here",
  "fill.more": "Somebody else",
  "fill.more_text": "They share the seat with who sits here, or take the place.",
  "fill.share": "Let share this seat",
  "fill.instead": "Seat here instead",
  "fill.waits": "{name}, waits",
  "fill.waits_away": "{name}, waits, not connected",
  "fill.moves": "{name}, moves from {seat} ({table})",
  "fill.nobody": "Nobody waits for a seat.",
  "fill.seat": "Seat here",

  "bots.title": "A bot",
  "bots.text": "It sees only what this seat sees. The person can come back at any time.",
  "bots.which": "Which bot",
  "bots.in": "Bot in",
  "bots.change": "Change the bot",
  "bots.back": "Bot out, {name} plays",

  "sitters.one": "Another device",
  "sitters.many": "Who shares this seat",
  "sitters.many_text": "They see the same, and each acts for the seat. A link brings one of them in on another device.",
  "sitters.rise": "Out of this seat",

  "rejoin.text": "With this link {name} goes on playing on another phone or laptop. The old device stays connected.",
  "rejoin.make": "Make a link",
  "rejoin.again": "Make another link",
  "rejoin.qr": "QR code of the link",
  "rejoin.minutes": "Good once, for {minutes} minutes. Show it to nobody else.",

  "whisper.words": "To {name} alone",

  "holding.text": "While a person is away, the table can go on without waiting for this seat.",
  "holding.dropped": "The table goes on without waiting for this seat.",
  "holding.drop": "Do not wait for it",
  "holding.wait": "Wait for it again",
  "holding.free": "Free the seat",
  "holding.free_sure": "{name} goes back to those who wait, and the agency does nothing until somebody sits here.",
  "holding.free_sure_bot": "The agency does nothing until somebody sits here.",
  "holding.free_yes": "Free it",
});
