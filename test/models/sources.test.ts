// Where values come from, asked by path.

import { describe, expect, test } from 'vitest';
import { library } from '../../src/models/index.ts';

const provenanceOf = (path: string) => library.sourceOf(path)?.provenance;

describe('sources', () => {
  test.each([
    'flask.request.args["id"].strip()',
    'quart.request.args[]',
    'django.http.HttpRequest.GET["x"]',
    'rest_framework.request.Request.data',
    'fastapi.Request.query_params[]',
    'aiohttp.web.Request.query',
    'tornado.web.RequestHandler.get_argument()',
    'bottle.request.forms',
    'http.server.SimpleHTTPRequestHandler.path',
    'http.server.BaseHTTPRequestHandler.rfile.read()',
    'cgi.FieldStorage().getvalue()',
    'os.environ["QUERY_STRING"]',
    'os.environ["HTTP_HOST"]',
    'os.environ.get("PATH_INFO")',
    'os.getenv("REQUEST_URI")',
    'socket.socket.recv()',
    'socket.create_connection().recv()',
    'socket.socket.accept()[0].recv()',
    'ssl.SSLSocket.read()',
    'urllib.request.urlopen().read()',
    'urllib2.urlopen().read()',
    'http.client.HTTPResponse.read()',
    'requests.get().content',
    'requests.Session().get().text',
    'httpx.AsyncClient.get().json()["a"]',
    'multiprocessing.connection.Listener.accept().recv()',
    'redis.Redis.blpop()',
    'redis.Redis.pubsub().get_message()',
    'email.message_from_bytes()',
  ])('network: %s', (path) => {
    expect(provenanceOf(path)).toBe('network');
  });

  test.each(['os.environ["PATH"]', 'os.environ.get()', 'os.getenv()', 'os.environ'])('environment: %s', (path) => {
    expect(provenanceOf(path)).toBe('environment');
  });

  test.each(['sys.argv[1]', 'argparse.ArgumentParser.parse_args().path', 'builtins.input()', 'six.moves.input()'])(
    'argument: %s',
    (path) => {
      expect(provenanceOf(path)).toBe('argument');
    },
  );

  test.each([
    'builtins.open().read()',
    'pathlib.Path.read_text()',
    'zipfile.ZipFile.open().read()',
    'zipfile.ZipFile.infolist()[].filename',
    'tarfile.TarInfo.name',
    'configparser.ConfigParser.get()',
  ])('file: %s', (path) => {
    expect(provenanceOf(path)).toBe('file');
  });

  test.each([
    'sqlite3.connect().cursor().fetchone()[0]',
    'redis.Redis.get()',
    'django.core.cache.cache.get()',
    'django.http.HttpRequest.user.username',
    'flask.session["user"]',
  ])('stored: %s', (path) => {
    expect(provenanceOf(path)).toBe('stored');
  });

  test.each([
    'flask.request.endpoint',
    'requests.get().status_code',
    'starlette.requests.Request.app.state',
    'multiprocessing.Pipe()[0].recv()',
    'os.getcwd()',
    'pickle.loads()',
    'app.views.helper()',
  ])('not a source: %s', (path) => {
    expect(provenanceOf(path)).toBeUndefined();
  });

  test.each([
    ['flask.Flask.route', 'user_id', 'network'],
    ['fastapi.APIRouter.post', 'item', 'network'],
    ['asyncio.Protocol.data_received', 'data', 'network'],
    ['asyncio.Protocol.data_received', 'self', undefined],
    ['celery.shared_task', 'path', 'network'],
    ['click.command', 'name', 'argument'],
    ['cmd.Cmd.default', 'line', 'argument'],
    ['functools.wraps', 'wrapped', undefined],
    ['django.urls.path', 'name', 'network'],
    ['asyncio.start_server', 'writer', undefined],
  ])('what %s hands to the parameter %s is %s', (name, parameter, provenance) => {
    expect(library.handedSourceOf(name, parameter)?.provenance).toBe(provenance);
  });

  test.each([
    ['aiohttp.web.RouteTableDef.get', 0, 'aiohttp.web.Request'],
    ['aiohttp.web.RouteTableDef.get', 1, undefined],
    ['django.urls.path', 0, 'django.http.HttpRequest'],
    ['asyncio.start_server', 0, 'asyncio.StreamReader'],
  ])('what %s hands to place %i is of the class %s', (name, position, className) => {
    expect(library.handedSourceOf(name, 'any', position)?.className).toBe(className);
  });

  test.each([
    ['flask.request.endpoint', true],
    ['flask.request.args', false],
    ['django.http.HttpRequest.method', true],
    ['app.views.helper', false],
  ])('that %s is harmless is %s', (path, isHarmless) => {
    expect(library.isHarmless(path)).toBe(isHarmless);
  });
});
