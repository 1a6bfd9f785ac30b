/* A classic script in the head: sets the colours before the first paint, those chosen or those of the
   device. Nothing else. The key is the one of parts/theme.js. A page that has colours of its own, as
   the room display, keeps them. */
(() => {
  const root = document.documentElement;
  if (root.dataset.theme) return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem("theme");
    } catch {
      // Storage may be closed to this page; the device's own choice holds then.
    }
    root.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : dark.matches ? "dark" : "light";
  };
  apply();
  dark.addEventListener("change", apply);
})();
