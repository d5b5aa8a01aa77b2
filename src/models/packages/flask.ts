// Flask, Quart and Werkzeug: requests, responses, sessions and the debugger.

import {
  cleaner,
  concept,
  everyCall,
  handed,
  harmless,
  items,
  libraryClass,
  passes,
  type Row,
  registrars,
  returns,
  signature,
  source,
  twin,
  under,
} from '../model.ts';

const request = 'werkzeug.wrappers.Request';

export const flask = (): readonly Row[] => [
  twin('quart.*', 'flask.*'),
  twin('flask.wrappers.Request', 'flask.Request'),
  twin('werkzeug.Request', request),
  twin('werkzeug.Response', 'werkzeug.wrappers.Response'),
  twin('werkzeug.secure_filename', 'werkzeug.utils.secure_filename'),
  twin('werkzeug.generate_password_hash', 'werkzeug.security.generate_password_hash'),
  twin('werkzeug.check_password_hash', 'werkzeug.security.check_password_hash'),
  libraryClass('flask.Flask'),
  libraryClass('flask.Blueprint'),
  libraryClass('flask.Request', request),
  libraryClass('flask.Response', 'werkzeug.wrappers.Response'),
  libraryClass(request),
  libraryClass('werkzeug.wrappers.Response'),
  libraryClass('werkzeug.datastructures.FileStorage'),
  returns('flask.request', 'flask.Request'),
  returns('flask.make_response', 'flask.Response'),

  source('flask.request', 'network', 'flask.request'),
  source('flask.Request', 'network', 'the request'),
  source(request, 'network', 'the request'),
  source('werkzeug.datastructures.FileStorage', 'network', 'an uploaded file'),
  ...['flask.request', 'flask.Request', request].flatMap((owner) =>
    under(
      owner,
      'endpoint url_rule blueprint blueprints max_content_length app environ_base is_json is_secure routing_exception method content_length remote_addr scheme server is_multiprocess is_multithread is_run_once trace_id accept_mimetypes',
    ).map(harmless),
  ),

  // Fields of requests are text.
  ...['flask.request', 'flask.Request'].flatMap((owner) =>
    under(owner, 'args form values cookies headers view_args').flatMap((name) => [
      items(name, 'builtins.str'),
      returns(`${name}.get`, 'builtins.str'),
      returns(`${name}.pop`, 'builtins.str'),
      items(`${name}.getlist`, 'builtins.str'),
    ]),
  ),

  // signed: the program's own words, whoever carries them
  source('flask.session', 'stored', 'the session'),
  ...registrars(['flask.Flask.add_url_rule', 'flask.Blueprint.add_url_rule'], 'view_func', 2, [
    '*',
    'network',
    'the URL',
  ]),
  libraryClass('flask.views.View'),
  libraryClass('flask.views.MethodView', 'flask.views.View'),
  ...[...under('flask.views.MethodView', 'get post put patch delete head'), 'flask.views.View.dispatch_request'].map(
    (name) => handed(name, '*', 'network', 'the URL'),
  ),
  handed(`${request}.application`, '0', 'network', 'the request', request),

  concept('flask.Flask.run', 'web-debug-server', 'debug', 2),
  concept('flask.Flask.run', 'http-server', 'host', 0),
  signature('flask.Flask.run', 'host=, port=, debug=, load_dotenv=, **options'),
  concept('werkzeug.serving.run_simple', 'http-server', 'hostname', 0),
  concept('werkzeug.serving.run_simple', 'web-debug-server', 'use_debugger', 4),
  concept('werkzeug.debug.DebuggedApplication', 'web-debug-server', 'evalex', 1),
  concept('flask.redirect', 'http-redirect', 'location', 0),
  concept('werkzeug.utils.redirect', 'http-redirect', 'location', 0),
  concept('flask.render_template_string', 'template-from-text', 'source', 0),
  ...everyCall(
    'http-response-body',
    ['flask.make_response', 'flask.Response', 'werkzeug.wrappers.Response'],
    undefined,
    0,
  ),
  concept('werkzeug.wrappers.Response.set_cookie', 'cookie-set', 'value', 1),
  signature(
    'werkzeug.wrappers.Response.set_cookie',
    'key, value=, max_age=, expires=, path=, domain=, secure=, httponly=, samesite=, partitioned=',
  ),
  concept('flask.send_file', 'file-response', 'path_or_file', 0),
  ...everyCall('file-response', ['flask.send_from_directory', 'werkzeug.utils.send_from_directory'], 'directory', 0),
  concept('werkzeug.security.safe_join', 'path-join'),
  concept('werkzeug.security.generate_password_hash', 'password-hash', 'password', 0),
  concept('werkzeug.datastructures.FileStorage.save', 'path-write', 'dst', 0),
  passes('werkzeug.utils.secure_filename'),
  passes('werkzeug.security.safe_join'),
  cleaner('werkzeug.utils.secure_filename', 'path-traversal'),
  cleaner('werkzeug.security.safe_join', 'path-traversal'),
];
