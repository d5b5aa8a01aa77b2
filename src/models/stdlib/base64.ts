// Encodings without a key: base64, binascii, codecs and the mail modules that decode on the side.

import { concept, everyCall, type Row, under } from '../model.ts';

export const base64 = (): readonly Row[] => [
  ...everyCall(
    'lenient-base64-decode',
    under('base64', 'b64decode standard_b64decode urlsafe_b64decode decodebytes decodestring'),
    's',
    0,
  ),
  concept('base64.decode', 'lenient-base64-decode', 'input', 0),
  concept('binascii.a2b_base64', 'lenient-base64-decode', 'data', 0),
  concept('email.base64mime.decode', 'lenient-base64-decode', 'string', 0),
  concept('email.base64mime.decodestring', 'lenient-base64-decode', 'string', 0),
  concept('xmlrpc.client.Binary.decode', 'lenient-base64-decode', 'data', 0),
  ...everyCall('case-folding-decode', under('base64', 'b32decode b32hexdecode b16decode'), 's', 0),
  ...everyCall('hex-decode', under('binascii', 'unhexlify a2b_hex'), 'hexstr', 0),
  concept('codecs.decode', 'codec-decode', 'obj', 0),
  ...everyCall(
    'reversible-encode',
    under(
      'base64',
      'b64encode standard_b64encode urlsafe_b64encode b32encode b32hexencode b16encode z85encode encodebytes encodestring',
    ),
    's',
    0,
  ),
  ...everyCall('reversible-encode', under('base64', 'a85encode b85encode'), 'b', 0),
  ...everyCall('reversible-encode', under('binascii', 'b2a_base64 hexlify b2a_hex'), 'data', 0),
];
