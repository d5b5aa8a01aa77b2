// Smaller web frameworks and servers: aiohttp, Tornado, Bottle, Falcon, Sanic, Pyramid, CherryPy, web.py, Twisted, and
// pages that run a program for each visitor (Streamlit, Gradio, Dash).

import {
  cleaner,
  concept,
  everyCall,
  everySource,
  harmless,
  libraryClass,
  passes,
  type Row,
  returns,
  signature,
  source,
  twin,
  under,
} from '../model.ts';

const aiohttp = (): Row[] => [
  twin('aiohttp.web_request.Request', 'aiohttp.web.Request'),
  libraryClass('aiohttp.web.BaseRequest'),
  libraryClass('aiohttp.web.Request', 'aiohttp.web.BaseRequest'),
  libraryClass('aiohttp.web.View'),
  libraryClass('aiohttp.ClientSession'),
  libraryClass('aiohttp.ClientResponse'),
  returns('aiohttp.web.View.request', 'aiohttp.web.Request'),
  source('aiohttp.web.BaseRequest', 'network', 'the request'),
  source('aiohttp.web.Request', 'network', 'the request'),
  source('aiohttp.web.View.request', 'network', 'the request'),
  ...['aiohttp.web.Request', 'aiohttp.web.View.request'].flatMap((owner) =>
    under(owner, 'app config_dict task loop transport method protocol secure version keep_alive remote').map(harmless),
  ),
  returns('aiohttp.web.Application.router', 'aiohttp.web.UrlDispatcher'),
  libraryClass('aiohttp.web.WebSocketResponse'),
  ...everySource(
    'network',
    [
      ...under('aiohttp.web.WebSocketResponse', 'receive receive_str receive_bytes receive_json __anext__'),
      'aiohttp.web.WebSocketResponse()[]',
    ],
    'a WebSocket message',
  ),
  concept('aiohttp.web.run_app', 'http-server', 'host'),
  concept('aiohttp.web.TCPSite', 'http-server', 'host', 1),
  concept('aiohttp.web.HTTPFound', 'http-redirect', 'location', 0),
  concept('aiohttp.web.FileResponse', 'file-response', 'path', 0),
  concept('aiohttp.web.Response', 'http-response-body', 'text'),
  ...under('aiohttp.ClientSession', 'get post put patch delete head options request ws_connect').flatMap((name) => [
    returns(name, 'aiohttp.ClientResponse'),
    concept(name, 'tls-verify-option', 'ssl'),
  ]),
  ...everyCall('http-request', under('aiohttp.ClientSession', 'get post put patch delete head options'), 'url', 0),
  concept('aiohttp.ClientSession.request', 'http-request', 'url', 1),
  concept('aiohttp.request', 'http-request', 'url', 1),
  ...everyCall('tls-verify-option', ['aiohttp.TCPConnector', 'aiohttp.request'], 'ssl'),
  source('aiohttp.ClientResponse', 'network', 'an HTTP response'),
  ...under('aiohttp.ClientResponse', 'status ok raise_for_status version method').map(harmless),
];

const tornado = (): Row[] => [
  libraryClass('tornado.web.RequestHandler'),
  libraryClass('tornado.websocket.WebSocketHandler', 'tornado.web.RequestHandler'),
  libraryClass('tornado.httputil.HTTPServerRequest'),
  returns('tornado.web.RequestHandler.request', 'tornado.httputil.HTTPServerRequest'),
  source('tornado.httputil.HTTPServerRequest', 'network', 'the request'),
  ...everySource(
    'network',
    under(
      'tornado.web.RequestHandler',
      'get_argument get_arguments get_query_argument get_query_arguments get_body_argument get_body_arguments get_cookie cookies request path_args path_kwargs decode_argument',
    ),
    'the request',
  ),
  // signed
  ...everySource(
    'stored',
    under('tornado.web.RequestHandler', 'get_secure_cookie get_signed_cookie'),
    'a signed cookie',
  ),
  ...under(
    'tornado.httputil.HTTPServerRequest',
    'method remote_ip connection protocol version server_connection request_time',
  ).map(harmless),
  ...everySource(
    'network',
    under('tornado.iostream.IOStream', 'read_until read_until_regex read_bytes read_into read_until_close'),
    'data from a connection',
  ),
  source('tornado.iostream.IOStream', 'network', 'data from a connection'),
  ...under(
    'tornado.escape',
    'json_decode json_encode url_unescape url_escape utf8 to_unicode native_str squeeze xhtml_unescape xhtml_escape',
  ).map(passes),
  cleaner('tornado.escape.xhtml_escape', 'markup'),
  ...everySource('argument', ['tornado.options.options', 'tornado.options.parse_command_line'], 'the command line'),
  concept('tornado.web.RequestHandler.write', 'http-response-body', 'chunk', 0),
  concept('tornado.web.RequestHandler.redirect', 'http-redirect', 'url', 0),
  ...everyCall('http-response-header', under('tornado.web.RequestHandler', 'set_header add_header'), 'value', 1),
  concept('tornado.web.RequestHandler.set_cookie', 'cookie-set', 'value', 1),
  concept('tornado.template.Template', 'template-from-text', 'template_string', 0),
  ...everyCall('http-server', ['tornado.web.Application.listen', 'tornado.httpserver.HTTPServer.listen'], 'address', 1),
  ...everyCall('http-request', under('tornado.httpclient.AsyncHTTPClient', 'fetch'), 'request', 0),
  source('tornado.httpclient.AsyncHTTPClient.fetch', 'network', 'an HTTP response'),
  libraryClass('tornado.httpclient.AsyncHTTPClient'),
];

