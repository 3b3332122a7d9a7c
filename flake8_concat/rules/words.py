"""What people's names and comments say about axes: the words, and when they are a claim.

A name is read as its words (`merged_features_width`, `mergedWidth`, `MERGE_W`), a comment as
sentences. Both claim an axis only where nothing else can be meant: one axis, no negation, no word
that turns it into something else (`width_multiplier`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from flake8_concat import late

# word -> the axes it can mean. More than one: it is a claim against all the others only.
AXIS_WORDS: dict[str, frozenset[str]] = {
    word: frozenset(axes.split("|"))
    for axes, words in {
        "width": "width widths widthwise cols col column columns ncols ncol horizontal "
        "horizontally horiz",
        "height": "height heights hight heightwise rows row nrows nrow vertical vertically vert",
        "channels": "channel channels channelwise chan chans filters",
        "channels|features|depth": "depth depthwise",
        "channels|features": "feature features embedding embeddings hidden",
        "time|steps": "time temporal timestep timesteps step steps sequence seq tokens token",
        "batch": "batch batches sample samples",
    }.items()
    for word in words.split()
}
SHORT_WORDS: dict[str, frozenset[str]] = {
    "w": frozenset({"width"}),
    "h": frozenset({"height"}),
    "ww": frozenset({"width"}),
    "hh": frozenset({"height"}),
    "wd": frozenset({"width"}),
    "ht": frozenset({"height"}),
    "wid": frozenset({"width"}),
    "hgt": frozenset({"height"}),
    "ch": frozenset({"channels"}),
    "c": frozenset({"channels"}),
}
# Nouns that name things as often as they name an axis: "feature maps", "the hidden layer",
# "the batch". They claim an axis only beside a word such as "axis" or "along".
_WEAK = frozenset(
    "feature features embedding embeddings hidden time temporal timestep timesteps step steps "
    "sequence seq tokens token batch batches sample samples filters depth depthwise "
    "row rows nrow nrows col cols ncol ncols column columns".split()
)
LINES = frozenset("row rows nrow nrows col cols ncol ncols column columns".split())
_MOMENTS = frozenset("time timestep timesteps steps sequence tokens".split())
SIDES = ("width", "height")
_LONGEST = 1000  # characters of a sentence that is read

# What turns an axis word in a name into another thing than an axis.
_OTHER_THINGS = frozenset(
    "multiplier factor ratio scale attention attn position pos encoding encoder decoder conv "
    "kernel size sizes num n count number max min len length range shift offset index idx mask "
    "loss pred preds prediction predictions true target score scores logit logits weight weights "
    "bias stride strides coef gate gates branch head heads query key value start end half level "
    "not no non un without except but first last multi per data format order reduce "
    "reduction squeeze excite excitation se norm normalized sum mean avg average shuffle "
    "left right top bottom line lines sub super".split()
)
_ENDS = frozenset("left right top bottom first last".split())

ACTIONS: dict[str, frozenset[str]] = {
    kind: frozenset(words.split())
    for kind, words in {
        "concat": (
            "concat concats concatenate concatenates concatenated concatenating concatenation "
            "cat merge merges merged merging join joins joined joining joint stack stacks stacked "
            "stacking combine combines combined combining fuse fuses fused fusing fusion append "
            "appends appended appending stitch stitches stitched stitching splice splices spliced "
            "splicing glue glued union unite united attach attached place placed together "
            "doubles doubled"
        ),
        "split": "split splits splitted splitting slice slices sliced divide divides divided chunk "
        "chunks chunked cut cuts half halve halves halved halving",
        "reduce": (
            "mean means average averages averaged averaging avg sum sums summed summing max "
            "maximum min minimum reduce reduces reduced reducing reduction pool pools pooled "
            "pooling collapse collapsed aggregate aggregated"
        ),
        "softmax": "softmax softmaxed probability probabilities normalize normalise normalized "
        "normalised normalizes normalises attention",
        "crop": "crop crops cropped cropping trim trims trimmed cut cuts remove removes removed "
        "drop drops dropped shrinks",
        "pad": "pad pads padded padding zeropad extend extends extended grows widen widens",
        "pool": (
            "pool pools pooled pooling maxpool avgpool downsample downsamples downsampled "
            "downsampling reduce reduces reduced half halve halves halved halving shrink shrinks "
            "max average collapse collapses collapsed"
        ),
        "repeat": (
            "repeat repeats repeated repeating tile tiles tiled tiling roll rolls rolled shift"
        ),
        "upsample": (
            "upsample upsamples upsampled upsampling up enlarge enlarged stretch stretched "
            "double doubles doubled repeat repeated resize resized scale scaled expand expanded"
        ),
    }.items()
}
_ALL_ACTIONS = frozenset().union(*ACTIONS.values())

_NEGATION = late.compiled(
    r"\b(not|no|never|isn'?t|aren'?t|don'?t|doesn'?t|won'?t|can'?t|cannot|instead|rather|unlike|"
    r"without|except|neither|nor|wrong|was|were|used to|should|would|could|might|maybe|perhaps|"
    r"todo|fixme|xxx|if|unless|when|or|either|versus|vs|alternatively|previously|before|old|"
    r"bug|why|wrongly|mistake|avoid|assert|same(?![ ](?:maps?|image|input|layer)\b)|keep|keeps|"
    r"keeping|preserv\w+|equal|match\w*|differ\w*|left alone|unchanged|untouched|"
    r"channels?[ _-](?:first|last))\b|\?",
    re.IGNORECASE,
)

_WORD = late.compiled(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, small: `img_width`, `imgWidth`, `IMG_WIDTH2` -> img, width(, 2)."""
    return tuple(word.lower() for word in _WORD.findall(name))


