// Fetching: urllib, http.client, cookies, xmlrpc.client and their Python 2 names.

import {
  cleaner,
  concept,
  everyCall,
  everySource,
  harmless,
  type Row,
  returns,
  signature,
  source,
  twin,
  under,
} from '../model.ts';

export const httpClient = (): readonly Row[] => [
  twin('httplib.*', 'http.client.*'),
  twin('Cookie.*', 'http.cookies.*'),
  twin('cookielib.*', 'http.cookiejar.*'),
  twin('urlparse.*', 'urllib.parse.*'),
  twin('robotparser.*', 'urllib.robotparser.*'),
  twin('xmlrpclib.*', 'xmlrpc.client.*'),
  twin('urllib2.HTTPError', 'urllib.error.HTTPError'),
  twin('urllib2.URLError', 'urllib.error.URLError'),
  twin('urllib2.*', 'urllib.request.*'),
  ...'urlopen urlretrieve urlcleanup URLopener FancyURLopener getproxies proxy_bypass pathname2url url2pathname'
    .split(' ')
    .map((name) => twin(`urllib.${name}`, `urllib.request.${name}`)),
  ...'quote quote_plus unquote unquote_plus urlencode'
    .split(' ')
    .map((name) => twin(`urllib.${name}`, `urllib.parse.${name}`)),

  ...everyCall('http-request', under('urllib.request', 'urlopen urlretrieve Request'), 'url', 0),
  concept('urllib.request.OpenerDirector.open', 'http-request', 'fullurl', 0),
  ...everyCall('http-request', under('urllib.request.URLopener', 'open retrieve'), undefined, 0),
  ...everyCall('http-request', under('http.client.HTTPConnection', 'request putrequest'), 'url', 1),
  concept('urllib.request.urlopen', 'tls-client-verified', 'context'),
  concept('urllib.request.HTTPSHandler', 'tls-client-verified', 'context', 1),
  concept('http.client.HTTPSConnection', 'tls-client-verified', 'context'),
  concept('xmlrpc.client.ServerProxy', 'tls-client-verified', 'context'),
  concept('xmlrpc.client.SafeTransport', 'tls-client-verified', 'context'),
  concept('http.client.HTTPConnection', 'plaintext-client', 'host', 0),
  concept('http.client.HTTPConnection.putheader', 'http-response-header', 'values', 1),
  ...everyCall('xml-rpc-client', ['xmlrpc.client.ServerProxy', 'xmlrpc.client.Server'], 'uri', 0),
  signature('xmlrpc.client.Server', 'uri, transport=, encoding=, verbose=, allow_none='),
  returns('urllib.request.urlopen', 'http.client.HTTPResponse'),
  returns('urllib.request.OpenerDirector.open', 'http.client.HTTPResponse'),

  source('urllib.request.urlopen', 'network', 'a downloaded document'),
  source('urllib.request.urlretrieve', 'network', 'a downloaded file'),
  source('urllib.request.OpenerDirector.open', 'network', 'a downloaded document'),
  source('http.client.HTTPConnection.getresponse', 'network', 'an HTTP response'),
  ...everySource(
    'network',
    under('http.client.HTTPResponse', 'read read1 readinto readline readlines getheader getheaders headers msg reason'),
    'an HTTP response',
  ),
  ...under('http.client.HTTPResponse', 'status version closed fileno getcode').map(harmless),
  ...everySource(
    'network',
    ['xmlrpc.client.ServerProxy.__getattr__', 'xmlrpc.client._Method.__call__'],
    'an XML-RPC response',
  ),
  source('xmlrpc.client.ServerProxy', 'network', 'an XML-RPC response'),
  source('http.cookies.SimpleCookie.load', 'network', 'a cookie'),

  ...everyCall('url-parse', under('urllib.parse', 'urlparse urlsplit'), 'url', 0),
  concept('urllib.parse.urljoin', 'url-join', 'url', 1),
  cleaner('urllib.parse.quote', 'markup', 'header', 'shell'),
  cleaner('urllib.parse.quote_plus', 'markup', 'header', 'shell', 'path-traversal'),
  cleaner('urllib.parse.urlencode', 'header'),
  ...everyCall('deserialize', under('http.cookies', 'SmartCookie SerialCookie'), 'input', 0),
  signature('http.cookies.SmartCookie', 'input='),
  signature('http.cookies.SerialCookie', 'input='),
];
