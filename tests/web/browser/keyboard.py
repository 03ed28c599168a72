"""The steps of the other tests with the keyboard alone: Tab to get there, then Enter, Space or typing."""

from playwright.sync_api import Locator

MOST = 400
"""Tabs on one page before we say that something cannot be reached."""
_TARGET = (
    "const at = e.closest('label')?.control ?? e.closest('a, button, summary, input, select, textarea');"
)
_IS_HERE = f"e => {{ {_TARGET} return at === document.activeElement }}"
_SAME_GROUP = """e => { const now = document.activeElement;
  return e.type === 'radio' && now.type === 'radio' && now.name === e.name && now.form === e.form }"""
_IS_BEFORE = "e => !!(document.activeElement.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_PRECEDING)"
_IS_FAR = "e => document.activeElement === document.body && !!e.closest('#main')"
"""The first Tab of a page is the link "to the content"."""
_IS_BUTTON = "e => !!e.closest('button')"


def keyboard_alone(monkeypatch):
    """From now on no locator uses a mouse, nor puts anything in a field behind the page's back."""
    for name, how in {"click": _press, "check": _check, "fill": _type, "set_input_files": _choose}.items():
        monkeypatch.setattr(Locator, name, how)


def _go(target, here=_IS_HERE):
    """Press Tab, or Shift and Tab for what stands before, until the focus is there."""
    target.wait_for()
    if target.evaluate(_IS_FAR):
        target.page.keyboard.press("Tab")
        target.page.keyboard.press("Enter")
    key = "Shift+Tab" if target.evaluate(_IS_BEFORE) else "Tab"
    for _ in range(MOST):
        if target.evaluate(here):
            return
        target.page.keyboard.press(key)
    raise AssertionError(f"not to be reached with the keyboard: {target}")


def _press(target):
    _go(target)
    # The focus is there already; `press` of the locator also waits for the page to which this leads.
    target.press("Space" if target.evaluate(_IS_BUTTON) else "Enter")


def _check(target):
    if target.evaluate("e => e.type === 'radio'"):
        _go(target, _SAME_GROUP)
        for _ in range(20):
            if target.evaluate(_IS_HERE):
                break
            target.page.keyboard.press("ArrowDown")
    else:
        _go(target)
    if not target.is_checked():
        target.page.keyboard.press("Space")
    assert target.is_checked()


def _type(target, words):
    _go(target)
    target.page.keyboard.press("Control+A")
    target.page.keyboard.type(words)
    assert target.input_value() == words


def _choose(target, file):
    _go(target)
    with target.page.expect_file_chooser() as asked:
        target.page.keyboard.press("Enter")
    asked.value.set_files(file)