const bottle = (): Row[] => [
  source('bottle.request', 'network', 'bottle.request'),
  ...under('bottle.request', 'app route is_xhr method content_length is_ajax').map(harmless),
  concept('bottle.run', 'http-server', 'host'),
  concept('bottle.run', 'web-debug-server', 'debug'),
  concept('bottle.redirect', 'http-redirect', 'url', 0),
  concept('bottle.static_file', 'file-response', 'filename', 0),
  concept('bottle.template', 'template-from-text', undefined, 0),
  ...everyCall('template-from-text', ['bottle.SimpleTemplate'], 'source', 0),
];

const others = (): Row[] => [
  ...everySource(
    'network',
    [
      'falcon.Request',
      'falcon.asgi.Request',
      'sanic.request.Request',
      'pyramid.request.Request',
      'cherrypy.request',
      'litestar.Request',
      'webob.Request',
      'twisted.web.http.Request',
      'twisted.web.server.Request',
      'robyn.Request',
    ],
    'the request',
  ),
  ...under('sanic.request.Request', 'app ctx method conn_info route id ip server_name endpoint name version').map(
    harmless,
  ),
  twin('sanic.Request', 'sanic.request.Request'),
  ...under(
    'pyramid.request.Request',
    'method registry context authenticated_userid unauthenticated_userid matched_route tm response root virtual_root route_url route_path static_url has_permission remote_addr',
  ).map(harmless),
  source('pyramid.request.Request.session', 'stored', 'the session'),
  source('pyramid.request.Request.registry.settings', 'shipped', 'the settings of the deployment'),
  ...['falcon.Request', 'falcon.asgi.Request'].flatMap((owner) =>
    under(owner, 'method context env content_length remote_addr').map(harmless),
  ),
  ...under('cherrypy.request', 'app config method handler').map(harmless),
  source('cherrypy.session', 'stored', 'the session'),
  ...under('webob.Request', 'method').map(harmless),
  ...'falcon.Request falcon.asgi.Request sanic.request.Request pyramid.request.Request litestar.Request webob.Request twisted.web.http.Request twisted.web.server.Request'
    .split(' ')
    .map((name) => libraryClass(name)),
  ...everySource(
    'network',
    ['web.input', 'web.data', 'web.cookies', 'web.ctx.query', 'web.ctx.path', 'web.ctx.env'],
    'the request',
  ),
  ...everySource(
    'network',
    under('streamlit', 'text_input text_area chat_input file_uploader query_params'),
    'what a visitor types',
  ),
  ...everyCall('html-mark-safe', ['streamlit.markdown'], 'body', 0),
  concept('cherrypy.HTTPRedirect', 'http-redirect', 'urls', 0),
  concept('pyramid.httpexceptions.HTTPFound', 'http-redirect', 'location', 0),
  concept('waitress.serve', 'http-server', 'host'),
  concept('gevent.pywsgi.WSGIServer', 'http-server', 'listener', 0),
  concept('eventlet.listen', 'socket-bind', 'addr', 0),
  signature('waitress.serve', 'app, *, host=, port=, listen=, **kw'),
];

export const webFrameworks = (): readonly Row[] => [...aiohttp(), ...tornado(), ...bottle(), ...others()];
