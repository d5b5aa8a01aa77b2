"""Threads, pools and event loops do not run here: what would run beside the program runs at once, in its place."""

import asyncio
import concurrent.futures
import threading


class Done:
    """A future whose work is done."""

    def __init__(self, value=None, error=None):
        self.value, self.error = value, error

    def result(self, timeout=None):
        if self.error is not None:
            raise self.error
        return self.value

    def exception(self, timeout=None):
        return self.error

    def done(self):
        return True

    def add_done_callback(self, function):
        function(self)

    def __await__(self):
        return self.result()
        yield


def done(function, *args, **options):
    try:
        return Done(function(*args, **options))
    except Exception as error:
        return Done(error=error)


class Executor:
    def __init__(self, *_args, initializer=None, initargs=(), **_options):
        if initializer is not None:
            initializer(*initargs)

    def submit(self, function, /, *args, **options):
        return done(function, *args, **options)

    def map(self, function, *iterables, **_options):
        return iter([function(*args) for args in zip(*iterables)])

    def shutdown(self, *_args, **_options):
        return None

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        return False


def drive(coroutine, **_options):
    """Runs a coroutine to its end; nothing in this world suspends for long."""
    if isinstance(coroutine, Done):
        return coroutine.result()
    if not hasattr(coroutine, "send"):
        coroutine = coroutine.__await__()
    try:
        while True:
            coroutine.send(None)
    except StopIteration as end:
        return end.value


async def gather(*awaitables, return_exceptions=False):
    return [await each for each in awaitables]


async def at_once(function, /, *args, **options):
    return function(*args, **options)


async def nothing(*_args, **_options):
    return None


async def wait_for(awaitable, timeout=None):
    return await awaitable


class Loop:
    def run_in_executor(self, _executor, function, *args):
        return done(function, *args)

    def run_until_complete(self, awaitable):
        return drive(awaitable)

    def create_task(self, coroutine, **_options):
        return done(drive, coroutine)

    def call_soon(self, function, *args, **_options):
        function(*args)

    call_soon_threadsafe = call_soon

    def call_later(self, _delay, function, *args, **_options):
        function(*args)

    def is_running(self):
        return True

    def close(self):
        return None


loop = Loop()


def install():
    def start(thread):
        thread.run()

    threading.Thread.start = start
    threading.Thread.join = lambda thread, timeout=None: None
    threading.Timer.run = lambda timer: timer.function(*timer.args, **timer.kwargs)
    for name in ("ThreadPoolExecutor", "ProcessPoolExecutor"):
        setattr(concurrent.futures, name, Executor)
    concurrent.futures.as_completed = lambda futures, timeout=None: iter(list(futures))
    asyncio.run = drive
    asyncio.gather = gather
    asyncio.to_thread = at_once
    asyncio.sleep = nothing
    asyncio.wait_for = wait_for
    asyncio.create_task = asyncio.ensure_future = loop.create_task
    for name in ("get_event_loop", "get_running_loop", "new_event_loop"):
        setattr(asyncio, name, lambda: loop)

    async def create_subprocess_shell(command, *_args, **_options):
        import heed_world

        heed_world.judge_command("asyncio.create_subprocess_shell", command, True)
        process = heed_world.Process(False)
        process.communicate = process.wait = nothing_twice
        return process

    async def nothing_twice(*_args):
        return (b"", b"")

    asyncio.create_subprocess_shell = create_subprocess_shell
