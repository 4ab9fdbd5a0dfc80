"""Keep files as they were handed in: under a name that is only a name, and not too many of them."""

import base64
import binascii
import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from dashboard.drafting.bench import Draft
from dashboard.drafting.errors import DraftingError
from geodata.files.writing import write_whole
from geodata.intake.limits import MAX_BYTES

#: All files of one draft together: a plan's year is a few of them.
MAX_TOGETHER = 4 * MAX_BYTES
_LONGEST = 100
_UNFIT = re.compile(r"[^\w .()-]+")


def file_name(text: str) -> str:
    """Return the name of a file as it may be written: no folder, no sign that means something."""
    last = PurePosixPath(PureWindowsPath(text).name).name
    plain = _UNFIT.sub("_", last).strip(" .")
    stem, suffix = Path(plain).stem, Path(plain).suffix
    if not stem or not suffix:
        raise DraftingError("no_name", name=text[:_LONGEST])
    return stem[: _LONGEST - len(suffix)] + suffix


def content_of(upload: str) -> bytes:
    """Return what `dcc.Upload` sends, a data address, as bytes; raise `DraftingError` for else."""
    _, mark, packed = upload.partition(";base64,")
    try:
        content = base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError) as error:
        raise DraftingError("no_content") from error
    if not mark or not content:
        raise DraftingError("no_content")
    return content


def keep(draft: Draft, name: str, content: bytes) -> str:
    """Write a file that was handed in; return the name that it has now.

    A later file of one name takes the place of the earlier: that is how a mistake is mended.
    Raises `DraftingError` for a file that is too large, alone or with the others.
    """
    own = file_name(name)
    if len(content) > MAX_BYTES:
        raise DraftingError("too_large", name=own, most=MAX_BYTES // 1_000_000)
    others = sum(file.stat().st_size for file in draft.files.iterdir() if file.name != own)
    if others + len(content) > MAX_TOGETHER:
        raise DraftingError("too_many", most=MAX_TOGETHER // 1_000_000)
    write_whole(draft.files / own, content)
    return own
