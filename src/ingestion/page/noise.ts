import type { Element } from './html-tree';
import { attribute, marksOf } from './tree-search';

/** Whether a part of a page is named, by its tag, role or class, as something beside the article: navigation, sharing, comments, advertising. */
export function isNamedAsNoise(element: Element): boolean {
  if (noiseTags.has(element.tag)) return true;
  if (element.attributes.size === 0) return false;
  if (noiseRoles.has(attribute(element, 'role'))) return true;
  const marks = marksOf(element);
  return marks.length > 2 && noiseMarks.test(marks) && !articleMarks.test(marks);
}

const noiseTags = new Set('nav footer aside form figcaption figure dialog menu address'.split(' '));
const noiseRoles = new Set('navigation search complementary contentinfo banner dialog alert alertdialog menu menubar toolbar tablist'.split(' '));

const words = [
  // sharing and following
  'share|shares|sharing|sharebar|sharedaddy|sharebutton|sharebuttons|sharetools|social|socials|socialmedia|social-share|follow|follows|addtoany|addthis|jp|whatsapp|teilen',
  // more to read
  'related|relatedposts|relateds|recommend|recommended|recommendation|recommendations|recirc|recirculation|more from|read more|readmore|readnext|read next|also read|most read|mostread|popular|trending|latest|teaser|teasers|teaserlist|promo|promos|promobox|outbrain|taboola|zergnet|plista|yarpp|onward|up next|see also|inline related|similar|mehr zum thema|zum thema|lire aussi|a lire aussi|leer mas|relacionadas|relacionados|relacionada|altri articoli|correlati|powiazane|lees ook|les ogsa|prev next|next prev|pager|pagination|post nav|nav links|navlinks|nextprev|siblings',
  // comments
  'comment|comments|commentlist|comment list|commenting|disqus|respond|reply|replies|kommentare|kommentar|commentaires|comentarios|commenti|komentarze|discussion|livefyre|coral|viafoura|spot im|fb comments|leserbrief',
  // selling
  'ad|ads|adv|advert|adverts|advertisement|advertising|advertorial|adbox|adslot|ad slot|adwrapper|adcontainer|dfp|gpt|banner|banners|sponsor|sponsored|werbung|anzeige|anzeigen|publicidad|publicite|pubblicita|reklama|reklame|affiliate|commercial|shop|shopping|buybox|product list|donate|donation|donations|crowdfunding|spenden|merch',
  // letters, accounts, doors
  'newsletter|newsletters|newslettersignup|signup|sign up|subscribe|subscription|subscriptions|subscriber|abo|paywall|paywalled|piano|login|register|registration|offer|offers|premium teaser|mailchimp|optin|cta|call to action|push notification',
  // consent and notices
  'cookie|cookies|cookiebar|consent|gdpr|cmp|privacy|disclaimer|copyright|copy right|popup|modal|overlay|lightbox|tooltip|toast|alert bar|notification',
  // frames of the page
  'nav|navi|navbar|navigation|menu|menus|submenu|breadcrumb|breadcrumbs|crumb|crumbs|sidebar|side bar|sidebars|rail|right rail|footer|page footer|site header|masthead|topbar|toolbar|tools|toolbox|skip|skip link|skiplink|search|searchform|widget|widgets|tab bar|ticker|breaking news bar',
  // about the text
  'byline|bylines|author|authors|autor|autoren|authorbox|author box|author bio|author info|bio|about author|about the author|contributor|contributors|meta|metadata|meta info|post meta|entry meta|article meta|postmeta|dateline|timestamp|date|datum|published|pubdate|tags|tag|taglist|tag list|tagcloud|tag cloud|topics|topic list|keywords|category|categories|cat links|rubrik|kicker|eyebrow|reading time|readingtime|rating|ratings|vote|votes|voting|print only|printonly|printfriendly|print link|correction form|feedback|report error|toc|table of contents|audio player|listen|text to speech|speech|video player|player|playlist',
  // beside pictures
  'caption|captions|figcaption|wp caption|wp caption text|image caption|photo caption|credit|credits|image credit|photo credit|bildunterschrift|bildtext|legende|legend|gallery|galleries|slideshow|slider|carousel|swiper|thumbnail|thumbnails|thumb|media info',
  // not for eyes
  'hidden|hide|visually hidden|visuallyhidden|sr only|screen reader text|screen reader|screenreader|noprint|no print|offscreen|a11y hidden|d none|template',
];
const noiseMarks = new RegExp(` (?:${words.join('|')}) `);

/** A part named like this is the article, whatever else its name says. */
const articleMarks =
  / (?:article (?:body|text|content|main|page|wrapper|container)|articlebody|articletext|story (?:body|text|content)|storybody|entry content|post (?:content|body|text)|content body|body (?:text|content)|main content|article) /;