@dataclass(frozen=True, slots=True)
class Claim:
    """An axis that someone believes to be used.

    axes:   what the word can mean
    word:   the word as written
    start:  where it stands in the text
    firm:   said so that it can only be the axis ("along the width"), not just a word in a name
    number: the axis itself, where that is what is said: "along axis 1"
    """

    axes: frozenset[str]
    word: str
    start: int = 0
    firm: bool = True
    number: int | None = None


def named_axis(name: str) -> Claim | None:
    """What a constant used as an axis says: `WIDTH_AXIS`, `HEIGHT`, `channel_dim`, `Axis.WIDTH`."""
    rest = [w for w in words_of(name) if w not in _AXIS_NOUNS and not w.isdigit()]
    if len(rest) != 1:
        return None
    axes = AXIS_WORDS.get(rest[0]) or SHORT_WORDS.get(rest[0])
    bare = len(words_of(name)) == 1  # `axis=ROWS` may mean what is left of them
    if axes is None or rest[0] in ("hidden", "embedding") or (bare and rest[0] in LINES):
        return None
    if bare and rest[0] in _WEAK | SHORT_WORDS.keys():
        return None
    return Claim(axes, name)


def letter_axis(name: str) -> Claim | None:
    """What a short name says that is certainly an axis: `W = 2`, `axis=W`."""
    words = [word for word in words_of(name) if not word.isdigit()]
    axes = AXIS_WORDS.get(words[0]) or SHORT_WORDS.get(words[0]) if len(words) == 1 else None
    return Claim(axes, name) if axes is not None and "hidden" not in words else None


_AXIS_NOUNS = frozenset("axis axes dim dims dimension ax index idx concat cat merge the a".split())
_ALONG = frozenset("along over across by on in axis axes dim dimension direction wise".split())


