/** The elements that may be served, each with the attributes that it may keep beside `globalAttributes`. Anything else loses its tags and keeps its text. */
export const allowedElements = new Map<string, readonly string[]>([
  ['a', ['href', 'hreflang', 'rel']],
  ['audio', ['src', 'controls']],
  ['blockquote', ['cite']],
  ['col', ['span']],
  ['colgroup', ['span']],
  ['del', ['cite', 'datetime']],
  ['img', ['src', 'srcset', 'sizes', 'alt', 'width', 'height']],
  ['ins', ['cite', 'datetime']],
  ['li', ['value']],
  ['ol', ['start', 'reversed', 'type']],
  ['q', ['cite']],
  ['source', ['src', 'srcset', 'sizes', 'type', 'media']],
  ['td', ['colspan', 'rowspan']],
  ['th', ['colspan', 'rowspan', 'scope']],
  ['time', ['datetime']],
  ['track', ['src', 'kind', 'srclang', 'label']],
  ['video', ['src', 'poster', 'controls', 'width', 'height']],
  ...plain('abbr address article aside b bdi bdo big br caption center cite code dd details dfn div dl dt em figcaption figure footer'),
  ...plain('h1 h2 h3 h4 h5 h6 header hgroup hr i kbd main mark nav p picture pre rp rt ruby s samp section small span strike strong'),
  ...plain('sub summary sup table tbody tfoot thead tr tt u ul var wbr'),
]);

/** Attributes that every allowed element may keep. */
export const globalAttributes = new Set(['title', 'lang', 'dir']);

/** Elements that have no end. */
export const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

/** Elements that vanish with all that they hold. */
export const droppedElements = new Set(['script', 'style', 'template', 'noembed', 'noframes', 'textarea', 'title', 'xmp']);

/** Elements that stand on lines of their own. */
export const blockElements = new Set(
  (
    'address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr li main menu nav ol option p pre section select summary table tbody td tfoot th thead tr ul video audio'
  ).split(' '),
);

function plain(names: string): [string, readonly string[]][] {
  return names.split(' ').map(name => [name, []]);
}
