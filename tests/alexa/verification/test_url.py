"""Which addresses a certificate chain may come from."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skill.alexa.verification.url import MAX_URL_CHARS, canonical_chain_url
from skill.errors import VerificationError

CANONICAL = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem"

SPELLINGS = (
    "https://s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "HTTPS://s3.amazonaws.com/echo.api/echo-api-cert.pem",
    "https://S3.AMAZONAWS.COM/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com:/echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/../echo.api/echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api/./echo-api-cert.pem",
    "https://s3.amazonaws.com/echo.api//echo-api-cert.pem",
)
REFUSED = {
    "http://s3.amazonaws.com/echo.api/c.pem": "url-scheme",
    "ftp://s3.amazonaws.com/echo.api/c.pem": "url-scheme",
    "file:///echo.api/c.pem": "url-scheme",
    "//s3.amazonaws.com/echo.api/c.pem": "url-scheme",
    "s3.amazonaws.com/echo.api/c.pem": "url-scheme",
    "https:/s3.amazonaws.com/echo.api/c.pem": "url-host",
    "https:///echo.api/c.pem": "url-host",
    "https://s3.amazonaws.com.example.org/echo.api/c.pem": "url-host",
    "https://s3.amazonaws.com./echo.api/c.pem": "url-host",
    "https://example.org#.s3.amazonaws.com/echo.api/c.pem": "url-host",
    "https://127.0.0.1/echo.api/c.pem": "url-host",
    "https://[::1]/echo.api/c.pem": "url-host",
    "https://[/echo.api/c.pem": "url-malformed",
    "https://[": "url-malformed",
    "https://s3.amazonaws.com:80/echo.api/c.pem": "url-port",
    "https://s3.amazonaws.com:563/echo.api/c.pem": "url-port",
    "https://s3.amazonaws.com:99999/echo.api/c.pem": "url-port",
    "https://s3.amazonaws.com:abc/echo.api/c.pem": "url-port",
    "https://s3.amazonaws.com:-443/echo.api/c.pem": "url-port",
    "https://user@s3.amazonaws.com/echo.api/c.pem": "url-userinfo",
    "https://user:secret@s3.amazonaws.com/echo.api/c.pem": "url-userinfo",
    "https://@s3.amazonaws.com/echo.api/c.pem": "url-userinfo",
    "https://s3.amazonaws.com@example.org/echo.api/c.pem": "url-userinfo",
    "https://s3.amazonaws.com/echo.api/c.pem?": "url-query",
    "https://s3.amazonaws.com/echo.api/c.pem?a=1": "url-query",
    "https://s3.amazonaws.com/echo.api/c.pem#": "url-query",
    "https://s3.amazonaws.com/echo.api/c.pem#a": "url-query",
    "https://s3.amazonaws.com": "url-path",
    "https://s3.amazonaws.com/": "url-path",
    "https://s3.amazonaws.com/echo.api": "url-path",
    "https://s3.amazonaws.com/echo.api/": "url-path",
    "https://s3.amazonaws.com//echo.api/c.pem": "url-path",
    "https://s3.amazonaws.com/EcHo.aPi/c.pem": "url-path",
    "https://s3.amazonaws.com/echo-api/c.pem": "url-path",
    "https://s3.amazonaws.com/echo.apis/c.pem": "url-path",
    "https://s3.amazonaws.com/bucket/echo.api/c.pem": "url-path",
    "https://s3.amazonaws.com/echo.api/../c.pem": "url-path",
    "https://s3.amazonaws.com/echo.api/..": "url-path",
    "https://s3.amazonaws.com/echo.api/%2e%2e/bucket/c.pem": "url-path",
    "https://s3.amazonaws.com/echo.api/%2E%2E%2Fbucket/c.pem": "url-path",
    "https://s3.amazonaws.com/echo.api/..%2fbucket/c.pem": "url-path",
    "https://s3.amazonaws.com/echo.api/..\\bucket\\c.pem": "url-path",
    "https://s3.amazonaws.com/echo.api/..%5cbucket/c.pem": "url-path",
    "https://s3.amazonaws.com\\@example.org/echo.api/c.pem": "url-userinfo",
    "https://s3.amazonaws.com/echo.api/c;v=1.pem": "url-path",
    " https://s3.amazonaws.com/echo.api/c.pem": "url-malformed",
    "https://s3.amazonaws.com/echo.api/c.pem\n": "url-malformed",
    "https://s3.amazonaws.com/echo.api/a\tb.pem": "url-malformed",
    "https://s3.amazonaws.com/echo.api/c\x00.pem": "url-malformed",
    "https://ſ3.amazonaws.com/echo.api/c.pem": "url-malformed",
    "https://s3。amazonaws.com/echo.api/c.pem": "url-malformed",
    "": "url-malformed",
    CANONICAL.ljust(MAX_URL_CHARS + 1, "x"): "url-malformed",
}

ALMOST = st.lists(
    st.sampled_from(
        ["https:", "//", "/", "s3.amazonaws.com", ":443", ":", "echo.api", "..", ".", "%2e", "\\", "@", "?", "#", "a"]
    ),
    max_size=12,
).map("".join)


@pytest.mark.parametrize("url", SPELLINGS)
def test_all_spellings_of_one_address_are_one_key(url: str) -> None:
    assert canonical_chain_url(url) == CANONICAL


@pytest.mark.parametrize(("url", "reason"), REFUSED.items(), ids=lambda value: repr(value)[:70])
def test_any_other_address_is_refused(url: str, reason: str) -> None:
    with pytest.raises(VerificationError, match=rf"^{reason}$"):
        canonical_chain_url(url)


@settings(deadline=None)
@given(st.one_of(st.text(), ALMOST, ALMOST.map("https://s3.amazonaws.com/echo.api/{}".format)))
def test_whatever_is_accepted_stays_on_amazons_server_and_in_its_folder(url: str) -> None:
    try:
        canonical = canonical_chain_url(url)
    except VerificationError:
        return

    parts = urlsplit(canonical)
    assert (parts.scheme, parts.netloc) == ("https", "s3.amazonaws.com")
    assert parts.path.startswith("/echo.api/")
    assert not {"", ".", ".."} & set(parts.path.split("/")[1:])
    assert canonical_chain_url(canonical) == canonical
