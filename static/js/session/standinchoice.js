/** When a bot sits in for who is away: the choices and their words, at set-up and on the console. */
import { bring } from "../words.js";

bring({
  "stand_in.title": "Who is away: {now}",
  "stand_in.label": "When nobody of a seat is connected",
  "stand_in.off": "wait for them",
  "stand_in.after": "a bot sits in after {minutes} min",
  "stand_in.help": "They have the seat back with one tap. Minutes of play: a pause does not count. Leave it off where people sit in one room: phones fall asleep while they talk.",
});

const MINUTES = Object.freeze([2, 5, 10]);

/**
 * The choice of now in words.
 * @param {(key: string, params?: import("../words.js").Params) => string} say
 * @param {number | null} now
 */
export const standInWords = (say, now) => (now === null ? say("stand_in.off") : say("stand_in.after", { minutes: now }));

/**
 * The choices as a field takes them; a number chosen otherwise is one of them.
 * @param {(key: string, params?: import("../words.js").Params) => string} say
 * @param {number | null} now
 */
export function standInOptions(say, now) {
  const minutes = now === null || MINUTES.includes(now) ? MINUTES : [...MINUTES, now].sort((a, b) => a - b);
  return [null, ...minutes].map((one) => ({ value: one === null ? "" : String(one), label: standInWords(say, one) }));
}
