"""Write a file whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_whole(out: Path, content: bytes) -> None:
    """Write a file; a failure leaves an existing one as it was and no half of a new one.

    Raises `OSError` where the folder is missing or cannot be written to.
    """
    with tempfile.NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(out)
        except BaseException:
            temporary.unlink()
            raise
