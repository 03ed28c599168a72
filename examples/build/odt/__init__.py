"""The agreement as an OpenDocument text, with numbers counted by the word processor."""
