"""One file a format: each turns a report into lines of text."""
