"""Stub of FastAPI: routes hand back their functions; the entry of a program calls them as FastAPI would."""

import heed_world


class UploadFile:
    @property
    def filename(self):
        return heed_world.line()

    async def read(self):
        return heed_world.body()


def File(default=None, **_options):
    return default


Query = Header = Body = Form = Path = Cookie = File


def Depends(function):
    return function


class FastAPI:
    def __init__(self, **_options):
        pass

    def get(self, _path, **_options):
        return lambda function: function

    post = put = delete = get


APIRouter = FastAPI
