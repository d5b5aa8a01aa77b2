// Names of the standard library that rows mention although typeshed does not have them: what only Python 2 had, what was
// removed before the oldest Python that typeshed describes, and what exists without being documented.

const byReason = {
  'Python 2': [
    'builtins.execfile',
    'builtins.file',
    'builtins.raw_input',
    'cgi.SvFormContentDict',
    'cgi.FormContentDict',
    'cgi.FormContent',
    'cgi.InterpFormContentDict',
    'http.cookies.SmartCookie',
    'http.cookies.SerialCookie',
    'os.popen2',
    'os.popen3',
    'os.popen4',
    'os.tempnam',
    'os.tmpnam',
    'os.tmpfile',
    'platform.popen',
  ],
  removed: [
    'base64.decodestring',
    'base64.encodestring',
    'cgi.escape',
    'plistlib.readPlist',
    'plistlib.readPlistFromBytes',
    'plistlib.readPlistFromString',
  ],
  undocumented: [
    'http.server.test',
    'http.server.BaseHTTPRequestHandler.raw_requestline',
    'lib2to3.pgen2.grammar.Grammar.loads',
    'lib2to3.pgen2.driver.load_packaged_grammar',
    'multiprocessing.connection.XmlListener',
    'multiprocessing.connection.XmlClient',
    'pydoc.browse',
    'ssl._create_stdlib_context',
    'ssl._https_verify_certificates',
    'tempfile._get_candidate_names',
  ],
};

export const namesBeyondTypeshed = (): readonly string[] => Object.values(byReason).flat();
