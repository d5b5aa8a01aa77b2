// Names of Python 2 and of modules that are gone, where a whole module moved. Single names are told next to what they
// became.

import { type Row, twin } from '../model.ts';

const moved: Readonly<Record<string, string>> = {
  __builtin__: 'builtins',
  Queue: 'queue',
  thread: '_thread',
  dummy_thread: '_thread',
  dummy_threading: 'threading',

  htmlentitydefs: 'html.entities',
  HTMLParser: 'html.parser',
  Tkinter: 'tkinter',
  tkFileDialog: 'tkinter.filedialog',
  tkMessageBox: 'tkinter.messagebox',
  ScrolledText: 'tkinter.scrolledtext',
  UserDict: 'collections',
  UserList: 'collections',
  UserString: 'collections',
  _winreg: 'winreg',
  'email.Message': 'email.message',
  'email.MIMEText': 'email.mime.text',
  'email.MIMEMultipart': 'email.mime.multipart',
  'email.MIMEBase': 'email.mime.base',
  'email.Utils': 'email.utils',
  'email.Header': 'email.header',
  'email.Encoders': 'email.encoders',
};

export const python2 = (): readonly Row[] => Object.entries(moved).map(([name, of]) => twin(`${name}.*`, `${of}.*`));
