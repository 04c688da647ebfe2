"""Lines of JSON (NDJSON), as uploads take them and as they come back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, Self, TypeVar


def _plain(value: Any) -> Any:
    """A value with every model in it as a dictionary."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


def ndjson(records: Iterable[Any]) -> bytes:
    """One line for each record, which is a model or a dictionary that may hold models."""
    return b"".join(json.dumps(_plain(record), ensure_ascii=False).encode() + b"\n" for record in records)


class Model(Protocol):
    """What every model can be made from."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self: ...  # noqa: D102


M = TypeVar("M", bound=Model)


def lines(content: bytes | str, model: type[M]) -> Iterator[M]:
    """The records of lines that came back, each as a model: `lines(content, AnsweredLine)`."""
    text = content.decode() if isinstance(content, bytes) else content
    return (model.from_dict(json.loads(line)) for line in text.split("\n") if line.strip())
