"""The agreement as a Word document, with numbers, fields and contents as Word itself keeps them."""
