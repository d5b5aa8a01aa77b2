// Functions of the project that a library calls, with what somebody sent: views, message handlers, tasks, commands.

import type { Provenance } from '../model.ts';
import { concept, handed, libraryClass, type Row, registrars, signature, twin, under } from '../model.ts';

/** Decorators whose functions get everything they get from outside. */
const decorators: readonly (readonly [provenance: Provenance, text: string, names: readonly string[]])[] = [
  [
    'network',
    'the URL',
    [
      ...['flask.Flask', 'flask.Blueprint'].flatMap((owner) => under(owner, 'route get post put patch delete')),
      ...under('bottle', 'route get post put patch delete'),
      ...under('bottle.Bottle', 'route get post put patch delete'),
    ],
  ],
  [
    'network',
    'the request',
    [
      ...['fastapi.FastAPI', 'fastapi.APIRouter'].flatMap((owner) =>
        under(owner, 'get post put patch delete head options websocket api_route'),
      ),
      ...under('litestar', 'get post put patch delete'),
      ...under('robyn.Robyn', 'get post put delete'),
      'cherrypy.expose',
    ],
  ],
  [
    'network',
    'a message',
    [
      ...['socketio.Server', 'socketio.AsyncServer'].flatMap((owner) => under(owner, 'on event')),
      ...under('flask_socketio.SocketIO', 'on event'),
      ...under('slack_bolt.App', 'message event command action'),
    ],
  ],
  [
    'network',
    'a task message',
    [
      'celery.shared_task',
      'celery.Celery.task',
      'dramatiq.actor',
      ...under('huey.Huey', 'task periodic_task'),
      'rq.decorators.job',
      'faust.App.agent',
    ],
  ],
  [
    'argument',
    'the command line',
    [
      ...under('click', 'command group'),
      ...under('click.Group', 'command group'),
      ...under('typer.Typer', 'command callback'),
      'invoke.task',
    ],
  ],
];

/** Decorators whose functions get an object of the library first, and parts of the URL behind it. */
const requestDecorators: readonly (readonly [className: string, names: readonly string[]])[] = [
  [
    'starlette.requests.Request',
    [...under('starlette.applications.Starlette', 'route'), ...under('starlette.routing.Router', 'route')],
  ],
  ['starlette.websockets.WebSocket', under('starlette.applications.Starlette', 'websocket_route')],
  [
    'sanic.request.Request',
    ['sanic.Sanic', 'sanic.Blueprint'].flatMap((owner) =>
      under(owner, 'route get post put patch delete websocket middleware on_request'),
    ),
  ],
  ['aiohttp.web.Request', under('aiohttp.web.RouteTableDef', 'get post put patch delete head view route')],
  ['aiohttp.web.Request', ['aiohttp.web.middleware']],
  ['flask.Request', ['functions_framework.http']],
];

/** Methods to override, and the parameters that carry what was sent. */
const overrides: readonly (readonly [name: string, parameters: string, text: string])[] = [
  ['asyncio.Protocol.data_received', 'data', 'data from a connection'],
  ['asyncio.BufferedProtocol.buffer_updated', 'nbytes', 'data from a connection'],
  ['asyncio.DatagramProtocol.datagram_received', 'data addr', 'data from a socket'],
  ['smtpd.SMTPServer.process_message', 'peer mailfrom rcpttos data', 'a mail'],
  ['asynchat.async_chat.collect_incoming_data', 'data', 'data from a connection'],
  ['twisted.internet.protocol.Protocol.dataReceived', 'data', 'data from a connection'],
  ['twisted.internet.protocol.DatagramProtocol.datagramReceived', 'datagram data addr', 'data from a socket'],
  ['twisted.protocols.basic.LineReceiver.lineReceived', 'line', 'data from a connection'],
  ['tornado.websocket.WebSocketHandler.on_message', 'message', 'a WebSocket message'],
  ['tornado.websocket.WebSocketHandler.open', '*', 'the URL'],
  ['tornado.web.RequestHandler.data_received', 'chunk', 'the request'],
  ...under('tornado.web.RequestHandler', 'get post put patch delete head options').map(
    (name) => [name, '*', 'the URL'] as const,
  ),
  ['celery.Task.run', '*', 'a task message'],
  ['html.parser.HTMLParser.handle_data', 'data', 'a document'],
  ['stomp.ConnectionListener.on_message', '*', 'a message from a queue'],
  ['discord.Client.on_message', 'message', 'a chat message'],
  ['scrapy.Spider.parse', 'response', 'an HTTP response'],
  ['socketserver.BaseServer.verify_request', 'request', 'the request'],
];

