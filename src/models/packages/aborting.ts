// Functions of third-party packages that never come back: they end the request or the program with an exception.

import { type Row, returns } from '../model.ts';

const never = 'typing.NoReturn';

export const aborting = (): readonly Row[] =>
  [
    'flask.abort',
    'quart.abort',
    'werkzeug.exceptions.abort',
    'bottle.abort',
    'bottle.redirect',
    'sanic.exceptions.abort',
    'click.Context.abort',
    'click.Context.exit',
    'click.Context.fail',
    'pytest.exit',
    'pytest.fail',
    'pytest.skip',
  ].map((name) => returns(name, never));
