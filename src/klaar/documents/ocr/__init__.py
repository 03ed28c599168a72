"""Pictures of pages become words, with Tesseract where it is installed."""