/** Methods that get an object of the library first. */
const requestOverrides: readonly (readonly [className: string, text: string, names: readonly string[]])[] = [
  ['sanic.request.Request', 'the request', under('sanic.views.HTTPMethodView', 'get post put patch delete head')],
  [
    'starlette.requests.Request',
    'the request',
    under('starlette.endpoints.HTTPEndpoint', 'get post put patch delete head'),
  ],
  ['starlette.requests.Request', 'the request', ['starlette.middleware.base.BaseHTTPMiddleware.dispatch']],
  ['tornado.iostream.IOStream', 'a connection', ['tornado.tcpserver.TCPServer.handle_stream']],
];

/** Calls that are given a function, by what its parameters are. */
const registering = (): Row[] => [
  ...registrars(['aiohttp.web.UrlDispatcher.add_route', 'aiohttp.web.route'], 'handler', 2, [
    '0',
    'network',
    'the request',
    'aiohttp.web.Request',
  ]),
  ...registrars(
    [
      ...under('aiohttp.web', 'get post put patch delete head view'),
      ...under('aiohttp.web.UrlDispatcher', 'add_get add_post add_put add_patch add_delete add_head add_view'),
    ],
    'handler',
    1,
    ['0', 'network', 'the request', 'aiohttp.web.Request'],
  ),
  ...registrars(['starlette.routing.Route', 'fastapi.routing.Route'], 'endpoint', 1, [
    '0',
    'network',
    'the request',
    'starlette.requests.Request',
  ]),
  ...registrars(['starlette.applications.Starlette.add_route', 'starlette.routing.Router.add_route'], undefined, 1, [
    '0',
    'network',
    'the request',
    'starlette.requests.Request',
  ]),
  ...registrars(['starlette.routing.WebSocketRoute'], 'endpoint', 1, [
    '0',
    'network',
    'a WebSocket message',
    'starlette.websockets.WebSocket',
  ]),
  ...registrars(['fastapi.FastAPI.add_api_route', 'fastapi.APIRouter.add_api_route'], 'endpoint', 1, [
    '*',
    'network',
    'the request',
  ]),
  ...registrars(
    ['sanic.Sanic.add_route', 'sanic.Blueprint.add_route'],
    'handler',
    0,
    ['0', 'network', 'the request', 'sanic.request.Request'],
    ['*', 'network', 'the URL'],
  ),
  // what their functions get is said of them as decorators
  ...['bottle.route', 'bottle.Bottle.route'].map((name) => concept(name, 'handler-register', 'callback', 2)),
  ...registrars(['pyramid.config.Configurator.add_view'], 'view', 0, [
    'request',
    'network',
    'the request',
    'pyramid.request.Request',
  ]),
  ...registrars(['xmlrpc.server.SimpleXMLRPCDispatcher.register_function'], 'function', 0, [
    '*',
    'network',
    'a remote call',
  ]),
  concept('xmlrpc.server.SimpleXMLRPCDispatcher.register_instance', 'object-register', 'instance', 0),
  handed('xmlrpc.server.SimpleXMLRPCDispatcher.register_instance', '*', 'network', 'a remote call'),
  ...registrars(['asyncio.start_server', 'asyncio.start_unix_server'], 'client_connected_cb', 0, [
    '0',
    'network',
    'a connection',
    'asyncio.StreamReader',
  ]),
  ...registrars(['wsgiref.simple_server.make_server'], 'app', 2, [
    '0',
    'network',
    'the request',
    'wsgiref.types.WSGIEnvironment',
  ]),
  ...registrars(
    ['pika.adapters.blocking_connection.BlockingChannel.basic_consume', 'pika.channel.Channel.basic_consume'],
    'on_message_callback',
    1,
    ['1', 'network', 'a message from a queue', 'pika.spec.Basic.Deliver'],
    ['2', 'network', 'a message from a queue'],
    ['3', 'network', 'a message from a queue'],
  ),
  ...registrars(['kombu.Consumer'], 'callbacks', undefined, ['*', 'network', 'a message from a queue']),
  ...registrars(['aio_pika.Queue.consume'], 'callback', 0, ['0', 'network', 'a message from a queue']),
  // what a job gets is what the project puts into the queue
  signature('rq.Queue.enqueue', 'f, *args, **kwargs'),
  signature('rq.Queue.enqueue_at', 'datetime, f, *args, **kwargs'),
  signature('rq.Queue.enqueue_in', 'time_delta, func, *args, **kwargs'),
  signature('rq.Queue.enqueue_call', 'func, args=, kwargs=, **options'),
  ...registrars(['google.cloud.pubsub_v1.SubscriberClient.subscribe'], 'callback', 1, [
    '0',
    'network',
    'a message from a queue',
  ]),
  ...registrars(['paho.mqtt.client.Client.message_callback_add', 'paho.mqtt.client.Client.on_message'], 'callback', 1, [
    '2',
    'network',
    'a message from a queue',
    'paho.mqtt.client.MQTTMessage',
  ]),
  ...registrars(['websocket.WebSocketApp'], 'on_message', 3, ['1', 'network', 'a WebSocket message']),
  ...registrars(['websocket.WebSocketApp.on_message'], undefined, undefined, ['1', 'network', 'a WebSocket message']),
];

