"""The page through typst, which tags it too: the twin ours is measured against."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.pdf_content import Content
from reports.pdf import typeface

_FONTS = Path(typeface.__file__).parent / "fonts"
_TEMPLATE = Path(__file__).parent / "pdf_typst.typ"


@cache
def _compiler() -> Any:  # noqa: ANN401 - typst is not among the libraries the types are checked with
    typst = import_module("typst")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(_FONTS)])
    return typst.Compiler(str(_TEMPLATE), font_paths=fonts)


def typst(content: Content) -> bytes:
    """The content as a PDF, tagged for PDF/UA-1."""
    inputs = {"content": json.dumps(content.plain())}
    made = _compiler().compile(format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"])
    return bytes(made)
