// Random numbers: the predictable generator, the system's source, and values that only look random.

import { concept, everyCall, type Row, twin, under } from '../model.ts';

const numbers =
  'random randint randrange randbytes getrandbits choice choices sample uniform triangular betavariate binomialvariate expovariate gammavariate gauss lognormvariate normalvariate paretovariate vonmisesvariate weibullvariate shuffle';

export const random = (): readonly Row[] => [
  twin('_random.Random', 'random.Random'),
  twin('whrandom.*', 'random.*'),
  twin('secrets.SystemRandom', 'random.SystemRandom'),
  twin('random.WichmannHill', 'random.Random'),
  ...everyCall('random-number', under('random', numbers)),
  ...everyCall('random-number', under('random.Random', numbers)),
  concept('random.Random', 'random-generator', 'x', 0),
  ...everyCall('random-seed', ['random.seed', 'random.Random.seed'], 'a', 0),
  ...everyCall('random-seed', ['random.setstate', 'random.Random.setstate'], 'state', 0),
  // methods that SystemRandom inherits draw from the system's source all the same
  ...everyCall('secure-random', under('random.SystemRandom', numbers)),
  concept('random.SystemRandom', 'secure-random'),
  ...everyCall('secure-random', under('secrets', 'choice randbelow randbits')),
  ...everyCall('secret-token', under('secrets', 'token_bytes token_hex token_urlsafe'), 'nbytes', 0),
  concept('uuid.uuid4', 'secure-random'),
  ...everyCall('secure-random', under('ssl', 'RAND_bytes'), 'n', 0),
  concept('ssl.RAND_pseudo_bytes', 'random-number', 'n', 0),
  ...everyCall('guessable-value', under('uuid', 'uuid1 uuid6 uuid7 getnode')),
  ...everyCall(
    'guessable-value',
    under('time', 'time time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time ctime'),
  ),
  ...everyCall('guessable-value', under('datetime.datetime', 'now utcnow today')),
];