const classes =
  'fastapi.APIRouter sanic.Sanic sanic.Blueprint sanic.views.HTTPMethodView aiohttp.web.RouteTableDef aiohttp.web.Application aiohttp.web.UrlDispatcher robyn.Robyn socketio.Server socketio.AsyncServer flask_socketio.SocketIO discord.ext.commands.Bot discord.Client slack_bolt.App celery.Celery celery.Task huey.Huey faust.App click.Group typer.Typer bottle.Bottle twisted.internet.protocol.Protocol twisted.internet.protocol.DatagramProtocol stomp.ConnectionListener scrapy.Spider starlette.endpoints.HTTPEndpoint starlette.middleware.base.BaseHTTPMiddleware starlette.routing.Router tornado.tcpserver.TCPServer tornado.iostream.IOStream pyramid.config.Configurator rq.Queue google.cloud.pubsub_v1.SubscriberClient paho.mqtt.client.Client websocket.WebSocketApp aio_pika.Queue';

export const callbacks = (): readonly Row[] => [
  twin('celery.app.shared_task', 'celery.shared_task'),
  twin('celery.app.base.Celery', 'celery.Celery'),
  twin('celery.app.task.Task', 'celery.Task'),
  twin('celery.task', 'celery.shared_task'),
  twin('click.core.Group', 'click.Group'),
  ...classes.split(' ').map((name) => libraryClass(name)),
  ...['huey.RedisHuey', 'huey.SqliteHuey', 'huey.MemoryHuey'].map((name) => libraryClass(name, 'huey.Huey')),
  libraryClass('twisted.protocols.basic.LineReceiver', 'twisted.internet.protocol.Protocol'),
  libraryClass('starlette.endpoints.WebSocketEndpoint'),
  handed('starlette.endpoints.WebSocketEndpoint.on_receive', 'data', 'network', 'a WebSocket message'),
  ...decorators.flatMap(([provenance, text, names]) => names.map((name) => handed(name, '*', provenance, text))),
  ...requestDecorators.flatMap(([className, names]) =>
    names.flatMap((name) => [
      handed(name, '0', 'network', 'the request', className),
      ...(/middleware|on_request|functions_framework/.test(name) ? [] : [handed(name, '*', 'network', 'the URL')]),
    ]),
  ),
  ...['fastapi.Depends', 'fastapi.Security'].flatMap((name) => [
    concept(name, 'dependency-inject', 'dependency', 0),
    handed(name, '*', 'network', 'the request'),
  ]),
  twin('fastapi.params.Depends', 'fastapi.Depends'),
  twin('fastapi.params.Security', 'fastapi.Security'),
  concept('litestar.di.Provide', 'dependency-inject', 'dependency', 0),
  handed('functions_framework.cloud_event', '0', 'network', 'the event'),
  handed('pyramid.view.view_config', 'request', 'network', 'the request', 'pyramid.request.Request'),
  // a bot's commands: first where they came from, then what was typed
  ...[...under('discord.ext.commands', 'command'), ...under('discord.ext.commands.Bot', 'command')].flatMap((name) => [
    handed(name, '0', 'network', 'a chat message', 'discord.ext.commands.Context'),
    handed(name, '*', 'network', 'a chat message'),
  ]),
  handed('discord.ext.commands.Bot.event', '*', 'network', 'a chat message'),
  ...overrides.flatMap(([name, parameters, text]) =>
    parameters.split(' ').map((parameter) => handed(name, parameter, 'network', text)),
  ),
  ...requestOverrides.flatMap(([className, text, names]) =>
    names.map((name) => handed(name, '0', 'network', text, className)),
  ),
  ...requestOverrides
    .flatMap(([, , names]) => names)
    .filter((name) => /\.(get|post|put|patch|delete|head)$/.test(name))
    .map((name) => handed(name, '*', 'network', 'the URL')),
  ...registering(),
  ...under('cmd.Cmd', 'default onecmd precmd').map((name) => handed(name, 'line', 'argument', 'what the user types')),
];
