"""The language server: shapes beside the code, mistakes while typing. Needs pygls."""
