"""The SDK's web adapter can be imported on every OpenSSL."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from skill.alexa.oscrypto_fix import _RIGHT, _WRONG

WITHOUT_THE_FIX = "import ask_sdk_webservice_support.webservice_handler"
WITH_THE_FIX = f"""
from skill.alexa.oscrypto_fix import ensure_importable
ensure_importable()
ensure_importable()
{WITHOUT_THE_FIX}
from ask_sdk_webservice_support.verifier import RequestVerifier, TimestampVerifier
from oscrypto._openssl._libcrypto import libcrypto_version
print(libcrypto_version)
"""
AFTER_A_FAILED_TRY = f"""
try:
    {WITHOUT_THE_FIX}
except Exception:
    pass
{WITH_THE_FIX}
"""
WITH_CFFI = f"""
import oscrypto
oscrypto.backend()
{WITH_THE_FIX}
assert oscrypto.ffi() == "cffi"
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    """Run *program* in a new interpreter, where nothing has been imported yet."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "program",
    [WITH_THE_FIX, AFTER_A_FAILED_TRY, WITH_CFFI],
    ids=["at once", "after a failed import", "when oscrypto has settled on cffi"],
)
def test_the_adapter_and_the_verifiers_are_imported(program: str) -> None:
    done = run(program)

    assert done.stderr == ""
    assert re.fullmatch(r"\d+\.\d+\.\d+[a-z]*\n", done.stdout)


def test_the_fix_leaves_no_trace_for_other_programs() -> None:
    """The corrected code never gets into the bytecode cache of the installed package."""
    before = run(WITHOUT_THE_FIX)
    run(WITH_THE_FIX)
    after = run(WITHOUT_THE_FIX)

    assert (before.returncode, before.stderr) == (after.returncode, after.stderr)


@pytest.mark.parametrize("ffi", ["ctypes", "cffi"])
def test_the_line_to_correct_is_where_it_is_expected(ffi: str) -> None:
    spec = find_spec(f"oscrypto._openssl._libcrypto_{ffi}")

    assert spec is not None
    assert spec.origin is not None
    assert Path(spec.origin).read_bytes().count(_WRONG) == 1


@pytest.mark.parametrize(
    ("banner", "version"),
    [
        ("OpenSSL 3.0.19 27 Jan 2026", "3.0.19"),
        ("OpenSSL 3.5.4 30 Sep 2025", "3.5.4"),
        ("OpenSSL 4.0.3 1 Sep 2026", "4.0.3"),
        ("OpenSSL 10.11.12 1 Jan 2040", "10.11.12"),
        ("OpenSSL 1.1.1w  11 Sep 2023", "1.1.1w"),
    ],
)
def test_the_corrected_expression_reads_every_version(banner: str, version: str) -> None:
    expression = _RIGHT.decode().replace("\\\\", "\\")

    found = re.search(expression, banner)

    assert found is not None
    assert found.group(1) == version
