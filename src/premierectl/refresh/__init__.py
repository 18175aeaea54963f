"""Bringing the live layer up to date: ask the service, decide, write."""
