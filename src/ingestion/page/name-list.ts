import { decodedText, foldBlanks } from './tree-search';

const by = 'by|von|vom|par|por|di|door|av|af|от|автор|przez|oleh|kirjoittanut|yazan|de';
const told =
  'written|posted|published|reported|story|words|text|texte|texto|photos?|foto|article|artikel|beitrag|ein artikel|ein beitrag|eine reportage|ein gastbeitrag|gastbeitrag|pressemitteilung|view all posts|all posts|more posts|more from|about the author|über den autor|geschrieben|verfasst|erstellt|veröffentlicht|ein kommentar|eine analyse|kommentar|analyse|publié|écrit|propos recueillis|escrito|publicado|redactado|artykuł';
const leadIn = new RegExp(
  `^\\W*(?:(?:${told})\\s*:?\\s*)?(?:(?:${by}|autor(?:in)?(?:[/*:]?(?:autor|in(?:nen)?))?|autoren|authors?|auteurs?|autore|autores|written by|reporter)\\b\\.?\\s*:?\\s+|by(?=\\p{Lu}))`,
  'iu',
);
const leadWord = new RegExp(`^\\W*(?:${told})\\s*[:–-]\\s*`, 'iu');
const calendar =
  'mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|jan\\p{L}*|feb\\p{L}*|mar(?:ch|s|zo|zec)?|märz|apr\\p{L}*|may|mai|june?|juni|juin|july?|juli|juillet|aug\\p{L}*|ago(?:sto)?|sep\\p{L}*|o[ck]t\\p{L}*|nov\\p{L}*|de[cz]\\p{L}*';
const dateOn = new RegExp(
  `\\s*(?:[-–—|,·•]\\s*)?(?:\\b(?:on|am|le|el|at|um|updated|published|posted|vom)\\s+)?(?:(?:\\b(?:${calendar})\\b)[.,\\s]*)*(?<!\\p{L})\\d.*$`,
  'iu',
);
const roles =
  /\s*(?:[,|(/–]|\s-)\s*\(?(?:(?:staff|senior|chief|political|business|sports?|news|special|foreign|national|city|features?|deputy|managing|associate|contributing|freelance|the associated)\b.*|reporter.*|editor.*|correspondent.*|writer.*|redakt.*|journalist.*|korrespondent.*|periodista.*|redactor.*|contributor.*|ressort.*|cnn|reuters staff)$|(?<=\S\s+\S.*)\s+(?:staff writer|staff reporter|staff)$|\s기자$/i;
const separators = /\s*(?:;|\||\/|•|·|,|、|\n|\band\b|\bund\b|\bet\b|\by\b|\bog\b|\boch\b|\bsamt\b|\si\s(?=\p{Lu})|\s&\s|\s\+\s)\s*/u;
const notNames =
  /^in |^(?:admin|administrator|editor|unknown|none|null|undefined|n\/a|guest|user|themen bearbeiten|webmaster|root|posted|updated|published|share|follow|login|by|von|datum|date|no author|posted on|veröffentlicht am|published on|written|author|autor|authors|autoren|redaktion \d+|leave a comment|kommentar.*|comments?|print|text|foto|more|mehr|profile)$|https?:|\S@\S|\d{3,}|[<>{}=©]/i;
const degrees = /^(?:ph\.?\s?d\.?|m\.?d\.?|jr\.?|sr\.?|mba|esq\.?|dr\.?|prof\.?|m\.?sc\.?|b\.?sc\.?|ii|iii)$/i;

/** The names in a byline: without "by", roles, dates and addresses, and split where several are named together. */
export function namesIn(byline: string): string[] {
  const text = decodedText(byline.slice(0, 400))
    .replace(/\S+@\S+\.\w+/g, ' ')
    .replace(/(?:https?:\/\/|www\.)\S+/g, ' ')
    .replace(/\s@\w+/g, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^\s*\p{Ll}{2,14}\s+(?=(?:von|by)\s)/u, '');
  return foldBlanks(text.replace(leadIn, '').replace(leadWord, '').replace(dateOn, ''))
    .replace(roles, '')
    .split(separators)
    .map(part =>
      foldBlanks(
        part
          .replace(leadIn, '')
          .replace(roles, '')
          .replace(/^[\s\-–—:.,"']+|[\s\-–—:,"']+$/g, ''),
      ),
    )
    .filter(name => name.length > 1 && name.length < 60 && name.split(' ').length < 7 && !notNames.test(name) && !degrees.test(name));
}
