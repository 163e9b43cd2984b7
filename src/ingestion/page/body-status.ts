import type { Element } from './html-tree';
import { textOfValue, type LinkedData } from './json-ld';
import type { BodyStatus } from './page';
import type { PageSources } from './page-sources';
import { findAll, namesOf, textOf } from './tree-search';

/** What stands in the way of reading the whole article, judged by the text that was found and by what the page says of itself. */
export function bodyStatusOf({ root, data: articles }: PageSources, text: string): BodyStatus {
  const isShort = text.length < 2_500;
  if (text.length < 600 && isConsentWall(root, text)) return 'CONSENT_WALL';
  if (isShort && (hasPaywall(root) || (articles.some(isLocked) && (text.length < 800 || cutOff.test(text))))) return 'PAYWALL';
  if (text.length < 40) return 'EMPTY';
  if (text.length < 1_500 && cutOff.test(text)) return 'TEASER';
  const words = Math.max(0, ...articles.map(({ wordCount }) => Number(wordCount) || 0));
  if (words > 150 && text.split(/\s+/).length < words * 0.4) return 'TEASER';
  return 'FULL';
}

/** Whether data say that reading costs something. */
export function isLocked(data: LinkedData): boolean {
  return data.isAccessibleForFree === false || /^false$|\/False$/i.test(textOfValue(data.isAccessibleForFree));
}

const cutOff =
  /(?:\[?(?:…|\.\.\.)\]?|(?:read more|continue reading|read the full story|weiterlesen|mehr lesen|jetzt weiterlesen|lire la suite|leer más|continua a leggere|lees verder|czytaj dalej|läs mer|les mer)[\s.…»>→]*)$/i;
const consentWords =
  /before you continue|we value your privacy|we use cookies|cookies? (?:and|or) similar|accept all|manage (?:cookies|consent|preferences)|your privacy|zustimmung|mit werbung|cookies? (?:zu|akzeptieren)|datenschutz|nous respectons votre vie privée|accepter et continuer|aceptar y continuar|consenso|consentimiento|zgod/i;
const paywallNames =
  / (?:paywall|regwall|pay wall|paid content|paywalled|piano|premium content|subscriber only|subscription wall|meteredcontent|abo wall|paygate|gateway) /;
const paywallWords =
  /subscribe (?:now )?to (?:continue|read|keep reading|unlock)|(?:already a|become a|for) subscribers?\b|to continue reading|subscription required|exclusive(?:ly)? (?:to|for) (?:our )?subscribers|mit .{0,30}abo|jetzt (?:weiterlesen|abonnieren|testen)|weiterlesen mit|nur für abonnenten|abonnenten|réservé aux abonnés|abonnez-vous|suscríbete|solo para suscriptores|abbonati|prenumerera|bli abonnent|lees verder met/i;

function isConsentWall(root: Element, text: string): boolean {
  if (consentWords.test(text)) return true;
  return text.length < 40 && consentWords.test(textOf(root).slice(0, 5_000));
}

function hasPaywall(root: Element): boolean {
  return findAll(root, element => element.attributes.size > 0 && paywallNames.test(namesOf(element)))
    .slice(0, 20)
    .some(element => {
      const text = textOf(element);
      return text.length < 3_000 && paywallWords.test(text);
    });
}
