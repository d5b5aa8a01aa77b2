// HTTP clients: requests, httpx, urllib3, pycurl; and WebSocket clients.

import {
  concept,
  everyCall,
  everySource,
  harmless,
  libraryClass,
  type Row,
  returns,
  signature,
  source,
  twin,
  under,
} from '../model.ts';

const verbs = 'get post put patch delete head options';

/** The keywords that every verb takes. */
const requestsKeywords =
  '*, params=, data=, json=, headers=, cookies=, files=, auth=, timeout=, allow_redirects=, proxies=, hooks=, stream=, verify=, cert=';

export const httpClients = (): readonly Row[] => [
  twin('requests.api.*', 'requests.*'),
  twin('requests.sessions.Session', 'requests.Session'),
  twin('requests.session', 'requests.Session'),
  twin('requests.models.Response', 'requests.Response'),
  twin('requests.packages.urllib3.*', 'urllib3.*'),
  twin('requests_html.HTMLSession', 'requests.Session'),
  twin('cachecontrol.CacheControl', 'requests.Session'),
  libraryClass('requests.Session'),
  libraryClass('requests.Response'),
  ...['requests', 'requests.Session'].flatMap((owner) => [
    ...under(owner, verbs).flatMap((name) => [
      returns(name, 'requests.Response'),
      concept(name, 'http-request', 'url', 0),
      concept(name, 'tls-verify-option', 'verify'),
      signature(name, `url, ${requestsKeywords}`),
    ]),
    returns(`${owner}.request`, 'requests.Response'),
    concept(`${owner}.request`, 'http-request', 'url', 1),
    concept(`${owner}.request`, 'tls-verify-option', 'verify'),
    signature(`${owner}.request`, `method, url, ${requestsKeywords}`),
  ]),
  returns('requests.Session.send', 'requests.Response'),
  source('requests.Response', 'network', 'an HTTP response'),
  ...under('requests.Response', 'status_code ok elapsed is_redirect raise_for_status').map(harmless),

  libraryClass('httpx.Client'),
  libraryClass('httpx.AsyncClient'),
  libraryClass('httpx.Response'),
  ...['httpx', 'httpx.Client', 'httpx.AsyncClient'].flatMap((owner) => [
    ...under(owner, verbs).flatMap((name) => [
      returns(name, 'httpx.Response'),
      concept(name, 'http-request', 'url', 0),
    ]),
    ...under(owner, 'request stream').flatMap((name) => [
      returns(name, 'httpx.Response'),
      concept(name, 'http-request', 'url', 1),
    ]),
  ]),
  ...everyCall(
    'tls-verify-option',
    [...under('httpx', verbs), ...under('httpx', 'request stream Client AsyncClient HTTPTransport AsyncHTTPTransport')],
    'verify',
  ),
  source('httpx.Response', 'network', 'an HTTP response'),
  ...under('httpx.Response', 'status_code is_success is_error elapsed raise_for_status').map(harmless),

  libraryClass('urllib3.PoolManager'),
  libraryClass('urllib3.ProxyManager', 'urllib3.PoolManager'),
  libraryClass('urllib3.HTTPSConnectionPool'),
  libraryClass('urllib3.response.HTTPResponse'),
  ...[
    'urllib3.request',
    'urllib3.PoolManager.request',
    'urllib3.PoolManager.urlopen',
    'urllib3.HTTPSConnectionPool.request',
  ].flatMap((name) => [returns(name, 'urllib3.response.HTTPResponse'), concept(name, 'http-request', 'url', 1)]),
  ...everyCall('tls-verify-option', under('urllib3', 'PoolManager ProxyManager HTTPSConnectionPool'), 'cert_reqs'),
  ...everyCall('tls-context-unverified', ['urllib3.util.ssl_._create_unverified_context']),
  concept('urllib3.util.ssl_.create_urllib3_context', 'tls-context', 'ssl_version', 0),
  twin('urllib3.util.create_urllib3_context', 'urllib3.util.ssl_.create_urllib3_context'),
  returns('urllib3.util.ssl_.create_urllib3_context', 'ssl.SSLContext'),
  source('urllib3.response.HTTPResponse', 'network', 'an HTTP response'),
  harmless('urllib3.response.HTTPResponse.status'),

  concept('httplib2.Http', 'tls-verify-option', 'disable_ssl_certificate_validation'),
  libraryClass('httplib2.Http'),
  source('httplib2.Http.request', 'network', 'an HTTP response'),
  concept('httplib2.Http.request', 'http-request', 'uri', 0),

  ...everySource('network', ['websocket.WebSocket.recv', 'websocket.create_connection'], 'a WebSocket message'),
  ...everySource(
    'network',
    [
      'websockets.connect',
      'websockets.legacy.client.connect',
      'websockets.sync.client.connect',
      'websockets.WebSocketServerProtocol',
    ],
    'a WebSocket message',
  ),
  ...everyCall('http-request', ['websockets.connect', 'websockets.sync.client.connect'], 'uri', 0),
  ...everyCall(
    'http-server',
    ['websockets.serve', 'websockets.server.serve', 'websockets.sync.server.serve'],
    'host',
    1,
  ),
];
