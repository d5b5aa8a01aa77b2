from .plain import prepare

__all__ = ["prepare"]
