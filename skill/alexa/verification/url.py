"""Which addresses a certificate chain may come from."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import SplitResult, urlsplit

from skill.errors import VerificationError

HOST = "s3.amazonaws.com"
FOLDER = "/echo.api/"
PORT = 443
MAX_URL_CHARS = 512

_PRINTABLE = re.compile(r"[!-~]+")
_PATH = re.compile(r"[A-Za-z0-9._~/-]+")
"""No percent sign and no backslash: Amazon's names have never needed them, and disguises do."""


@lru_cache(maxsize=64)
def canonical_chain_url(url: str) -> str:
    """Return *url* in its one normal spelling, which serves as the key of every cache.

    Amazon's rules: https and s3.amazonaws.com in any case, port 443 or none, a path that begins with `/echo.api/`
    (in this case) once `.` and `..` are resolved. Stricter than Amazon asks: no user, query or fragment.
    Raise `VerificationError` for any other.
    """
    parts = _split(url)
    if parts.scheme != "https":
        raise VerificationError("url-scheme")
    if "@" in parts.netloc:
        raise VerificationError("url-userinfo")
    if parts.hostname != HOST:
        raise VerificationError("url-host")
    if _port(parts) not in (None, PORT):
        raise VerificationError("url-port")
    if "?" in url or "#" in url:
        raise VerificationError("url-query")
    path = posixpath.normpath(parts.path)
    if not _PATH.fullmatch(parts.path) or not path.startswith(FOLDER):
        raise VerificationError("url-path")
    return f"https://{HOST}{path}"


def _split(url: str) -> SplitResult:
    if len(url) > MAX_URL_CHARS or not _PRINTABLE.fullmatch(url):
        raise VerificationError("url-malformed")
    try:
        return urlsplit(url)
    except ValueError:
        raise VerificationError("url-malformed") from None


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        raise VerificationError("url-port") from None
