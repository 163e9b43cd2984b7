import type { Block } from './block';
import { isAboutCookies } from './container';

/** Whether a block of the article's container is beside the article all the same: a pointer elsewhere, a credit, a line about the page. */
export function isBoilerplate(block: Block): boolean {
  const { text, linked } = block;
  const { length } = text;
  if (isAboutCookies(text) && length < 800) return true;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (linked > length * 0.85 && length < 300) return true;
  if (linked > length * 0.5 && length < 100) return true;
  if (length < 160 && (lines.test(text) || credits.test(text))) return true;
  return false;
}

/** Whether a block announces other things to read. */
export function isPointer(text: string): boolean {
  return text.length < 400 && pointers.test(text);
}

/** Whether a block at the end of an article is about the outlet, not the matter: letters, accounts, rights, ways to reach the writer. */
export function isClosing(text: string): boolean {
  return closings.test(text);
}

const closings =
  /newsletter|sign up (?:for|to)\b|subscribe|your inbox|follow (?:us|me|him|her|them|@)|on (?:twitter|facebook|instagram)\b|all rights reserved|may not be (?:published|reproduced)|no part may be|copyright|©|become a (?:member|patron|subscriber)|support (?:our|us|independent)|donat|have a (?:tip|story)|(?:may|can) be reached|reach (?:her|him|the reporter)|contact (?:the )?(?:author|reporter|us)|@\S+\.\w{2,4}\b|affiliate|folgen sie|folgt uns|abonnier|unterstütz|newsletter|alle rechte|urheberrecht|suscríb|síguenos|canal de (?:telegram|youtube|whatsapp)|abonnez|suivez|iscriviti|seguici|zapisz się|prenumer|zasubskrybuj|obserwuj/i;

const pointers = new RegExp(
  `^[\\s»›▶►•|*+([–-]*(?:${[
    'read (?:more|also|next|the full)\\b', 'also read\\b', 'see also\\b', 'related\\s*(?:articles?|stories|posts?|news|content|topics?|links?|coverage|reading|roundups?)?\\s*[:|]', 'related (?:articles?|stories|posts?|news|content|topics?|links?)$',
    'this (?:content|article) is (?:reserved|exclusive|only)', 'register / sign in', 'create an account', 'subscribe (?:now )?to (?:read|unlock|continue)', 'more(?: (?:from|on|about|stories|news|great))\\b.{0,60}$', 'you (?:may|might) also like', 'recommended(?: (?:for you|stories|articles))?\\s*:?$', 'trending\\s*:', 'watch(?: (?:also|more|now))?\\s*:', 'listen(?: (?:also|now))?\\s*:', 'don.t miss\\s*:', 'explore further',
    'lesen sie (?:auch|hier|mehr|dazu)', 'lies (?:auch|hier|dazu)', 'mehr (?:zum thema|dazu|aus|zu diesem|informationen|infos|von)\\b.{0,50}$', 'auch interessant', 'das könnte (?:sie|dich|euch|ihnen|dir) (?:auch )?(?:interessieren|gefallen)', 'siehe auch', 'weitere (?:artikel|informationen|themen|meldungen|beiträge|nachrichten)\\b.{0,50}$', 'weiterlesen\\b', 'schon gelesen', 'passend dazu', 'zum thema\\s*:', 'themen\\s*:', 'themen in diesem artikel', 'empfohlene', 'neueste artikel', 'ähnliche (?:artikel|beiträge)',
    'à lire(?: aussi)?\\b', 'lire (?:aussi|également|la suite)', 'voir aussi', 'sur le même (?:thème|sujet)', 'pour aller plus loin',
    'lea (?:también|más)', 'lee (?:también|además|más)', 'leer (?:también|más)', 'te puede interesar', 'le puede interesar', 'también te puede', 'mira (?:también|además)', 'ver más', 'relacionad[ao]s\\b.{0,20}$', 'temas\\s*:?$', 'más (?:información|noticias)',
    'leggi (?:anche|tutto)', 'vedi anche', 'potrebbe interessarti', 'leia (?:também|mais)', 'veja também', 'saiba mais',
    'czytaj (?:też|także|więcej|również)', 'zobacz (?:też|także|więcej|również)', 'przeczytaj (?:też|także|również)', 'polecamy', 'najnowsze',
    'lees (?:ook|meer|verder)', 'läs (?:också|mer|även)', 'les (?:også|mer)', 'læs (?:også|mere)', 'lue (?:myös|lisää)', 'читайте (?:также|ещё|еще)', 'читать (?:также|далее)', 'смотрите также', 'читайте також', 'ayrıca (?:bakınız|oku)', 'baca (?:juga|selengkapnya)', 'あわせて読みたい', '関連記事', '관련기사',
  ].join('|')})`,
  'iu',
);

