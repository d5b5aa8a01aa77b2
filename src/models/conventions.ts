// Functions that nothing in the code registers: a platform finds them by name in its own configuration, or a framework
// through a table that may lie anywhere. What their first parameters are called says who calls them.

import type { HandedSource } from './library.ts';

/** One way in which a function is called from outside, told by its parameters. */
export interface Convention {
  /** names of the first parameters, in order, `self` and `cls` left out */
  readonly parameters: readonly string[];
  /** the function takes no others */
  readonly isWhole: boolean;
  /** stands at the top of a file */
  readonly isTopLevel: boolean;
  /** canonical names of modules of which the file imports at least one; none: the names alone leave no doubt */
  readonly imports: readonly string[];
  /** what they are, by name */
  readonly gives: Readonly<Record<string, HandedSource>>;
}

const network = (text: string, className?: string): HandedSource => ({ provenance: 'network', text, className });

/** Classes of requests, by the modules that hand them out; a file that imports two of them is taken for the first. */
const requestClasses: readonly (readonly [className: string, imports: readonly string[]])[] = [
  ['rest_framework.request.Request', ['rest_framework']],
  ['django.http.HttpRequest', ['django']],
  ['aiohttp.web.Request', ['aiohttp.web']],
  ['starlette.requests.Request', ['starlette', 'fastapi']],
  ['sanic.request.Request', ['sanic']],
  ['pyramid.request.Request', ['pyramid']],
  ['flask.Request', ['functions_framework']],
];

/** Modules that give a parameter of the name `request` another meaning where they are imported. */
export const modulesOfOtherRequests: readonly string[] = ['pytest', 'scrapy'];

const wsgi = { environ: network('the request', 'wsgiref.types.WSGIEnvironment') };

export const conventions: readonly Convention[] = [
  // def lambda_handler(event, context)
  {
    parameters: ['event', 'context'],
    isWhole: true,
    isTopLevel: true,
    imports: [],
    gives: {
      event: network('the event'),
      context: network('the context', 'awslambdaric.lambda_context.LambdaContext'),
    },
  },
  // def application(environ, start_response)
  { parameters: ['environ', 'start_response'], isWhole: true, isTopLevel: false, imports: [], gives: wsgi },
  {
    parameters: ['env', 'start_response'],
    isWhole: true,
    isTopLevel: false,
    imports: [],
    gives: { env: wsgi.environ },
  },
  // def on_get(self, req, resp, name)
  {
    parameters: ['req', 'resp'],
    isWhole: false,
    isTopLevel: false,
    imports: ['falcon'],
    gives: { req: network('the request', 'falcon.Request') },
  },
  // async def handle_DATA(self, server, session, envelope)
  {
    parameters: ['server', 'session', 'envelope'],
    isWhole: true,
    isTopLevel: false,
    imports: ['aiosmtpd'],
    gives: { envelope: network('a mail') },
  },
  // async def application(scope, receive, send)
  {
    parameters: ['scope', 'receive', 'send'],
    isWhole: true,
    isTopLevel: false,
    imports: [],
    gives: { scope: network('the request', 'asgiref.typing.HTTPScope'), receive: network('the request') },
  },
  // def show(request, name)
  ...requestClasses.map(
    ([className, imports]): Convention => ({
      parameters: ['request'],
      isWhole: false,
      isTopLevel: false,
      imports,
      gives: { request: network('the request', className) },
    }),
  ),
];
