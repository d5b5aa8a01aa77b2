// What the settings of a stock handler or formatter do when records come, without any code being run: files that are
// written, records that are sent, fields of formats that reach into objects.

import type { Span } from '../../core/index.ts';
import type { Draft } from '../artifact.ts';

export interface HandlerSettings {
  /** for people: `handler_file`, `handlers.file` */
  readonly where: string;
  readonly className: string;
  /** in the file's bytes */
  readonly span: Span;
  /** what the handler's parameters are given; undefined where that is not text or not there */
  readonly filename: string | undefined;
  readonly mode: string | undefined;
  readonly host: string | undefined;
  readonly hasCredentials: boolean;
  readonly isSecure: boolean;
}

/** Files that are run, or that say what is: lines of a log are text that somebody chose. */
const runFile =
  /(?:\.(?:py|pyc|pth|so|sh|bash_profile|bashrc|zshrc|profile|service|desktop)|^\/etc\/(?:passwd|shadow|sudoers|crontab|ld\.so\.preload|profile)|\/(?:authorized_keys|crontab|sitecustomize))$|^\/etc\/(?:cron\.[a-z]+|sudoers\.d|profile\.d|systemd|init\.d|rc\d?\.d)\/|\/\.ssh\/|\/spool\/cron\//;

export function judgeHandler(draft: Draft, settings: HandlerSettings): void {
  const { where, className, span, filename, mode, host, hasCredentials, isSecure } = settings;
  const name = className.slice(className.lastIndexOf('.') + 1);
  if (/FileHandler$/.test(name) && filename !== undefined) {
    draft.detail('writes', filename);
    if (runFile.test(filename)) draft.concern('logging:program-file', 'dangerous', span, { where, path: filename });
    else if (/^(?:[/\\~]|[A-Za-z]:)|(?:^|[/\\])\.\.[/\\]/.test(filename) && /[wx]/.test(mode ?? 'a')) {
      draft.concern('logging:overwritten', 'unknown', span, { where, path: filename });
    }
  }
  if (/^(?:Socket|Datagram|SysLog|HTTP|SMTP)Handler$/.test(name)) {
    draft.detail('sends to', `${host ?? '?'} (${name})`);
    if (name === 'SocketHandler' || name === 'DatagramHandler') {
      draft.concern('logging:sends-pickles', 'unknown', span, { where, host: host ?? 'a host' });
    }
    if (hasCredentials && !isSecure) draft.concern('logging:credentials', 'unknown', span, { where });
  }
}

/**
 * `{name.__init__.__globals__}` with style `{`: str.format() goes from the record's attributes to whatever they have.
 * Time is linear in the length of the format.
 */
export function judgeFormat(draft: Draft, format: string, where: string, span: Span): void {
  for (const [, field = ''] of format.matchAll(/\{([^{}]{1,400})\}/g)) {
    const reached = field.split(/[!:]/)[0] as string;
    if (!/[.[]/.test(reached)) continue;
    const isDeep = /[.[]__\w/.test(reached);
    draft.concern('logging:format-reaches', isDeep ? 'dangerous' : 'unknown', span, { where, field: reached });
  }
}
