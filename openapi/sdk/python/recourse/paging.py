"""Lists and feeds, page after page.

    for request in elements(recourse.requests.list_requests, overdue=True):
        ...

A list ends. So does a walk along a feed (`list_events`, `list_inbox`) when nothing more is there yet; the cursor to come back with is
that of the last page, which `pages` gives.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Protocol, TypeVar

P = TypeVar("P", bound="Page[Any]")
T = TypeVar("T")


class Page(Protocol[T]):
    """What every page of a list has."""

    @property
    def items(self) -> list[T]: ...  # noqa: D102

    @property
    def next_cursor(self) -> Any: ...  # noqa: D102


def _follows(page: Page[Any], cursor: str | None) -> str | None:
    """Where the next page starts, if there is one now."""
    following = page.next_cursor or None
    return following if page.items and following != cursor else None


def pages(operation: Callable[..., P], *path: str, cursor: str | None = None, **parameters: Any) -> Iterator[P]:
    """The pages of a list, from its beginning or from a cursor."""
    while True:
        page = operation(*path, **parameters, **({"cursor": cursor} if cursor else {}))
        yield page
        cursor = _follows(page, cursor)
        if cursor is None:
            return


def elements(operation: Callable[..., Page[T]], *path: str, cursor: str | None = None, **parameters: Any) -> Iterator[T]:
    """The elements of a list, fetched page by page as they are needed."""
    for page in pages(operation, *path, cursor=cursor, **parameters):
        yield from page.items


async def apages(
    operation: Callable[..., Awaitable[P]], *path: str, cursor: str | None = None, **parameters: Any
) -> AsyncIterator[P]:
    """The pages of a list of an `AsyncRecourse`."""
    while True:
        page = await operation(*path, **parameters, **({"cursor": cursor} if cursor else {}))
        yield page
        cursor = _follows(page, cursor)
        if cursor is None:
            return


async def aelements(
    operation: Callable[..., Awaitable[Page[T]]], *path: str, cursor: str | None = None, **parameters: Any
) -> AsyncIterator[T]:
    """The elements of a list of an `AsyncRecourse`."""
    async for page in apages(operation, *path, cursor=cursor, **parameters):
        for element in page.items:
            yield element
