"""Histories from elsewhere: CSV files of promises, and the exports of ticket systems."""
