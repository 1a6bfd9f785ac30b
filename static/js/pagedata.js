/** The data that came inside the page. Nothing is fetched here. */

/**
 * The JSON in the page's data block, or `null` where the page has none. The caller names the
 * shape; the server that wrote the block is the one that vouches for it.
 *
 * @returns {unknown}
 */
export function pageData() {
  const block = document.getElementById("page-data");
  return block?.textContent ? JSON.parse(block.textContent) : null;
}
