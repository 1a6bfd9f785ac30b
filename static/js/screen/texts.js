/** What the room display says. Names of the game come with the board. */

/** @type {import("../words.js").Texts} */
export const SCREEN_TEXTS = Object.freeze({
  "screen.pulse": "Answer on your phone.",
  "screen.loading": "Loading the room display",
  "screen.no_board": "The words of the ruleset did not come. Load this page again.",
  "screen.lost": "Connection lost, trying again. This picture may be old.",
  "screen.ended": "This display is no longer connected. Open it again from the console.",
  "screen.left": "Time left",
  "screen.join_line": "Join:",

  "join.title": "Join the game",
  "join.open": "Open in any browser",
  "join.code": "and type this code",
  "join.closed": "The code is closed for now.",
  "join.qr": "QR code: {address}",
  "join.here": "Who is here: {here} of {seats}",
  "join.free": "free",
  "join.bot": "a bot",
  "join.person": "taken",
  "join.waiting": "Waiting for a seat: {count}",

  "table.caption": "What the agencies need from each other",
  "table.live": "{live} of {need}",
  "table.live_words": "needed are live",
  "table.choice": "A choice is open: {question}",
  "table.more": "and {count} more",
  "table.none": "Nothing is on the common map yet.",
  "table.waits": "Still at work:",

  "trust.caption": "Who trusts whom",
  "trust.tokens": "Tokens placed with each",

  "card.none": "No event card in this round.",
  "card.decided": "Decided: {option}",
  "card.default": "Undecided, so: {option}",
  "card.all": "All decide",
  "card.seat": "{seat} decides",
  "card.agenda": "Politics cares about",
  "card.frame": "The project is presented as",
  "card.headline": "The papers turn to",

  "reveal.title": "What the plans did",
  "reveal.nothing": "No plans have been revealed yet.",
  "reveal.passes": "passed",
  "reveal.then": "And then",

  "vote.title": "Launch or hold?",
  "vote.voted": "voted",
  "vote.voting": "votes now",
  "vote.calls": "calls a vote",
  "vote.launch": "launch",
  "vote.hold": "hold",
  "vote.abstained": "abstained",
  "vote.passed": "Passed: the service is launched",
  "vote.failed": "Not passed",
  "vote.count": "{launch} launch, {hold} hold",
  "vote.none_held": "No vote: too little political support",
  "vote.none": "No vote has been called.",

  "year.quarter": "Quarter {quarter}",
  "year.bounced": "bounced",
  "year.absorbed": "absorbed at the counter",
  "year.rating": "Citizens' rating",
  "year.begin": "The service is launched. Now comes its first year.",
  "year.none": "Year one comes after a launch.",

  "pause.goes_on": "Play goes on in",
  "pause.set_back": "The game was set back: {moment}",
  "pause.title": "Pause",
  "pause.line": "Paused.",
  "pause.time": "It is {time}.",

  "end.value": "Public value",
  "end.own": "Own scores",
  "end.head": "Fingerprint of the log",

  "emergency.title": "REAL EMERGENCY - EXERCISE STOPPED",
  "emergency.text": "This is no exercise. Follow the instructions in the room.",

  "tables.title": "All tables",
  "tables.paused": "paused",
});
