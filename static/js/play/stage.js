/** What the phase puts in the middle, above the table. */
import { html } from "../dom.js";
import { useGame } from "./game.js";
import { later } from "./later.js";

export const EventCard = later(() => import("./eventcard.js"), "EventCard");
const PlanChooser = later(() => import("./plan.js"), "PlanChooser");
const Reveal = later(() => import("./reveal.js"), "Reveal");
const VoteBoard = later(() => import("./vote.js"), "VoteBoard");
export const YearOne = later(() => import("./yearone.js"), "YearOne");

/** What comes when its phase does; all are fetched before. */
export const STAGES = Object.freeze([EventCard, PlanChooser, Reveal, VoteBoard, YearOne]);

export function Stage() {
  const { pub } = useGame();
  const card = pub.card && html`<${EventCard} key=${pub.card.id} card=${pub.card} />`;
  switch (pub.phase) {
    case "plan":
      return html`<${PlanChooser} />`;
    case "reveal":
      return html`<${Reveal} key=${pub.round} />`;
    case "vote":
      return html`<${VoteBoard} />`;
    case "year_one":
      return html`${pub.quarter > 0 && card}<${YearOne} />`;
    case "ended":
      return null;
    default:
      return card;
  }
}
