/** A QR code as the server drew it: always dark on white, whatever the colours of the page. */
import { html } from "../dom.js";

/** @param {{ qr: import("../protocol.js").Qr, label: string }} props */
export function QrCode({ qr, label }) {
  return html`<svg class="qr" viewBox=${`0 0 ${qr.size} ${qr.size}`} role="img" aria-label=${label} shape-rendering="crispEdges">
    <path d=${qr.path} />
  </svg>`;
}
