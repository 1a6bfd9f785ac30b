"""Changes of the schema, oldest first; each stays as it was when it was released."""
