import { countedGroup, type CasualtyGrammar, type CasualtyPattern } from './casualty';
import { QUANTITY } from './masked-sentence';
import { spanishQuantities } from './spanish-quantities';

const STOP =
  'fue|fueron|es|son|está|están|ha|han|había|habían|que|quien|quienes|cuando|mientras|y|o|pero|sobre|murió|murieron|mató|mataron|hirió|dejó|dejaron|dijo|podrían?|pueden|puede|serán?|sería[n]?|muert[ao]s?|herid[ao]s?|desaparecid[ao]s?|detenid[ao]s?|fallecid[ao]s?|atacaron|sobrevivieron|siguen|sigue';
const WORD = `(?!(?:${STOP})(?![\\p{L}]))[\\p{L}\\d][\\p{L}\\d’'-]*`;
const GROUP = countedGroup(WORD, '(?:y|e|además de|así como)');
const AUX =
  '(?:,?\\s+(?:ha|han|había|habían|fue|fueron|sido|resultó|resultaron|quedó|quedaron|están|siguen|continúan|permanecen|también|ya|todos|todas|encontrados|encontradas|hallados|halladas))*';
const END = '(?![\\p{L}])';
const ASIDE = '(?:,\\s[^,;.]{1,80},)?';

const pattern = (
  metric: CasualtyPattern['metric'],
  source: string,
  options: { toll?: boolean; active?: boolean } = {},
): CasualtyPattern => ({
  metric,
  ...options,
  expression: new RegExp(`(?<![\\p{L}])(?:${source})`, 'dgiu'),
});

const DEAD =
  'muert[ao]s?|fallecid[ao]s?|asesinad[ao]s?|víctimas mortales|murieron|murió|fallecieron|falleció|perdieron la vida|perdió la vida|perecieron|se ahogaron';
const HURT = '(?:(?:levemente|gravemente|seriamente)\\s+)?(?:herid[ao]s?|lesionad[ao]s?)|sufrieron heridas|sufrió heridas';
const RISES = '(?:sube|subió|ha subido|asciende|ascendió|aumenta|aumentó|se eleva|se elevó|llega|llegó|crece|creció|pasó|pasa)';

/** Spanish: what tells how many were killed, injured, missing or detained. */
export const spanishCasualties: CasualtyGrammar = {
  hint: /muert|muri|muer[ea]|mat[oóa]|fallec|asesin|víctimas|vida|perec|ahog|herid|hiri|lesion|desaparec|deten|detuv|arrest|cuerpos|cadáveres|hospital/i,
  quantities: spanishQuantities,
  patterns: [
    pattern(
      'KILLED',
      `(?:cifra|número|balance|saldo|total) de (?:muertos|fallecidos|víctimas mortales|muertes)[^.;]{0,80}?${RISES}(?:\\s+de\\s+${QUANTITY})?\\s+a\\s+(?<q>${QUANTITY})`,
      { toll: true },
    ),
    pattern(
      'INJURED',
      `(?:cifra|número|balance|total) de (?:heridos|lesionados)[^.;]{0,80}?${RISES}(?:\\s+de\\s+${QUANTITY})?\\s+a\\s+(?<q>${QUANTITY})`,
      { toll: true },
    ),
    pattern(
      'MISSING',
      `(?:cifra|número|total) de desaparecidos[^.;]{0,80}?(?:${RISES}|bajó|baja|se redujo)(?:\\s+de\\s+${QUANTITY})?\\s+a\\s+(?<q>${QUANTITY})`,
      { toll: true },
    ),
    pattern('MISSING', `${GROUP}${ASIDE}${AUX}\\s+desaparecid[ao]s?${END}`),
    pattern('DETAINED', `${GROUP}${ASIDE}${AUX}\\s+(?:detenid[ao]s?|arrestad[ao]s?)${END}`),
    pattern(
      'DETAINED',
      `(?:detuvo|detuvieron|detiene|detienen|arrestó|arrestaron|fueron detenid[ao]s|ha detenido|han detenido)\\s+(?:a\\s+)?${GROUP}`,
      { active: true },
    ),
    pattern('KILLED', `${GROUP}${ASIDE}${AUX}\\s+(?<!\\b(?:los|las)\\s+)(?:${DEAD})${END}(?!\\s+o\\s+herid)`),
    pattern('INJURED', `${GROUP}${ASIDE}${AUX}\\s+(?:${HURT})${END}`),
    pattern(
      'KILLED',
      `(?:murieron|murió|fallecieron|falleció|han muerto|ha muerto|mueren|muere|perecieron|perdieron la vida|fueron asesinad[ao]s)(?:\\s+(?:ahogad[ao]s|calcinad[ao]s|asfixiad[ao]s))?\\s+${GROUP}`,
      { active: true },
    ),
    pattern('INJURED', `(?:resultaron herid[ao]s|resultó herid[ao]|quedaron herid[ao]s|fueron herid[ao]s)\\s+${GROUP}`, { active: true }),
    pattern('MISSING', `(?:desaparecieron|han desaparecido|faltan por localizar)\\s+${GROUP}`, { active: true }),
    pattern('KILLED', `(?:mató|mataron|mata|matan|matando|asesinó|asesinaron|matado|asesinado)\\s+a\\s+${GROUP}`, { active: true }),
    pattern('INJURED', `(?:hirió|hirieron|hiere|hiriendo|herido)\\s+a\\s+${GROUP}`, { active: true }),
    pattern('KILLED', `(?:la muerte|las muertes|la vida|las vidas|los cuerpos|los cadáveres|el asesinato)\\s+(?:de|a)\\s+${GROUP}`),
  ],
  partBefore: /(?:incluid[ao]s?|entre ell[ao]s|de l[ao]s cuales|de ell[ao]s)\s+(?:al menos\s+)?$/i,
  partAfter: /^\s+de (?:ellos|ellas|los (?:muertos|heridos|fallecidos|desaparecidos)|las víctimas)/i,
  unreal:
    /(?<![\p{L}])(?:podrían?|puede[n]?|pudo|pudieron|pretendían?|planeaban?|quería[n]?|amenazó con|amenazaron con|intentó|intentaron|tratar?on de|trató de|si|evitar|capaz de|capaces de|no|nadie|ni|haría[n]?|para)\s+(?:[\p{L}]+\s+){0,4}$/iu,
  further: /(?<![\p{L}])también(?![\p{L}])/iu,
  background:
    /(?<![\p{L}])(?:en|desde|de)\s+(?:(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\s+de\s+)?(?:1[89]|20)\d\d(?!\d)|hace (?:un|dos|tres|\d+) (?:años?|meses|semanas)|(?:el año|el mes|la semana) pasad[ao]|otro (?:atentado|ataque|accidente|incidente)|cada año|al año|anterior(?:es)? (?:atentado|ataque|accidente|terremoto)/iu,
  predicateAfter: new RegExp(
    `^(?:\\s+${WORD}){0,4}(?:\\s+(?:más\\s+)?(?:resultaron|fueron|quedaron|están|murieron|sobrevivieron|herid[ao]s?|muert[ao]s?|desaparecid[ao]s?|detenid[ao]s?))${END}`,
    'iu',
  ),
};
