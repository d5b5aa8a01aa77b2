"""Stub of its views."""


class APIView:
    request = None
