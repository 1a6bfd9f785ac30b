/** The page's one polite live region: what is said here is read out, and shown nowhere. */

/** @type {string[]} */
const waiting = [];
let speaking = false;

/** Apart in ms, so that a reader hears two sentences as two. */
const GAP = 700;

function next() {
  const region = document.getElementById("live");
  const text = waiting.shift();
  speaking = text !== undefined && region !== null;
  if (text === undefined || region === null) return;
  // Emptied first: the same sentence twice must be two changes.
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
    setTimeout(next, GAP);
  }, 50);
}

/**
 * Has a sentence read out when the reader is free. Sentences keep their order.
 * @param {string} text
 */
export function announce(text) {
  waiting.push(text);
  if (!speaking) next();
}
