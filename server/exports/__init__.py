"""What can be taken out of a log, one file a format; in again, too, where that can be done."""

from server.exports.log import written

EXPORTS = {"log": written}