def name_claim(name: str, kind: str) -> Claim | None:
    """What the name of a result, layer or function says of the axis of a `kind` of operation.

    Firm where the name speaks of an axis or of the action (`concat_width`, `along_height`); a
    bare `features_width` is not.
    """
    words = words_of(name)
    found: list[tuple[str, frozenset[str]]] = []
    along = any(word in _ALONG for word in words)
    ends = _ENDS if kind in ("split", "crop", "pad") else frozenset()
    acting = any(word in ACTIONS[kind] or word in ends for word in words)
    for before, word in zip(("", *words), words, strict=False):
        axes = AXIS_WORDS.get(word)
        counted = before.isdigit()  # `inception_3c_concat`, `block4h`
        if axes is None and word in SHORT_WORDS and (along or acting) and not counted:
            axes = SHORT_WORDS[word]
        weak = word in _WEAK and not along and not (acting and word in LINES)
        weak = weak and not (word == "depth" and _DEPTH_CONCAT.issuperset(words))
        if axes is not None and not weak:
            found.append((word, axes))
    if not along and len({axes for _, axes in found}) != 1:
        found = [(word, axes) for word, axes in found if word not in _WEAK]
    strong = [pair for pair in found if pair[0] not in _WEAK] or found
    if len({axes for _, axes in strong}) != 1:
        return None
    rest = words[1:] if words[0] in _WHERE and acting else words
    if any(word in _OTHER_THINGS - ends and word not in ACTIONS[kind] for word in rest):
        return None
    word, axes = strong[0]
    if kind == "softmax" and acting and len(words) == 2 and word not in _WEAK:
        return Claim(axes, word)  # `softmax_channels`
    if kind in ("reduce", "softmax"):  # "the mean of the widths" or "the mean over the width"?
        return Claim(axes, word) if along and not _is_each(name, kind) else None
    # `concat_rows`; `rows_concat`, `merged_rows` may as well join what was made of the rows
    joins_lines = kind == "concat" and len(words) == 2 and words[0] in _JOIN
    return Claim(axes, word, firm=along or (acting and (word not in LINES or joins_lines)))


# `decoder_concat_width`: where in the network
_WHERE = ("encoder", "decoder")
_JOIN = frozenset("concat concatenate join merge cat".split())
# What GoogLeNet calls the join of its branches. Beside other words, `depth` is a picture's.
_DEPTH_CONCAT = frozenset("depth concat concats concatenate concatenated concatenation".split())


def _is_each(text: str, kind: str) -> bool:
    """Whether `channel-wise`, "channels are averaged" can mean each channel by itself."""
    if kind == "reduce" and "wise" in words_of(text):
        return True
    return kind in ("reduce", "softmax") and bool(_BECOMES.search(text))


_BECOMES = late.compiled(r"\w[ ](?:is|are|gets?)[ ]\w")


_AXIS = r"(?P<word>" + "|".join(sorted((*AXIS_WORDS, *SHORT_WORDS), key=len, reverse=True)) + ")"
_ARTICLE = r"(?:(?:all|the|their|its|a|an|image|spatial|same)[ ]+)*"
_NOUN = r"(?:ax[ie]s|dims?|dimensions?|direction\b)"
_VERBS = "|".join(sorted(_ALL_ACTIONS - {"up", "joint", "cut", "cuts"}, key=len, reverse=True))
# "a depthwise convolution" is a kind of layer; so is "a depthwise 3x3 conv"
_NO_LAYER = (
    r"(?![ ]+(?:(?:[^\W\d]*\d[\w×-]*|dilated|strided|causal|spatial)[ ]+){0,3}"
    r"(?:sep[ae]rable|conv|filter|block|layer|kernel|stage|multiplier|attention|op\b))"
)

# What may follow where the axis is all that is meant: "crop the width by 4", "along width only"
_END = (
    r"(?![ -]+(?!(?:by|from|to|into|in[ ](?:two|half|halves)|with|only|on|at|of[ ](?:\d|zeros)"
    r"|using|and[ ]then|then|so|before|after)\b)\w)"
)

