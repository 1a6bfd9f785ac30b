/** The words of the room display and of what is shown on every screen. */
import { bring } from "../../words.js";

bring({
  "display.title": "Room display",
  "display.open": "Open the room display",
  "display.all": "All tables on one display",
  "display.text": "It shows what every player may see, and follows the game. Choose a scene to hold it until the next round.",
  "display.scenes": "Scene",

  "scene.auto": "By itself",
  "scene.join": "Join",
  "scene.table": "Table",
  "scene.trust": "Trust",
  "scene.card": "Card",
  "scene.reveal": "Reveal",
  "scene.vote": "Vote",
  "scene.year_one": "Year one",
  "scene.blank": "Blank",
  "scene.thing": "Spotlight",

  "spot.title": "On every screen",
  "spot.text": "One thing, large, on the room display and all phones. Only what everybody may know can be shown.",
  "spot.what": "What",
  "spot.card": "The card of this round",
  "spot.dependency": "Dependency: {name}",
  "spot.agency": "Agency: {name}",
  "spot.promise": "Promise of {by} to {to}: {act}",
  "spot.own": "My own words",
  "spot.words": "Words",
  "spot.show": "Show it",
  "spot.take": "Take it away",
  "spot.shown": "On every screen now:",
  "spot.everywhere": "At all {count} tables",
});
