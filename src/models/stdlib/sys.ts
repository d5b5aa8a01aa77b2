// sys and site: arguments, standard input and where modules come from.

import { concept, everyCall, everySource, type Row, under } from '../model.ts';

export const sys = (): readonly Row[] => [
  ...everySource('argument', ['sys.argv', 'sys.orig_argv'], 'the command line'),
  ...everySource('argument', ['sys.stdin', 'sys.__stdin__'], 'standard input'),
  ...everyCall('module-search-path', under('sys.path', 'append insert extend')),
  concept('site.addsitedir', 'module-search-path', 'sitedir', 0),
  concept('sys.set_int_max_str_digits', 'int-limit', 'maxdigits', 0),
];
