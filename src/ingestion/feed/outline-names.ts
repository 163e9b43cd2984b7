/** Elements that hold other elements. */
export const structureNames = names(
  'author atom:author atom:contributor atom:source image itunes:owner itunes:category media:group media:content',
);

/** Elements of RSS that hold HTML. */
export const rssHtmlNames = names(
  'description content:encoded dc:description itunes:summary itunes:subtitle googleplay:description media:description dcterms:abstract',
);

/** Elements of RSS that hold plain text or HTML, and do not say which. */
export const rssTitleNames = names('title dc:title dcterms:title itunes:title media:title');

/** Text constructs of Atom, whose type says what they hold. */
export const atomTextNames = names('atom:title atom:subtitle atom:tagline atom:summary atom:content');

/** Elements that hold a number, which feedsmith reads itself. */
export const numberNames = names('ttl geo:lat geo:long sy:updatefrequency');

/** Every other element that is read. */
export const leafNames = names(
  [...rssHtmlNames, ...rssTitleNames, ...numberNames, ...atomTextNames].join(' ') +
    ' link guid category author enclosure pubdate lastbuilddate source language managingeditor webmaster url name email generator' +
    ' atom:id atom:link atom:published atom:updated atom:issued atom:modified' +
    ' atom:created atom:category atom:icon atom:logo atom:name atom:email atom:uri atom:url dc:creator dc:contributor dc:publisher dc:date' +
    ' dc:language dc:subject dc:identifier dc:source dcterms:creator dcterms:created dcterms:issued dcterms:modified dcterms:available dcterms:date' +
    ' dcterms:subject dcterms:identifier dcterms:language itunes:author itunes:image itunes:keywords itunes:name itunes:email googleplay:author' +
    ' googleplay:image googleplay:category media:credit media:thumbnail media:category media:keywords sy:updateperiod',
);

/** What is written under another name: old and misplaced names of the same thing. */
const renamed: Record<string, string> = {
  'dc:author': 'dc:creator',
  'itunes:link': 'itunes:image',
  'xhtml:body': 'content:encoded',
  'xhtml:div': 'content:encoded',
  encoded: 'content:encoded',
  'content:encode': 'content:encoded',
  fullitem: 'content:encoded',
  body: 'content:encoded',
  'unknown:pubdate': 'pubdate',
  date: 'dc:date',
  published: 'pubdate',
  updated: 'atom:updated',
  modified: 'atom:updated',
  creator: 'dc:creator',
  abstract: 'description',
  summary: 'description',
};

/** The name under which the outline writes an element. */
export function nameInOutline(name: string): string {
  return renamed[name] ?? name;
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
