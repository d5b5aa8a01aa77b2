// The environment variables that change how Python starts or what it does without being asked, as its documentation
// lists them (using/cmdline.html#environment-variables). Readers keep these and forget all others.

const variables: ReadonlySet<string> = new Set([
  'PYTHONASYNCIODEBUG',
  'PYTHONBREAKPOINT',
  'PYTHONCASEOK',
  'PYTHONDEVMODE',
  'PYTHONEXECUTABLE',
  'PYTHONHASHSEED',
  'PYTHONHOME',
  'PYTHONHTTPSVERIFY',
  'PYTHONINSPECT',
  'PYTHONINTMAXSTRDIGITS',
  'PYTHONMALLOC',
  'PYTHONOPTIMIZE',
  'PYTHONPATH',
  'PYTHONPLATLIBDIR',
  'PYTHONPYCACHEPREFIX',
  'PYTHONSAFEPATH',
  'PYTHONSTARTUP',
  'PYTHONUSERBASE',
  'PYTHONWARNINGS',
  'PYTHON_DISABLE_REMOTE_DEBUG',
  'SSLKEYLOGFILE',
]);

export function isPythonVariable(name: string): boolean {
  return variables.has(name);
}
