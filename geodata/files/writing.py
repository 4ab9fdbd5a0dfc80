"""Write a file whole or not at all."""

import os
import stat
import tempfile
from pathlib import Path


def write_whole(out: Path, content: bytes) -> None:
    """Write a file; a failure leaves an existing one as it was and no half of a new one.

    A link keeps pointing where it does, and an existing file its mode. Raises `OSError` where
    the folder is missing or cannot be written to.
    """
    target = out.resolve()
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644
    with tempfile.NamedTemporaryFile(
        dir=target.parent, prefix=f".{target.name}.", delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            temporary.unlink()
            raise
