"""Values of the thinking as JSON and back, by their types: dataclasses, enums, dates, tuples, unions with None."""

import dataclasses
import json
import types
from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def encode(value: object) -> str:
    """The value as JSON; dataclasses become objects without the fields that hold their defaults."""
    return json.dumps(value, default=_plain, ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """The value of that type. Raises ValueError, TypeError or KeyError for what `encode` did not write."""
    value: T = _reader(cast("Hashable", kind))(json.loads(text))
    return value


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: present
            for field in dataclasses.fields(value)
            if (present := getattr(value, field.name)) != _default(field)
        }
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _default(field: dataclasses.Field[Any]) -> Any:
    return field.default if field.default_factory is dataclasses.MISSING else field.default_factory()


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """How to read a JSON value as that type."""
    if isinstance(kind, NewType):
        return _reader(kind.__supertype__)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (inner,) = (one for one in get_args(kind) if one is not types.NoneType)
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if origin is tuple:
        parts = get_args(kind)
        if parts[-1] is Ellipsis:
            read_one = _reader(parts[0])
            return lambda value: tuple(read_one(one) for one in value)
        readers = [_reader(part) for part in parts]
        return lambda value: tuple(read(one) for read, one in zip(readers, value, strict=True))
    if origin is Mapping:
        read_key, read_entry = (_reader(part) for part in get_args(kind))
        return lambda value: {read_key(key): read_entry(one) for key, one in value.items()}
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        fields = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
        make = cast(Callable[..., Any], kind)
        return lambda value: make(**{name: fields[name](one) for name, one in value.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (datetime, date, time):
        return kind.fromisoformat  # type: ignore[no-any-return]
    return lambda value: value
