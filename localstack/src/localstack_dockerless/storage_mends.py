"""LocalStack 4.14.0 keeps objects in one fixed folder of /tmp: instances would share it, another
user's would be refused, and it would outlive them all.
"""

import os
import tempfile

from localstack.services.s3 import provider


def install() -> None:
    """Puts objects below TMPDIR, which the launcher removes at every stop."""
    provider.DEFAULT_S3_TMP_DIR = os.path.join(tempfile.gettempdir(), "s3")
