/** The words of speaking to a table. */
import { bring } from "../../words.js";

bring({
  "speak.to": "To",
  "speak.all": "Everybody",
  "speak.table": "Everybody at {table}",
  "speak.tables": "All {count} tables",
  "speak.words": "Message",
  "speak.empty": "Write something first.",
  "speak.send": "Send",
  "speak.sent": "Sent last",
  "speak.private": "to this seat alone",
  "speak.quick": "Quick words",
  "speak.quick_minutes": "Two minutes left.",
  "speak.quick_end": "Please come to an end.",
  "speak.quick_brief": "Read your brief again.",
  "speak.quick_screen": "Look at the room display.",
  "speak.quick_listen": "Phones down, please listen.",
  "speak.left": "{count} letters left",
});
