"""A drawing as an image of points, for forms that take no SVG."""

_PAGE = """#set page(width: 1000pt, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)"""
_PPI = 160.0


def drawn(svg: str) -> bytes:
    """`svg` as a PNG, 1000 points wide."""
    import typst  # noqa: PLC0415

    fonts = typst.Fonts(include_system_fonts=False)
    made = typst.compile(
        _PAGE.encode("utf-8"), font_paths=fonts, format="png", ppi=_PPI, sys_inputs={"svg": svg}
    )
    assert isinstance(made, bytes)
    return made
