from __future__ import annotations

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).parent))

settings.register_profile(
    "robustness",
    max_examples=int(60 * float(os.environ.get("FLAKE8_CONCAT_DRAWS", "1"))),
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
