/* A classic script in the head: sets the chosen colours before the first paint. Nothing else.
   The key is the one of parts/theme.js. */
(() => {
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch {
    // Storage may be closed to this page; the device's own choice holds then.
  }
})();
