/** The words above everything: time, secrets, what the table waits for, the plan of the session. */
import { bring } from "../../words.js";

bring({
  "head.left": "Time left in this phase",
  "head.wall": "Time of day",
  "head.secrets": "Show what players may not see",
  "head.secrets_on": "Secrets are shown in this window",
  "head.secrets_off": "Secrets are hidden in this window",

  "status.lobby": "People arrive. {free} seats are free.",
  "status.lobby_one": "People arrive. One seat is free.",
  "status.full": "Every seat is taken. You can start.",
  "status.practised": "The practice round is over, and nothing of it counts. You can start the game.",
  "status.paused": "The game stands still, and its clock with it.",
  "status.ended": "The game is over: {outcome}.",
  "status.waits": "Waiting for",
  "status.until": "Planned until {until}; you end the phase.",
  "status.ends": "The clock ends it at {until}.",
  "status.over": "The time is up. It goes on when you say so.",
  "status.open": "No clock runs here.",
  "status.drawing": "Something is being drawn.",
  "status.briefing": "All read the news of this round.",
  "status.talk": "All have talked enough.",
  "status.plan": "All are ready.",
  "status.reveal": "All look at what their plans did.",
  "status.vote": "All have voted.",
  "status.counted": "The vote is counted.",
  "status.year_one": "All watch year one.",

  "plan.on_time": "on time",
  "plan.behind": "{minutes} min behind",
  "plan.ahead": "{minutes} min ahead",
  "plan.tight": "By the plan, play ends at {ends}. So that a third of your {booked} minutes is left for the debrief, it has to end at {until}.",
  "plan.over": "Play now eats into the debrief: two thirds of your {booked} minutes were over at {until}.",

  "rehearsal.mark": "REHEARSAL: bots play ten times as fast. Nothing of it is kept.",
  "rehearsal.plays": "The bots have used {played} of {full} minutes. People use nearly all of them.",
  "rehearsal.over": "The bots needed {played} of {full} minutes. People use nearly all of them.",
  "rehearsal.fits": "That fits: {play} of your {booked} minutes are for play.",
  "rehearsal.too_long": "That is {over} minutes too long: {play} of your {booked} minutes are for play, the rest is for the debrief.",
  "rehearsal.close": "Close the rehearsal",
});
