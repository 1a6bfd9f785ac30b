/** The words of taking a log in. */
import { bring } from "../../words.js";

bring({
  "import.title": "Open a log, or restore a backup",
  "import.text": "Choose a log or the backup of a session, as it was downloaded (JSONL). It is checked first and changes no other session. The games of a restored session stand paused where they stood; show each person the QR code of their seat.",
  "import.file": "Log or backup file",
  "import.none": "Choose a file first.",
  "import.too_large": "This file is larger than 64 MB. Logs and backups are much smaller.",
  "import.go": "Open the file",
  "import.going": "Checking the file",
  "import.faults": "This file cannot be opened as it is:",
  "import.line": "Line {line}",
  "import.unreachable": "The server does not answer. Try again.",
});
