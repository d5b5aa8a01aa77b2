"""Stub of Pyramid's view decorator."""


def view_config(**_options):
    return lambda function: function
