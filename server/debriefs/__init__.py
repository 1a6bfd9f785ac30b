"""What looks back into logs: any moment with any eyes, led debriefs, reports, lines played on."""
