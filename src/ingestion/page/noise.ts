import type { Element } from './html-tree';
import { attribute, namesOf } from './tree-search';

/**
 * How surely a part of a page is beside the article, by its tag, role and the words of its class.
 *
 * 0: not at all. 1: often (a box, a caption, a byline). 2: nearly always (sharing, comments, more to read). 3: always (navigation, footer).
 */
export function noiseOf(element: Element): 0 | 1 | 2 | 3 {
  const { tag, attributes } = element;
  if (surelyNoise.has(tag)) return 3;
  if (neverNoise.has(tag)) return tag === 'article' && hasAncestor(element, 'article') ? 1 : 0;
  if (attributes.size) {
    const role = attributes.get('role');
    if (role && noiseRoles.has(role.trim())) return 2;
    const names = namesOf(element);
    if (names) {
      if (strong.test(names)) return embedded.test(names) ? 0 : 2;
      if (!tableParts.has(tag) && weak.test(names)) return 1;
      if (tag !== 'p' && shells.test(names)) return 1;
    }
    if (/author|datePublished|dateModified|comment|publisher|headline/.test(attribute(element, 'itemprop')) && tag !== 'div') return 1;
  }
  return oftenNoise.has(tag) ? 1 : 0;
}

const surelyNoise = new Set('nav footer menu dialog aside'.split(' '));
const oftenNoise = new Set('form figcaption figure address'.split(' '));
const neverNoise = new Set('body html main article #root'.split(' '));
const noiseRoles = new Set('navigation search complementary contentinfo banner dialog alert alertdialog menu menubar toolbar'.split(' '));

const tableParts = new Set('table thead tbody tr td th'.split(' '));
const embedded = / social (?:media )?embed |embed social /;

const strong = oneOf(
  // sharing and following
  'share|shares|sharing|sharebar|sharedaddy|sharebuttons?|sharetools|social|socials|socialmedia|follow|follows|followus|addtoany|addthis|whatsapp|teilen|jp relatedposts|jp post flair',
  // more to read
  'related|relatedposts|relatednews|relatedlinks|relateds|recommend|recommends|recommended|recommendations?|recirc|recirculation|more from|more news|more stories|read more|readmore|readnext|read next|also read|read also|most read|mostread|most popular|popular|trending|latest|latest news|teasers?|teaserlist|outbrain|taboola|zergnet|plista|yarpp|onward|up next|see also|similar|mehr zum thema|zum thema|lire aussi|leer mas|relacionadas?|relacionados?|notas relacionadas|correlati|powiazane|lees ook|prev next|next prev|pager|pagination|post nav|postnav|post navigation|nav links|navlinks|nextprev|siblings',
  // comments
  'comments?|commentlist|comment list|commenting|disqus|respond|reply|replies|kommentare?|commentaires?|comentarios?|commenti|komentarze|livefyre|viafoura|spot im|leserbrief',
  // letters and consent
  'newsletters?|newslettersignup|signup|sign up|mailchimp|optin|cookies?|cookiebar|cookie banner|consent|gdpr',
  // frames of the page
  'nav|navi|navbar|navigation|menu|menus|submenu|breadcrumbs?|crumbs?|sidebar|side bar|sidebars|rail|right rail|footer|page footer|site header|masthead|topbar|toolbar|skip link|skiplink|searchform',
  // not for eyes
  'visually hidden|visuallyhidden|sr only|screen reader text|screen reader|screenreader|noprint|no print|offscreen|a11y hidden',
  // selling
  'ad|ads|adv|adverts?|advertisement|advertising|adbox|adslot|ad slot|adwrapper|adcontainer|dfp|gpt|sponsored|werbung|anzeigen?|publicidad|publicite|pubblicita|reklama|reklame|donate|donations?',
);

const weak = oneOf(
  'bylines?|authors?|autor|autoren|authorbox|author box|author bio|author info|bio|about author|about the author|contributors?|meta|metadata|meta info|post meta|entry meta|article meta|postmeta|dateline|timestamp|date|datum|published|pubdate|tags?|taglist|tag list|tagcloud|tag cloud|topics|topic list|keywords|category|categories|cat links|rubrik|kicker|eyebrow|reading time|readingtime|ratings?|votes?|voting|toc|table of contents|audio player|text to speech|video player|video playlist|print only|printonly|printfriendly|print link|feedback',
  'rollover|captions?|figcaption|wp caption|wp caption text|image caption|photo caption|credits?|image credit|photo credit|bildunterschrift|bildtext|legende?|gallery|galleries|slideshow|slider|carousel|swiper|thumbnails?|thumb',
  'promos?|promobox|promotion|banners?|sponsor|affiliate|commercial|shopping|buybox|product list|crowdfunding|cta|call to action|disclaimer|copyright|copy right',
);

const shells = oneOf(
  'subscribe|subscriptions?|subscriber|paywall|login|register|registration|offers?|popup|modal|overlay|lightbox|tooltip|toast|notification|widgets?|header|tools|toolbox|ticker|poll|quiz|infobox|factbox|info box|fact box',
);

function hasAncestor(element: Element, tag: string): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.tag === tag) return true;
  return false;
}

function oneOf(...lists: string[]): RegExp {
  return new RegExp(` (?:${lists.join('|')}) `);
}