_SOME = r"(?:(?:\d+|one|two|three|four|outer)[ ]+)?"
_MORE = r"(?:(?:new|extra|additional|second|fourth)[ ])?"

# How a sentence speaks of an axis. `strict` ones need no more; the others name a thing as often.
_PHRASES: tuple[tuple[str, bool], ...] = (
    (
        rf"\b(?:along|over|across|on|in|by|at|to|through)[ ]+{_ARTICLE}{_AXIS}[ -]{_NOUN}\b",
        True,
    ),
    (rf"\b(?:along|alongside)[ ]+{_ARTICLE}{_AXIS}\b(?![ -]+(?:{_NOUN}|of|map))", True),
    (rf"\b{_AXIS}[ _-]{_NOUN}\b", True),
    (rf"\b{_NOUN}[ ]?(?:=|is|:)?[ ]?['\"(]?{_AXIS}\b", False),
    (rf"\b{_NOUN},?[ ](?:which|that)[ ](?:is|means)[ ]{_ARTICLE}{_AXIS}\b(?![ -]\w)", True),
    (rf"\w[ ][(]{_AXIS}[)][\s.]*\Z", False),
    (rf"[(]{_AXIS}[)][ ]{_NOUN}\b", True),  # "the last (feature) axis"
    (rf"\b(?:along|over|across|on|in)[ ](?:\w+[ ]){{0,2}}{_NOUN}[ ][(]{_AXIS}[)]", True),
    (rf"\bax[ie]s[ ]?=?[ ]?-?\d[ ]*(?:is|=|:|,(?:[ ]i\.e\.)?|-+|[(])[ ]*{_ARTICLE}{_AXIS}\b", True),
    (rf"\b{_AXIS}[ -]?wise\b{_NO_LAYER}", True),
    (
        r"\b(?P<word>horizontally|vertically|widthwise|heightwise|channelwise|depthwise)\b"
        + _NO_LAYER,
        False,
    ),
    (rf"\b(?:over|across|by)[ ]+{_ARTICLE}{_AXIS}(?:[ ]steps?)?\b{_END}", False),
    (rf"\b(?:{_VERBS}|add)[ ]+(?:out[ ]+)?(?:only[ ]+)?(?:the[ ]+)?{_SOME}{_AXIS}\b{_END}", False),
    (rf"\b{_AXIS}[ ](?:shrinks|grows)\b", False),
    (rf"\b(?:{_VERBS})[ ]+(?:\w+[ ]+){{0,4}}(?:on|in)[ ]+{_ARTICLE}{_AXIS}\b{_END}", False),
    (rf"\b{_AXIS}[ -](?:concat|concatenation|merge|join|stack|stacking|fusion)\b", False),
    (rf"\bas[ ](?:(?:an?|the)[ ])?{_MORE}(?P<word>channels?)\b", False),  # "as a new channel"
    (rf"\b{_AXIS}[ ](?:is|are|gets?)[ ](?:{_VERBS})\b{_END}", False),  # "the width is halved by 2"
)


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The same compiled, which takes longer than most files have need of."""
    return tuple((re.compile(text, re.IGNORECASE), any_word) for text, any_word in _PHRASES)


_WORDS = late.compiled(r"[A-Za-z]+")
_SPOKEN = AXIS_WORDS.keys() | SHORT_WORDS.keys()
# a comment of this one word: what is done along it
_ALONE = late.compiled(
    r"[#\s]*\(?(?:the[ ])?"
    r"(?P<word>width|height|horizontal(?:ly)?|vertical(?:ly)?|channels?)[)\s.!]*",
    re.IGNORECASE,
)


# sizes by their names: `batch_size * embedding_dim`, `(batch_size, embedding_dim)`
_SIZES = late.compiled(r"\w+(?:[ ]*[*×][ ]*\w+)+|[(\[][\w ?.-]+(?:,[\w ?.*/+-]+)+,?[)\]]")


def mentions_axis(text: str) -> bool:
    """Whether a text has a word for an axis at all: a quick look."""
    words = _WORDS.findall(text.lower())
    if ("left" in words and "right" in words) or ("top" in words and "bottom" in words):
        return True
    return not _SPOKEN.isdisjoint(words) or any(word.endswith("wise") for word in words)


@lru_cache(maxsize=256)  # each kind of operation asks
def _phrases_in(text: str) -> list[tuple[int, str, str, bool, bool]]:
    """The phrases about an axis in a text, but for lists of sizes.

    Of each: where its word stands, the word, the whole, whether any word counts in it, and whether
    "axis" or the like follows.
    """
    shapes = [match.span() for match in _SIZES.finditer(text)]
    return [
        (
            match.start("word"),
            match["word"],
            match.group(),
            any_word,
            _NOUN_AFTER.match(text, match.end("word")) is not None,
        )
        for phrase, any_word in _phrases()
        for match in phrase.finditer(text)
        if not any(start <= match.start("word") < end for start, end in shapes)
    ]


# The features of a table are counted along an axis of their own, each with an embedding.
_OF_TABLES = late.compiled(
    r"\b(?:numeric|numerical|categorical|tabular|sparse|field)[ _-]+features?\b", re.IGNORECASE
)


# A convolution beside which a map is padded or pooled.
_DEPTHWISE = late.compiled(r"\bdepth-?wise\b", re.IGNORECASE)
_EDGES = frozenset("add border borders margin margins".split())
_OF_SIDES = ("crop", "pad", "pool", "upsample")
_PARTS_OF_NETS = r"(?:blocks?|layers|modules|stages|levels|cells|units|networks|models)"
# How a network is drawn: "convolutional blocks vertically stacked", "vertically stacked layers".
_DRAWN = late.compiled(
    rf"\b{_PARTS_OF_NETS}[ ]+(?:\w+[ ]+){{0,2}}(?:vertically|horizontally)\b"
    rf"|\b(?:vertically|horizontally)[ -]+stacked[ ]+(?:\w+[ ]+){{0,2}}{_PARTS_OF_NETS}\b",
    re.IGNORECASE,
)


def sentence_claim(text: str, kind: str) -> Claim | None:
    """What a comment or docstring line says of the axis of a `kind` of operation.

    None where it speaks of two axes, of another operation, or of what is not done.
    """
    if not mentions_axis(text) or is_denied(text):
        return None
    if _OF_TABLES.search(text) or ("stack" in text.lower() and _DRAWN.search(text)):
        return None
    ends = kind in ("crop", "pad") and (
        says_action(text, kind) or not _EDGES.isdisjoint(words_of(text))
    )
    both = _both_ends(text) if ends else None
    if both is not None:
        return both
    claims: dict[int, Claim] = {}
    alone = _ALONE.fullmatch(text) if kind != "reduce" else None
    if alone is not None:
        return Claim(AXIS_WORDS[alone["word"].lower()], alone["word"], alone.start("word"))
    for start, word, phrase, any_word, noun in _phrases_in(text):
        small = word.lower()
        if _is_each(phrase, kind) or (kind in _OF_SIDES and _DEPTHWISE.search(text)):
            continue
        if small in SHORT_WORDS and len(small) < 3 and not (any_word and noun):
            rest = text[start + len(word) :].partition("#")[0]  # a remark for a linter may follow
            ends = not _WORDS.search(rest)
            on = word.isupper() and " on " in phrase  # "concat on W"
            if not (ends and (on or phrase.lower().startswith("along"))):
                continue
        if small in _WEAK and not (any_word or _meant(small, phrase, kind)):
            continue
        axes = AXIS_WORDS.get(small) or SHORT_WORDS[small]
        claims[start] = Claim(axes, word, start)
    if not claims or len({claim.axes for claim in claims.values()}) != 1:
        return None
    claim = claims[min(claims)]
    words = {word.lower() for word in _WORDS.findall(_SIZES.sub("", text))}
    spoken = {AXIS_WORDS[word] for word in words if word in AXIS_WORDS and word not in _WEAK}
    if any(other != claim.axes for other in spoken):
        return None
    acts = {k for k, verbs in ACTIONS.items() if not words.isdisjoint(verbs)}
    if acts and kind not in acts:
        return None
    return claim if len(acts) < 2 or _in_its_clause(text, claim.start, kind) else None


_CLAUSES = late.compiled(r"[,;:]|\bthen\b", re.IGNORECASE)


def _in_its_clause(text: str, start: int, kind: str) -> bool:
    """Whether the part of a sentence with its axis is about a `kind` of operation.

    "up-sample, then glue the skip on along the channels" says nothing of the first.
    """
    ends = [0, *(match.start() for match in _CLAUSES.finditer(text)), len(text)]
    first = max(end for end in ends if end <= start)
    words = words_of(text[first : min(end for end in ends if end > start)])
    acts = {k for k, verbs in ACTIONS.items() if not verbs.isdisjoint(words)}
    return not acts or kind in acts


# "pad the left and right borders", "10 columns on the left and 4 on the right": both ends of a side
_BETWEEN_ENDS = (
    r"[ ]*(?:and|/|&|,)(?:[ ]*(?:\d+|px|pixels?|columns?|rows?|from|on|at|to|by|of|the)\b)*[ ]*"
)
_BOTH_ENDS = late.compiled(
    rf"\b(?:(?P<width>left{_BETWEEN_ENDS}right|right{_BETWEEN_ENDS}left)"
    rf"|(?P<height>top{_BETWEEN_ENDS}bottom|bottom{_BETWEEN_ENDS}top))\b",
    re.IGNORECASE,
)


def _both_ends(text: str) -> Claim | None:
    """The side whose two ends a comment speaks of, if it speaks of one."""
    found = {match.lastgroup: match for match in _BOTH_ENDS.finditer(text)}
    if len(found) != 1:
        return None
    ((side, match),) = found.items()
    return Claim(frozenset({str(side)}), match.group(), match.start())


def is_denied(text: str) -> bool:
    """Whether a text speaks of what is not done, or may be done otherwise; or is very long."""
    return len(text) > _LONGEST or _NEGATION.search(text) is not None


def says_action(text: str, kind: str) -> bool:
    """Whether a text has a word for what a `kind` of operation does."""
    return not ACTIONS[kind].isdisjoint(words_of(text))


_NUMBERED = late.compiled(
    rf"(?:\bax[ie]s[ ]+)?(?<![\w.])(?P<axis>-?\d)[ ]*(?:=|:|is|->|→|-)[ ]*(?:the[ ]+)?{_AXIS}\b",
    re.IGNORECASE,
)
_BETWEEN = late.compiled(r"[#\s,;/()\[\].]*(?:and\b|ax[ie]s\b)?[#\s,;:/()\[\].]*", re.IGNORECASE)


def numbers_axes(text: str) -> bool:
    """Whether a text may be a list of numbered axes: a quick look."""
    return len(text) <= _LONGEST and _NUMBERED.search(text) is not None


def numbered_claim(text: str, axis: int, rank: int) -> Claim | None:
    """What a list of numbered axes says of one: `# 0 = batch, 1 = width, 2 = height`."""
    if len(text) > _LONGEST or not mentions_axis(text):
        return None
    here, found = 0, None
    for match in _NUMBERED.finditer(text):
        if not _BETWEEN.fullmatch(text, here, match.start()):
            return None
        here = match.end()
        small = match["word"].lower()
        if int(match["axis"]) % rank == axis and -rank <= int(match["axis"]) < rank:
            if found is not None:
                return None
            axes = AXIS_WORDS.get(small) or SHORT_WORDS[small]
            found = Claim(axes, match["word"], match.start("word"))
    return found if _BETWEEN.fullmatch(text, here) else None


_COUNTED = late.compiled(
    r"[#\s]*(?P<words>(?:[a-z]+[ ]+){1,6})(?:along|on|over|at|across|in|by)[ ]+(?:the[ ]+)?"
    r"(?:axis|dim(?:ension)?)[ ]?[=:#]?[ ]?(?P<axis>-?\d)[\s.)]*",
    re.IGNORECASE,
)


def counted_axis(text: str, kind: str) -> tuple[int, int] | None:
    """Which axis a comment says by its number for a `kind` of operation, and where that stands.

    Only where it says nothing else: `# concat along axis 1`.
    """
    if ("ax" not in text and "dim" not in text) or len(text) > _LONGEST:
        return None
    match = _COUNTED.fullmatch(text)
    if match is None or _NEGATION.search(text):
        return None
    words = set(match["words"].lower().split())
    acts = {k for k, verbs in ACTIONS.items() if not words.isdisjoint(verbs)}
    return (int(match["axis"]), match.start("axis")) if acts == {kind} else None


# What two parts are called -> the axis along which they lie beside each other.
_PARTS: dict[frozenset[str], str] = {
    frozenset({"left", "right"}): "width",
    frozenset({"top", "bottom"}): "height",
    frozenset({"upper", "lower"}): "height",
}


def parts_claim(names: Iterable[str]) -> Claim | None:
    """What the names of the parts say of the axis of a split: `left, right`, `top, bottom`."""
    words = [words_of(name) for name in names]
    if len(words) != 2 or not all(words):
        return None
    ends = [[word for word in name if word in _ENDS | {"upper", "lower"}] for name in words]
    if any(len(found) != 1 for found in ends):
        return None
    axis = _PARTS.get(frozenset({ends[0][0], ends[1][0]}))
    return Claim(frozenset({axis}), ends[0][0], firm=False) if axis else None


def _meant(word: str, phrase: str, kind: str) -> bool:
    """Whether a word that is often a noun is an axis here: "crop rows", "softmax over time"."""
    if word in LINES:
        over = kind in ("concat", "softmax") and phrase.lower().startswith(("over", "across"))
        return over or kind in ("crop", "pad", "upsample")
    if word == "batch":
        # a mean over the batch is often taken on the line below
        one = kind in ("concat", "softmax", "split")
        return one and phrase.lower().startswith(("over", "across"))
    if word == "depth":  # "stack the feature maps (depth)"
        return kind == "concat" and phrase.rstrip(" .").endswith("(depth)")
    return word in _MOMENTS and phrase.lower().startswith(("over", "across"))


_NOUN_AFTER = late.compiled(rf"[ _-]{_NOUN}", re.IGNORECASE)


def spoken_word(axis: str, like: str) -> str:
    """The word for an axis, written like the word it replaces: case, adverb or noun."""
    small = like.lower()
    word = axis
    if "left" in small or "top" in small:
        word = {"width": "left and right", "height": "top and bottom"}.get(axis, axis)
    elif small in ("horizontally", "vertically", "horizontal", "vertical"):
        stem = {"width": "horizontal", "height": "vertical"}.get(axis)
        if stem is not None:
            word = stem + ("ly" if small.endswith("ly") else "")
    elif small in ("wide", "tall", "high"):
        word = {"width": "wide", "height": "tall"}.get(axis, axis)
    elif small in ("w", "h", "c") and axis in ("width", "height", "channels"):
        word = axis[0]
    elif small in ("rows", "row", "col", "cols", "column", "columns") and axis in SIDES:
        plural = small.endswith("s")
        word = ("row" if axis == "height" else "column") + ("s" if plural else "")
    elif axis == "channels" and small.rstrip("s") == small:
        word = "channel"
    if like.isupper() and (len(like) > 1 or len(word) == 1):
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word
