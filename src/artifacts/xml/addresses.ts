// Where an address in a document leads: what a reader that follows it would open.

export type Reach =
  /** into the document itself, or to a name that is no place: `urn:`, `data:` */
  | 'nowhere'
  /** beside the document */
  | 'beside'
  /** out of the folder of the document */
  | 'above'
  /** a file of the machine, wherever the document lies */
  | 'machine'
  /** a document type or schema where everybody finds it */
  | 'published'
  | 'network'
  /** what only some parsers know, and which runs programs or looks into archives: `expect:`, `php:`, `jar:` */
  | 'special';

export function reachOf(address: string): Reach {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.startsWith('#')) return 'nowhere';
  if (/^(\\\\|\/\/)/.test(trimmed)) return 'network';
  if (/^([a-zA-Z]:[\\/]|[/\\])/.test(trimmed)) return 'machine';
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme === undefined) return /(^|[/\\])\.\.([/\\]|$)|%2e%2e/i.test(trimmed) ? 'above' : 'beside';
  switch (scheme) {
    case 'urn':
    case 'data':
    case 'about':
    case 'mailto':
    case 'cid':
      return 'nowhere';
    case 'file':
      // the host of a file's address is another machine
      return /^file:\/\/(?!localhost\/|127\.0\.0\.1\/)[^/\\?#]/i.test(trimmed) ? 'network' : 'machine';
    case 'http':
    case 'https':
      return isPublished(trimmed) ? 'published' : 'network';
    case 'ftp':
    case 'ftps':
    case 'sftp':
    case 'tftp':
    case 'ldap':
    case 'ldaps':
    case 'smb':
    case 'gopher':
    case 'dict':
    case 'ws':
    case 'wss':
      return 'network';
    default:
      return 'special';
  }
}

/** Hosts of bodies that publish document types and schemas, each with what lies below it. */
const publishers = [
  'w3.org',
  'oasis-open.org',
  'docbook.org',
  'apple.com',
  'freedesktop.org',
  'gnome.org',
  'kde.org',
  'java.sun.com',
  'xmlns.jcp.org',
  'jakarta.ee',
  'oracle.com',
  'apache.org',
  'springframework.org',
  'hibernate.org',
  'mybatis.org',
  'checkstyle.org',
  'puppycrawl.com',
  'eclipse.org',
  'jetbrains.org',
  'microsoft.com',
  'openxmlformats.org',
  'opengis.net',
  'openoffice.org',
  'musicxml.org',
  'tei-c.org',
  'nih.gov',
  'loc.gov',
  'purl.org',
  'dublincore.org',
  'sitemaps.org',
  'topografix.com',
  'netscape.com',
  'xml.org',
  'inkscape.org',
  'sodipodi.sourceforge.net',
  'qt.io',
  'trolltech.com',
  'omg.org',
  'relaxng.org',
  'schemas.xmlsoap.org',
  'adobe.com',
  'jetty.org',
  'eclipse.dev',
  'debian.org',
  'python.org',
];

function isPublished(address: string): boolean {
  // no user, no port: neither stands in the address of a document type
  const host = /^https?:\/\/([a-zA-Z0-9.-]+)(?=[/?#]|$)/i.exec(address)?.[1]?.toLowerCase();
  return host !== undefined && publishers.some((each) => host === each || host.endsWith(`.${each}`));
}
