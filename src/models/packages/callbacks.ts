// Functions of the project that a library calls, with what somebody sent: views, message handlers, tasks, commands.

import type { Provenance } from '../model.ts';
import { handed, libraryClass, type Row, twin, under } from '../model.ts';

/** Decorators whose functions get everything they get from outside. */
const decorators: readonly (readonly [provenance: Provenance, text: string, names: readonly string[]])[] = [
  [
    'network',
    'the URL',
    [
      ...['flask.Flask', 'flask.Blueprint'].flatMap((owner) => under(owner, 'route get post put patch delete')),
      ...under('bottle', 'route get post put delete'),
      ...under('bottle.Bottle', 'route get post put delete'),
    ],
  ],
  [
    'network',
    'the request',
    [
      ...['fastapi.FastAPI', 'fastapi.APIRouter'].flatMap((owner) =>
        under(owner, 'get post put patch delete head options websocket api_route'),
      ),
      ...under('starlette.applications.Starlette', 'route websocket_route'),
      ...['sanic.Sanic', 'sanic.Blueprint'].flatMap((owner) =>
        under(owner, 'route get post put patch delete websocket'),
      ),
      ...under('litestar', 'get post put patch delete'),
      ...under('aiohttp.web.RouteTableDef', 'get post put patch delete view'),
      ...under('rest_framework.decorators', 'api_view action'),
      ...under('robyn.Robyn', 'get post put delete'),
    ],
  ],
  [
    'network',
    'a message',
    [
      ...['socketio.Server', 'socketio.AsyncServer'].flatMap((owner) => under(owner, 'on event')),
      ...under('flask_socketio.SocketIO', 'on event'),
      ...under('discord.ext.commands', 'command'),
      ...under('discord.ext.commands.Bot', 'command event'),
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
      'huey.Huey.task',
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

/** Methods to override, and the parameters that carry what was sent. */
const overrides: readonly (readonly [name: string, parameters: string, text: string])[] = [
  ['asyncio.Protocol.data_received', 'data', 'data from a connection'],
  ['asyncio.DatagramProtocol.datagram_received', 'data addr', 'data from a socket'],
  ['smtpd.SMTPServer.process_message', 'peer mailfrom rcpttos data', 'a mail'],
  ['asynchat.async_chat.collect_incoming_data', 'data', 'data from a connection'],
  ['twisted.internet.protocol.Protocol.dataReceived', 'data', 'data from a connection'],
  ['twisted.internet.protocol.DatagramProtocol.datagramReceived', 'datagram data addr', 'data from a socket'],
  ['twisted.protocols.basic.LineReceiver.lineReceived', 'line', 'data from a connection'],
  ['tornado.websocket.WebSocketHandler.on_message', 'message', 'a WebSocket message'],
  ...under('tornado.web.RequestHandler', 'get post put patch delete head').map(
    (name) => [name, '*', 'the URL'] as const,
  ),
  ...['django.views.View', 'rest_framework.views.APIView'].flatMap((owner) =>
    under(owner, 'get post put patch delete head dispatch').map((name) => [name, '*', 'the request'] as const),
  ),
  ['stomp.ConnectionListener.on_message', '*', 'a message from a queue'],
  ['discord.Client.on_message', 'message', 'a chat message'],
  ['scrapy.Spider.parse', 'response', 'an HTTP response'],
];

export const callbacks = (): readonly Row[] => [
  twin('celery.app.shared_task', 'celery.shared_task'),
  twin('celery.app.base.Celery', 'celery.Celery'),
  twin('celery.task', 'celery.shared_task'),
  twin('click.core.Group', 'click.Group'),
  ...'fastapi.APIRouter sanic.Sanic sanic.Blueprint aiohttp.web.RouteTableDef robyn.Robyn socketio.Server socketio.AsyncServer flask_socketio.SocketIO discord.ext.commands.Bot discord.Client slack_bolt.App celery.Celery huey.Huey faust.App click.Group typer.Typer bottle.Bottle twisted.internet.protocol.Protocol twisted.internet.protocol.DatagramProtocol stomp.ConnectionListener scrapy.Spider'
    .split(' ')
    .map((name) => libraryClass(name)),
  libraryClass('twisted.protocols.basic.LineReceiver', 'twisted.internet.protocol.Protocol'),
  ...decorators.flatMap(([provenance, text, names]) => names.map((name) => handed(name, '*', provenance, text))),
  ...overrides.flatMap(([name, parameters, text]) =>
    parameters.split(' ').map((parameter) => handed(name, parameter, 'network', text)),
  ),
  ...under('cmd.Cmd', 'default onecmd precmd').map((name) => handed(name, 'line', 'argument', 'what the user types')),
];
