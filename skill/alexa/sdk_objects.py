"""From JSON to ask-sdk's objects: what the SDK does not know or cannot read is left out, and the rest is read.

Amazon adds values to its enums at any time, and the SDK refuses a whole request for one of them, also in a field that
nobody reads (docs/alexa-platform.md, "Envelopes"). A patient's words must not be lost with it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer

MOST_READERS = 2048
_LIST, _DICT = "list[", "dict(str, "


class _Unreadable(Exception):
    """A value is none of the kind that is wanted."""


Reader = Callable[[Any], Any]
"""Returns a value of the SDK's for a JSON value. Raises `_Unreadable` when it is none."""


def read_object(payload: object, kind: type) -> Any:  # noqa: ANN401 - an object of the SDK's
    """Return the object of the SDK's class *kind* in *payload*, parsed JSON; None when it is none at all."""
    try:
        return _model_reader(kind)(payload)
    except _Unreadable:
        return None


def _may_be_none(read: Reader) -> Reader:
    return lambda value: None if value is None else read(value)


@lru_cache(maxsize=MOST_READERS)
def _reader_of(name: str) -> Reader:
    """Return what reads values of the type that the SDK calls *name*, null included."""
    if name.startswith(_LIST):
        return _may_be_none(_list_reader(_reader_of(name.removeprefix(_LIST).removesuffix("]"))))
    if name.startswith(_DICT):
        return _may_be_none(_dict_reader(_reader_of(name.removeprefix(_DICT).removesuffix(")"))))
    return _may_be_none(_NATIVE.get(name) or _class_reader(name))


def _class_reader(name: str) -> Reader:
    """Return what reads the SDK's class called *name*; it is looked up when first needed, for some hold themselves."""

    def read(value: Any) -> Any:  # noqa: ANN401
        return _class_readers(name)(value)

    return read


@lru_cache(maxsize=MOST_READERS)
def _class_readers(name: str) -> Reader:
    kind = class_called(name)
    return _enum_reader(kind) if issubclass(kind, Enum) else _model_reader(kind)


@lru_cache(maxsize=MOST_READERS)
def class_called(name: str) -> Any:  # noqa: ANN401 - a class of the SDK's
    """Return the SDK's class called *name*."""
    return DefaultSerializer()._DefaultSerializer__load_class_from_name(name)  # type: ignore[attr-defined]


@lru_cache(maxsize=MOST_READERS)
def _model_reader(kind: Any) -> Reader:  # noqa: ANN401
    """Return what reads objects of the class *kind*, or of that child of it which the JSON names."""
    child_of = getattr(kind, "get_real_child_model", None)
    if child_of is None:
        return _fields_reader(kind)

    def read(value: Any) -> Any:  # noqa: ANN401
        name = None
        with suppress(KeyError, TypeError, AttributeError):
            name = child_of(value)
        if name is None:
            raise _Unreadable
        return _fields_reader(class_called(name))(value)

    return read


@lru_cache(maxsize=MOST_READERS)
def _fields_reader(kind: Any) -> Reader:  # noqa: ANN401
    names: dict[str, str] = getattr(kind, "attribute_map", {})
    fields = [
        (field, names.get(field, field), _reader_of(type_name)) for field, type_name in kind.deserialized_types.items()
    ]

    def read(value: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, dict):
            raise _Unreadable
        made = kind()
        for field, key, read_field in fields:
            if key in value:
                with suppress(_Unreadable):
                    setattr(made, field, read_field(value[key]))
        return made

    return read


def _enum_reader(kind: type[Enum]) -> Reader:
    def read(value: Any) -> Enum:  # noqa: ANN401
        try:
            return kind(value)
        except ValueError:
            raise _Unreadable from None

    return read


def _list_reader(read_item: Reader) -> Reader:
    def read(value: Any) -> list[Any]:  # noqa: ANN401
        if not isinstance(value, list):
            raise _Unreadable
        items = []
        for item in (one for one in value if one is not None):
            with suppress(_Unreadable):
                items.append(read_item(item))
        return items

    return read


def _dict_reader(read_item: Reader) -> Reader:
    def read(value: Any) -> dict[str, Any]:  # noqa: ANN401
        if not isinstance(value, dict):
            raise _Unreadable
        items = {}
        for key, item in value.items():
            with suppress(_Unreadable):
                if item is not None:
                    items[key] = read_item(item)
        return items

    return read


def _text(value: Any) -> str:  # noqa: ANN401
    """Read a text, or a number where the SDK wants a text. One with half a character in it (a surrogate) is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise _Unreadable
    text = str(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _Unreadable from None
    return text


def _number(kind: type[int] | type[float]) -> Reader:
    def read(value: Any) -> float:  # noqa: ANN401
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise _Unreadable
        try:
            return kind(value)
        except (ValueError, OverflowError):
            raise _Unreadable from None

    return read


def _bool(value: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise _Unreadable
    return value


def _moment(value: Any) -> datetime:  # noqa: ANN401
    try:
        return datetime.fromisoformat(value)
    except (ValueError, TypeError):
        raise _Unreadable from None


def _day(value: Any) -> date:  # noqa: ANN401
    return _moment(value).date()


_NATIVE: dict[str, Reader] = {
    "str": _text,
    "int": _number(int),
    "long": _number(int),
    "float": _number(float),
    "bool": _bool,
    "datetime": _moment,
    "date": _day,
    "object": lambda value: value,
}
