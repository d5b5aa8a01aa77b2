// What `heed help` says. Documented for users.

export const helpText = `heed checks that Python code, and the data that it loads, heeds the Security Considerations of the Python documentation.

  heed [check] [PATH…]       judge code and data; . when none is named, - for standard input
  heed fix [PATH…]           change the code: what it does stays the same; --unsafe for more, --diff to look first
  heed report [PATH…]        the page of security considerations, filled in: heed report -o considerations.html
  heed inspect FILE          what is in a data file: pickles, archives, XML … as their loaders read them; --format json
  heed explain RULE          what a rule means: heed explain pickle/untrusted-load, PKL-01 or B301
  heed explain TOPIC         the rules of a topic: heed explain pickle
  heed explain FILE:LINE     what heed says about a line, and why
  heed rules [TOPIC]         what this version judges: heed rules pickle; --format json for programs, --coverage for counts
  heed debug tokens|tree|names|pickle FILE, heed debug flow FILE[:FUNCTION]
  heed help, heed --version

What is reported
  --show fail,open,pass      verdicts to list, or all (default: fail)
  --min-severity SEVERITY    leave out what is below: critical, high, medium or low
  --gate SEVERITY|never      failures from here on, listed or not, exit with 1 (default: --min-severity)
  --no-suppressions          comments that suppress findings count for nothing

What is fixed
  --unsafe                   also fixes that newly refuse hostile or malformed input
  --diff                     show what would change, and change nothing
  --show VERDICTS            fix these only (default: all that is safe, and with --unsafe what fails)

How it is reported
  --format FORMAT            terminal, json, sarif, markdown or html on standard output
  -o, --output FILE          also write FILE.html, .md, .json, .sarif or .txt; can be repeated
  --trace                    every step from where a value came in, with its code, instead of one line
  --color WHEN               auto, always or never; NO_COLOR and FORCE_COLOR are heeded
  --timing                   how long each phase took, on standard error

What is assumed
  --config FILE              instead of the nearest heed.toml or pyproject.toml with [tool.heed]
  --threat-model MODEL       which sources are hostile: web, cli, library or notebook (default: guessed)
  --python VERSIONS          3.12, ">=3.9" … (default: requires-python)
  --stdin-filename PATH      the path that standard input stands for

Exit codes
  0 nothing to report   1 failures at or above the gate   2 wrong usage or configuration
  3 something was not analysed, or data is not shown to be safe   4 a bug in heed
`;
