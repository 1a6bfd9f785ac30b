/** Light, dark, or as the device has it; kept in this browser. `early.js` applies it before paint. */
import { html, useEffect, useState } from "../dom.js";
import { bring, useWord } from "../words.js";
import { Icon } from "./icon.js";

bring({
  "part.theme.label": "Colours",
  "part.theme.auto": "as the device",
  "part.theme.light": "light",
  "part.theme.dark": "dark",
});

const KEY = "theme";

/** @typedef {"auto" | "light" | "dark"} Theme */

/** @type {Readonly<Record<Theme, { icon: string, next: Theme }>>} */
const THEMES = Object.freeze({
  auto: { icon: "sun-moon", next: "light" },
  light: { icon: "sun", next: "dark" },
  dark: { icon: "moon", next: "auto" },
});

/** @returns {Theme} */
function stored() {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : "auto";
  } catch {
    return "auto";
  }
}

/** @param {Theme} theme */
function keep(theme) {
  try {
    if (theme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be closed to this page; the choice then lasts as long as the page.
  }
}

/** A button that goes round light, dark and the device's own choice. */
export function ThemeToggle() {
  const say = useWord();
  const [theme, setTheme] = useState(stored);
  useEffect(() => {
    const device = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    document.documentElement.dataset.theme = theme === "auto" ? device : theme;
  }, [theme]);
  const turn = () => {
    keep(THEMES[theme].next);
    setTheme(THEMES[theme].next);
  };
  return html`<button type="button" class="button button-icon button-outline" onClick=${turn}
    aria-label=${`${say("part.theme.label")}: ${say(`part.theme.${theme}`)}`}>
    <${Icon} name=${THEMES[theme].icon} />
  </button>`;
}
