"""Runs a LibCST module over abstract values. Knows Python; asks `keras/` about layers."""