const lines = new RegExp(
  `^[\\s»›▶►•|*([–-]*(?:${[
    'advertisement', 'advertising', 'ad', 'sponsored(?: content)?', 'promoted', 'story continues below.*', 'article continues below.*', 'scroll to continue.*', 'anzeige', 'werbung', 'publicité', 'publicidad', 'pubblicità', 'reklama', 'reklame', 'annons', 'annonse', 'advertentie', 'iklan', 'реклама',
    'share(?: (?:this|on|via|the|article)\\b.*)?', 'tweet', 'facebook', 'twitter', 'whatsapp', 'e-?mail', 'print', 'pin it', 'copy link', 'teilen', 'drucken', 'artikel teilen', 'diesen artikel teilen', 'partager', 'compartir', 'imprimir', 'udostępnij', 'dela', 'del',
    'follow (?:us|me|him|her|them|@).*', 'folgen sie uns.*', 'folge uns.*', 'suivez-nous.*', 'síguenos.*', 'seguici.*', 'subscribe', 'subscribe (?:to|now|here)\\b.*', 'sign up (?:for|here|now|to)\\b.*', 'sign in.*', 'log in.*', 'join (?:us|our|the conversation).*', 'newsletter', 'jetzt (?:abonnieren|anmelden|registrieren).*', 'abonnieren.*',
    'comments?(?: \\(\\d+\\))?', '\\d+ comments?', 'leave a (?:comment|reply)', 'post (?:a )?comment.*', 'view comments', 'kommentare?(?: \\(?\\d+\\)?)?', '\\d+ kommentare?', 'kommentieren', 'zu den kommentaren', 'commenter', 'comentarios', 'komentarze',
    '(?:last )?updated\\b.{0,60}\\d.*', 'update[d]?\\s*:?.{0,20}\\d{4}.*', '(?:first )?published\\b.{0,60}\\d.*', 'posted (?:on|at|by|in)\\b.*', 'veröffentlicht (?:am|in|von)\\b.*', 'aktualisiert am.*', 'erstellt am.*', 'stand\\s*:.{0,40}\\d.*', 'zuletzt (?:aktualisiert|geändert).*', 'publié le.*', 'mis à jour.*', 'publicado (?:el|em|por).*', 'opublikowano.*',
    'tags?\\s*:.*', 'tags?', 'related tags.*', 'topics?\\s*:.*', 'topics', 'schlagwörter.*', 'schlagworte.*', 'kategorien?\\s*:.*', 'categor(?:y|ies|ía|ie)\\s*:.*', 'filed under.*', 'keywords\\s*:.*', 'etiquetas.*', 'mots-clés.*', 'temas',
    'skip to.*', 'back to top', 'nach oben', 'zurück', 'go back', 'next', 'previous', 'load more.*', 'show more', 'mehr anzeigen', 'mehr', 'more', 'all rights reserved.*', 'alle rechte vorbehalten.*', 'copyright\\b.*', '©.*', '\\(?c\\) \\d{4}.*', 'permalink', 'inhalt(?:sverzeichnis)?', 'table of contents',
    'by [A-Z][\\w.\'-]+(?: [A-Z][\\w.\'-]+){1,3}', 'von [A-Z][\\w.\'-]+(?: [A-Z][\\w.\'-]+){1,3}', 'reading time.*', 'lesezeit.*', '\\d+ min(?:ute)?s? read', 'play(?: video)?', 'video', 'watch', 'gallery', 'bildergalerie', 'fotostrecke.*',
  ].join('|')})[\\s.:!»›>→|)\\]]*$`,
  'iu',
);

const credits = /^[\s([|–-]*(?:(?:photo|image|picture|photograph|foto|fotos|bild|bilder|bildquelle|abbildung|titelbild|beitragsbild|crédits?(?: photos?)?|imagen|fotografía|quelle|quellen|source|źródło|fuente|fonte|bron|credit|credits|symbolbild|symbolfoto|archivbild|grafik|screenshot)\b(?: (?:credits?|by|von|via|courtesy|source|quelle|source))?\s*[:©/|]|\(?(?:photo|image|foto|bild)(?: (?:by|via|credit|courtesy|von))\b)/iu;
