"""What Keras does, as data and pure functions. Knows shapes, knows nothing of Python source."""
