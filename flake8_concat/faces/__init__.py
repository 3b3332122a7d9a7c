"""The ways to the user: flake8, the command line, editors. Each is a thin caller of `analyze`."""
