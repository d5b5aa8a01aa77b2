"""Stub of pydantic: a model converts its fields to int where they are declared so, and refuses what is none."""


class BaseModel:
    def __init__(self, **values):
        for name, kind in type(self).__annotations__.items():
            value = values[name] if name in values else getattr(type(self), name)
            setattr(self, name, int(value) if kind is int else value)
