// Temporary files.

import { concept, everyCall, type Row, returns, signature, under } from '../model.ts';

export const tempfile = (): readonly Row[] => [
  concept('tempfile.mktemp', 'temp-name'),
  concept('tempfile._get_candidate_names', 'temp-name'),
  signature('tempfile._get_candidate_names', ''),
  ...everyCall('temp-file', under('tempfile', 'mkstemp NamedTemporaryFile TemporaryFile SpooledTemporaryFile'), 'dir'),
  ...everyCall('temp-directory', under('tempfile', 'mkdtemp TemporaryDirectory'), 'dir'),
  ...everyCall('temp-location', under('tempfile', 'gettempdir gettempdirb tempdir')),
  returns('tempfile.gettempdir', 'builtins.str'),
];
