// Starlette and FastAPI.

import {
  concept,
  everyCall,
  harmless,
  libraryClass,
  type Row,
  returns,
  signature,
  source,
  twin,
  under,
} from '../model.ts';

const request = 'starlette.requests.Request';
const response = 'starlette.responses.Response';

export const starlette = (): readonly Row[] => [
  twin('fastapi.Request', request),
  twin('fastapi.requests.Request', request),
  twin('fastapi.requests.HTTPConnection', 'starlette.requests.HTTPConnection'),
  twin('fastapi.WebSocket', 'starlette.websockets.WebSocket'),
  twin('fastapi.websockets.WebSocket', 'starlette.websockets.WebSocket'),
  twin('fastapi.Response', response),
  twin('fastapi.responses.*', 'starlette.responses.*'),
  twin('fastapi.datastructures.UploadFile', 'fastapi.UploadFile'),
  libraryClass('starlette.requests.HTTPConnection'),
  libraryClass(request, 'starlette.requests.HTTPConnection'),
  libraryClass('starlette.websockets.WebSocket', 'starlette.requests.HTTPConnection'),
  libraryClass('starlette.datastructures.UploadFile'),
  libraryClass('fastapi.UploadFile', 'starlette.datastructures.UploadFile'),
  libraryClass('fastapi.FastAPI'),
  libraryClass('starlette.applications.Starlette'),
  libraryClass(response),
  ...under(
    'starlette.responses',
    'HTMLResponse PlainTextResponse JSONResponse RedirectResponse StreamingResponse FileResponse',
  ).map((name) => libraryClass(name, response)),

  source('starlette.requests.HTTPConnection', 'network', 'the request'),
  source(request, 'network', 'the request'),
  source('starlette.websockets.WebSocket', 'network', 'a WebSocket message'),
  source('starlette.datastructures.UploadFile', 'network', 'an uploaded file'),
  source('fastapi.UploadFile', 'network', 'an uploaded file'),
  // parameters of an endpoint that are declared so
  ...under('fastapi', 'Query Path Body Form File Header Cookie').map((name) => source(name, 'network', 'the request')),
  libraryClass('starlette.background.BackgroundTasks'),
  twin('fastapi.BackgroundTasks', 'starlette.background.BackgroundTasks'),
  twin('fastapi.background.BackgroundTasks', 'starlette.background.BackgroundTasks'),
  libraryClass('fastapi.security.OAuth2PasswordRequestForm'),
  source('fastapi.security.OAuth2PasswordRequestForm', 'network', 'the request'),
  returns('starlette.endpoints.HTTPEndpoint.request', request),
  // ASGI without a framework: keys that the server fills in by itself
  source('asgiref.typing.HTTPScope', 'network', 'the request'),
  ...'type asgi http_version app state server scheme router endpoint user session extensions'
    .split(' ')
    .map((key) => harmless(`asgiref.typing.HTTPScope["${key}"]`)),
  ...[request, 'starlette.requests.HTTPConnection', 'starlette.websockets.WebSocket'].flatMap((owner) =>
    under(
      owner,
      'app state user auth scope["app"] scope["type"] scope["endpoint"] scope["router"] scope["state"] scope["user"] method base_url client',
    ).map(harmless),
  ),
  ...[request, 'starlette.requests.HTTPConnection', 'starlette.websockets.WebSocket'].map((owner) =>
    source(`${owner}.session`, 'stored', 'the session'),
  ),

  concept('starlette.responses.RedirectResponse', 'http-redirect', 'url', 0),
  concept('starlette.responses.FileResponse', 'file-response', 'path', 0),
  concept('starlette.responses.HTMLResponse', 'http-response-body', 'content', 0),
  concept(`${response}.set_cookie`, 'cookie-set', 'value', 1),
  signature(
    `${response}.set_cookie`,
    'key, value=, max_age=, expires=, path=, domain=, secure=, httponly=, samesite=, partitioned=',
  ),
  concept('uvicorn.run', 'http-server', 'host'),
  ...everyCall('logging-config', ['uvicorn.run', 'uvicorn.Config'], 'log_config'),
  ...everyCall('http-server', ['hypercorn.run.run', 'uvicorn.Config'], undefined, 0),
];
