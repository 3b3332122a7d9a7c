"""Sentences that say what is done to one side and what becomes of the other.

"halve the height, keep the width": one part says what is done; the others, that no more is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from flake8_concat import late
from flake8_concat.rules.placement import placement_claim
from flake8_concat.rules.words import ACTIONS, Claim, says_action, sentence_claim

_PART = late.compiled(r"[^,;]+")
# What is said of the side that nothing is done to.
_LEFT_ALONE = late.compiled(
    r"[ ]*(?:(?:and|but|while|we)[ ]+)*(?:(?:the[ ]+)?same[ ]+\w+[ .]*"
    r"|which[ ](?:leaves|keeps|gives|makes)\b[^?]*"
    r"|(?:keep|keeps|keeping|preserv\w+|leav\w+|not)\b[^?]*"
    r"|(?:the[ ]+)?\w+[ ]+(?:is|are|stays?|remains?)\b[^?]*|(?:the[ ]+)?\w+[ ]+(?:kept|unchanged|"
    r"untouched|preserved)[ .]*)",
    re.IGNORECASE,
)


def claim_of(text: str, kind: str) -> Claim | None:
    """What a comment says of the axis of a `kind` of operation, as a whole or in one part of it."""
    whole = sentence_claim(text, kind) or placement_claim(text, kind)
    if whole is None and kind == "reduce" and (batch := _batch_word(text)) is not None:
        return Claim(frozenset({"batch"}), batch["word"], batch.start("word"))
    if whole is not None or ("," not in text and ";" not in text):
        return whole
    claims = []
    for part in _PART.finditer(text):
        claim = sentence_claim(part.group(), kind) if says_action(part.group(), kind) else None
        claim = claim or placement_claim(part.group(), kind)
        if claim is not None:
            claims.append(replace(claim, start=claim.start + part.start()))
        elif not _is_left_alone(part.group()):
            return None
    return claims[0] if len(claims) == 1 else None


def _is_left_alone(part: str) -> bool:
    """Whether a part of a sentence says that nothing is done to a side."""
    if not _LEFT_ALONE.fullmatch(part):
        return False
    return not any(says_action(part, kind) for kind in ACTIONS)


_SAID = late.compiled(
    r"[#\s]*(?:(?:then|now|and|next|finally|take|takes|taking|compute|computes|calculate|get|gets"
    r"|return|returns|the|we)[ ]+)*"
    r"(?:sum|sums|summed|summing|average|averages|averaged|averaging|avg|mean|max|maximum|min"
    r"|minimum|reduce|reduces|reduced)(?:[ ]+(?:up|out|of|it|them|all|the|taken|is|loss|losses"
    r"|errors?|values?|result)){0,4}[ ]+(?:over|across|along)[ ]+(?:(?:the|whole|entire)[ ]+)*"
    r"(?P<word>batch)(?:[ ]+(?:axis|dim|dimension))?[\s.;:!]*",
    re.IGNORECASE,
)


def _batch_word(text: str) -> re.Match[str] | None:
    """The match of a comment that says no more than that the batch is reduced."""
    return _SAID.fullmatch(text) if "atch" in text else None
