"""OpenDocument text, as LibreOffice writes it."""
