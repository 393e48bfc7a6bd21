"""Make `ask_sdk_webservice_support` importable on every OpenSSL.

Its verifier needs certvalidator, which needs oscrypto. oscrypto 1.3.0 cannot read an OpenSSL version with two digits in
a row, such as 3.0.19, and fails at import; the correction (wbond/oscrypto #75 and #78) was never released.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import find_spec, module_from_spec
from types import CodeType

import oscrypto
from oscrypto.errors import LibraryNotFoundError

_WRONG = rb"\\b(\\d\\.\\d\\.\\d[a-z]*)\\b"
_RIGHT = rb"\\b(\\d+\\.\\d+\\.\\d+[a-z]*)\\b"


def ensure_importable() -> None:
    """Load oscrypto's one offending module, corrected if this OpenSSL needs it. Doing it twice is fine.

    Call it before the first import of `ask_sdk_webservice_support.webservice_handler` or `.verifier`.
    """
    with suppress(RuntimeError):  # another part of oscrypto was imported earlier: its choice stands
        oscrypto.use_ctypes()  # cffi would parse C declarations at import, which takes 70 ms longer
    if oscrypto.backend() != "openssl":
        return
    offender = f"oscrypto._openssl._libcrypto_{oscrypto.ffi()}"
    try:
        import_module(offender)
    except LibraryNotFoundError:
        _load_corrected(offender)


def _load_corrected(name: str) -> None:
    found = find_spec(name)
    if found is None or found.origin is None:
        raise ImportError(f"{name} has no source to correct: install oscrypto from its wheel", name=name)
    loader = _CorrectingLoader(name, found.origin)
    module = module_from_spec(ModuleSpec(name, loader, origin=found.origin))
    loader.exec_module(module)
    sys.modules[name] = module


class _CorrectingLoader(SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        """Compile the corrected source, past the bytecode cache: that one belongs to the file as it is."""
        source = self.get_data(self.path).replace(_WRONG, _RIGHT)
        code: CodeType = self.source_to_code(source, self.path)
        return code
