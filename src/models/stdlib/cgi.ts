// cgi and cgitb, removed in Python 3.13, and their Python 2 classes.

import { concept, everyCall, everySource, libraryClass, type Row, signature, twin, under } from '../model.ts';

export const cgi = (): readonly Row[] => [
  ...everySource('network', under('cgi', 'FieldStorage MiniFieldStorage parse parse_multipart'), 'a form field'),
  ...everySource(
    'network',
    under('cgi', 'SvFormContentDict FormContentDict FormContent InterpFormContentDict'),
    'a form field',
  ),
  ...everyCall('cgi-form', under('cgi', 'FieldStorage parse parse_multipart')),
  ...everyCall('cgi-form', under('cgi', 'SvFormContentDict FormContentDict FormContent InterpFormContentDict')),
  ...everyCall('cgi-traceback', under('cgitb', 'enable handler Hook')),
  ...everyCall(
    'cgi-dump',
    under('cgi', 'test print_environ print_form print_directory print_environ_usage print_arguments print_exception'),
  ),
  twin('cgi.parse_qs', 'urllib.parse.parse_qs'),
  twin('cgi.parse_qsl', 'urllib.parse.parse_qsl'),
  concept('cgi.escape', 'xml-escape', 's', 0),
  signature('cgi.escape', 's, quote='),
  libraryClass('cgi.FormContentDict'),
  libraryClass('cgi.SvFormContentDict', 'cgi.FormContentDict'),
  libraryClass('cgi.InterpFormContentDict', 'cgi.SvFormContentDict'),
  libraryClass('cgi.FormContent', 'cgi.FormContentDict'),
];
