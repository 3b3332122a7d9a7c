"""One file a rule. See `base.py` for what a rule is."""
