"""The 1 that stands where its function has a name for the axis of the channels.

`bn_axis = 1 if K.image_data_format() == "channels_first" else 3`, and further down
`BatchNormalization(axis=1)`: right for one of the two formats, and not for the one that is usual.
"""

from __future__ import annotations

import libcst as cst

from flake8_concat.rules.axis_fixes import axis_argument
from flake8_concat.rules.format_tests import axis_for_formats, for_a_format
from flake8_concat.trace.facts import Event

_SIDES = (1, 2)


def forgotten_axis(event: Event) -> str | None:
    """That name, for a call that is given 1; None where there is none, or a branch for a format.

    Or for one that is given 2, which is right for none of the formats.
    """
    site = event.site if event.created is None else event.created
    if event.bound.get("axis") not in _SIDES:
        return None
    name = axis_for_formats(site)
    if name is None or for_a_format(site.source, site.node):
        return None
    given = axis_argument(site.node, event)
    return name if isinstance(given, cst.Integer) else None
