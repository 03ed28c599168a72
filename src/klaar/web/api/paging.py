"""A long list page by page."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Schema

Record = dict[str, Any]


class Paging(Schema):
    """Which page, and how long one is."""

    page: int = Field(1, ge=1, le=1_000_000, description="Which page, from 1.")
    page_size: int = Field(50, ge=1, le=200, alias="pageSize", description="How many things on a page.")


class Page(Schema):
    """One page of a list: how many things there are in all, and the addresses of the pages beside it."""

    total: int = Field(ge=0, description="How many there are on all pages together.")
    page: int = Field(ge=1)
    page_size: int = Field(ge=1)
    next: str | None = Field(None, description="The address of the next page, null on the last.")
    previous: str | None = Field(None, description="The address of the page before, null on the first.")


def paged(
    request: HttpRequest, rows: "QuerySet[Any] | Sequence[Any]", paging: Paging, make: Callable[[Any], Record]
) -> Record:
    """The page that was asked for; after the last one there is nothing on it."""
    total = rows.count() if isinstance(rows, QuerySet) else len(rows)
    start = (paging.page - 1) * paging.page_size
    items = [make(row) for row in rows[start : start + paging.page_size]] if start < total else []
    return {
        "total": total,
        "page": paging.page,
        "page_size": paging.page_size,
        "next": _address(request, paging.page + 1) if start + paging.page_size < total else None,
        "previous": _address(request, paging.page - 1) if paging.page > 1 else None,
        "items": items,
    }


def _address(request: HttpRequest, page: int) -> str:
    kept = [(key, value) for key, values in request.GET.lists() for value in values if key != "page"]
    return f"{request.path}?{urlencode([*kept, ('page', page)])}"
