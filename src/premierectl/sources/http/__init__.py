"""Asking a service over https, politely and within limits."""
