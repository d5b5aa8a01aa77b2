from .careful import prepare

__all__ = ["prepare"]
