// Which bytes are a document: those that begin as one and are no HTML. What has neither a declaration nor a document type
// may be many things; it is one only if a parser would take it.

import { Budget, defaultLimits, LimitReached } from '../budget.ts';
import { type ByteSource, stretchOf } from '../source.ts';
import { encodingOf, mentions } from '../text/decode.ts';
import { ContentReader } from './content.ts';
import { detectEncoding } from './encoding.ts';
import { SPACE, XmlText } from './text.ts';

const xmlNames =
  /\.(xml|svg|plist|xsd|xsl|xslt|xlf|xliff|xmp|ui|qrc|rng|wsdl|wadl|gpx|kml|rss|atom|xhtml|xht|rdf|owl|dae|mathml|mml|xmi|xul|xaml|resx|csproj|vcxproj|props|targets|nuspec|config|gml|osm|fb2|opf|ncx|dbk|musicxml|glade|urdf|sdf|mjcf|x3d|vtu|vtp|vti|storyboard|xib)$/i;
const htmlNames =
  /\.(html?|shtml|vue|jsx?|tsx?|php|phtml|erb|ejs|hbs|mustache|jinja2?|j2|njk|twig|tmpl|tpl|md|markdown|rst|txt|csv|log)$/i;
const htmlElements = new Set(
  'html head body div span p a b i table tr td th ul ol li dl form input button select option script style link meta template section nav header footer main article aside h1 h2 h3 h4 h5 h6 img br hr label iframe video audio canvas pre code title base noscript details summary'.split(
    ' ',
  ),
);

/** Bytes of a document without any prolog that are read before it is taken for one. */
const MAX_TRIED = 1024 * 1024;
/** Bytes of comments and instructions that may stand before anything else. */
const MAX_PROLOG = 16 * 1024 * 1024;

export function sniffXml(source: ByteSource, name: string): 'certain' | 'perhaps' | undefined {
  if (source.size < 4 || !mayBeMarkup(source.read(0, 64))) return undefined;
  const encoding = detectEncoding(source);
  const text = new XmlText(stretchOf(source, 0, MAX_PROLOG), encoding);
  const hasXmlName = xmlNames.test(name);
  text.skip(SPACE);
  if (text.takeWord('<?xml') && ' \t\r\n'.includes(String.fromCharCode(text.peek()))) return 'certain';
  text.seek(0);
  text.skip(SPACE);
  // nothing but what may stand before a document, and more of it than anybody writes
  const ifCut = hasXmlName ? 'certain' : source.size > MAX_PROLOG ? 'perhaps' : undefined;
  let isPage = htmlNames.test(name);
  while (text.peek() >= 0) {
    if (text.takeWord('<!--')) {
      if (!text.skipPast('-->')) return ifCut;
    } else if (text.takeWord('<?')) {
      // For whoever reads XML, `<?php … ?>` is an instruction like any other.
      if (text.takeWord('php')) isPage = true;
      if (!text.skipPast('?>')) return isPage ? undefined : ifCut;
    } else if (text.takeWord('<!DOCTYPE')) {
      if (hasXmlName || !isHtmlDoctype(text)) return 'certain';
      const holds = hasDeclarations(text);
      return holds === undefined ? ifCut : holds ? 'certain' : undefined;
    } else return text.takeWord('<') ? sniffElement(source, text, isPage, hasXmlName) : undefined;
    text.skip(SPACE);
  }
  return source.size > MAX_PROLOG ? ifCut : undefined;
}

/** Most files begin with something else: told by their first bytes, whatever they are encoded in. */
function mayBeMarkup(head: Uint8Array): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = head;
  // a byte order mark, UTF-16 or UTF-32 without one, EBCDIC
  if (a >= 0xef || a === 0 || b === 0 || c === 0 || d === 0 || a === 0x4c) return true;
  const first = head.find((byte) => !isSpace(byte));
  return first === undefined || first === LESS_THAN;
}

const LESS_THAN = 0x3c;
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** `<!DOCTYPE html>` is HTML; with declarations of its own it is read as XML by whoever reads XML. */
function isHtmlDoctype(text: XmlText): boolean {
  return /^[ \t\r\n]{1,64}html\b/i.test(text.decode(text.position, text.position + 80));
}

/** Whether a document type has declarations of its own, in brackets; undefined: it goes on and on. */
function hasDeclarations(text: XmlText): boolean | undefined {
  for (;;) {
    const unit = text.take();
    if (unit < 0) return undefined;
    if (unit === OPEN) return true;
    if (unit === GREATER_THAN) return false;
    // What stands in quotes ends nothing.
    if ((unit === DOUBLE || unit === SINGLE) && !text.skipPast(String.fromCharCode(unit))) return undefined;
  }
}

const OPEN = 0x5b;
const GREATER_THAN = 0x3e;
const DOUBLE = 0x22;
const SINGLE = 0x27;

function sniffElement(
  source: ByteSource,
  text: XmlText,
  isPage: boolean,
  hasXmlName: boolean,
): 'certain' | 'perhaps' | undefined {
  const head = text.decode(text.position, text.position + 256);
  const element = /^[A-Za-z_:\u0080-\uffff][^\s<>"'&/=]{0,255}/.exec(head)?.[0];
  if (element === undefined) return undefined;
  if (hasXmlName) return 'certain';
  // A page can be a document all the same, whose parts come from elsewhere.
  if ((isPage || htmlElements.has(element.toLowerCase())) && !mayInclude(source)) return undefined;
  return source.size > MAX_TRIED || isWellFormed(source) ? 'perhaps' : undefined;
}

/** An element's own name cannot be written with references, as the name of its namespace can. */
function mayInclude(source: ByteSource): boolean {
  const encoding = encodingOf(source);
  return encoding !== undefined && mentions(source, encoding, [':include', '<include']);
}

function isWellFormed(source: ByteSource): boolean {
  const text = new XmlText(source, detectEncoding(source));
  let isGood = true;
  const wrong = () => {
    isGood = false;
  };
  const watch = {
    elements: new Set<number>(),
    doctype: () => undefined,
    reference: wrong,
    tag: () => undefined,
    instruction: () => undefined,
    mistake: wrong,
  };
  try {
    new ContentReader(text, watch, new Budget(defaultLimits, () => 0), false).read();
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
  }
  return isGood && text.isValid;
}
