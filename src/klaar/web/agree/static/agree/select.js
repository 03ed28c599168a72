/* Words selected in the text are put in the field that asks for them; without this they are copied by hand. */
"use strict";
document.addEventListener("selectionchange", () => {
  const field = document.querySelector("[data-selected-from]");
  const selection = document.getSelection();
  if (!field || !selection || selection.isCollapsed) return;
  const text = document.getElementById(field.dataset.selectedFrom);
  if (text && text.contains(selection.anchorNode) && text.contains(selection.focusNode)) {
    field.value = selection.toString();
  }
});
