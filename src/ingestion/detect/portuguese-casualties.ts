import { casualtyGrammarOf, OLD_NUMBER } from './casualty-words';
import { portugueseQuantities } from './portuguese-quantities';

const MONTHS = 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro';
const BE =
  '(?:foram|foi|são|é|estão|está|ficaram|ficou|tinham sido|haviam sido|têm sido|seguem|segue|continuam|continua|permanecem|permanece)(?:\\s+(?:também|já|ainda|todos|todas|\\p{L}+mente))*';
const DIED =
  'morreram|morreu|faleceram|faleceu|perderam a vida|perdeu a vida|morrem|morre|pereceram|afogaram-se|não resistiram|não resistiu';
const KILLED = '(?:mort|assassinad|executad|baleados e mort|decapitad|chacinad|massacrad|linchad)[ao]s?';
const WOUNDED = '(?:(?:levemente|gravemente|seriamente)\\s+)?(?:ferid|lesionad|baleada e ferid|machucad)[ao]s?';
const RISES = 'sub(?:iu|e|ia|iram)|chegou|chega|aumentou|aumenta|passou|passa|caiu|cai|baixou|elevou-se|eleva-se|é|era|já é';

/** Portuguese, of Brazil and of Portugal: what tells how many were killed, injured, missing or detained. "Vítimas" are no dead. */
export const portugueseCasualties = casualtyGrammarOf({
  metrics: {
    KILLED: {
      toll: '(?:número|total|balanço|saldo)\\s+(?:oficial\\s+)?de\\s+(?:mort[oe]s|óbitos|vítimas (?:fatais|mortais)|vidas perdidas)',
      beside: 'mort[oae]s?|óbitos|vítimas (?:fatais|mortais)|corpos|cadáveres',
      first: `(?:${DIED})|foram ${KILLED}`,
      active:
        'mat(?:ou|aram|ando|a|am)(?:\\s+a tiros?)?|assassin(?:ou|aram|ando)|execut(?:ou|aram)|(?:tirou|tiraram|custou|ceifou) a vida (?:de|a)|vitimou|(?<=(?:de|por|após|ter|depois de)\\s)mat(?:ar|ado)',
      of: '(?:a morte|as mortes|a vida|as vidas|os corpos|os cadáveres|o assassinato|do assassinato|o homicídio|morte)\\s+de\\s+(?:pelo menos\\s+)?',
      after: `(?:${DIED})|(?:${BE})\\s+(?:encontrad[ao]s?\\s+|achad[ao]s?\\s+)?${KILLED}|${KILLED}|(?:encontrad|achad)[ao]s?\\s+mort[ao]s?`,
    },
    INJURED: {
      toll: '(?:número|total)\\s+de\\s+(?:feridos|lesionados)',
      beside: 'ferid[ao]s?',
      first: `(?:ficaram|ficou|foram|foi|saíram)\\s+${WOUNDED}`,
      active: 'fer(?:iu|iram|indo|e|em)(?:\\s+a tiros?)?|deixou ferid[ao]s?',
      after: `(?:${BE}|saíram)\\s+${WOUNDED}|${WOUNDED}|(?:sofreram|sofreu|tiveram|teve)\\s+(?:\\p{L}+\\s+){0,2}?(?:ferimentos|lesões|queimaduras|fraturas)`,
    },
    HOSPITALISED: {
      first: '(?:foram|foi)\\s+(?:hospitalizad|internad)[ao]s?',
      after: `(?:${BE})\\s+(?:(?:hospitalizad|internad)[ao]s?|(?:levad|encaminhad|transportad|socorrid)[ao]s?\\s+(?:ao|a um|para o|aos|a|para)\\s+(?:\\p{L}+\\s+)?hospita(?:l|is))|hospitalizad[ao]s?|internad[ao]s?`,
    },
    MISSING: {
      toll: '(?:número|total)\\s+de\\s+desaparecidos',
      beside: 'desaparecid[ao]s?',
      first: 'desapareceram|estão desaparecid[ao]s',
      after: `(?:${BE})\\s+desaparecid[ao]s?|desaparecid[ao]s?|desapareceram|desapareceu(?! d)`,
    },
    DETAINED: {
      toll: '(?:número|total)\\s+de\\s+(?:detidos|presos|detenções|prisões)',
      beside: 'detid[ao]s?|detenções|pres[ao]s|prisões',
      first: '(?:foram|foi)\\s+(?:detid|pres)[ao]s?',
      active: 'det(?:eve|iveram|ém|êm)|prend(?:eu|eram|e|em)',
      after: `(?:${BE})\\s+(?:detid[ao]s?|pres[ao]s?)|detid[ao]s?`,
    },
  },
  hint: 'mort|morr|mat[aoe]|falec|assassin|execut|óbito|vítimas|vida|perec|afog|ferid|feri|lesion|lesões|ferimento|queimadura|desaparec|det[ieé]|pres[ao]|prend|prisões|corpos|cadáver|hospital|intern|chacin|homicíd|decapit',
  quantities: portugueseQuantities,
  stop: `foi|foram|são|é|está|estão|ficou|ficaram|tinham|haviam|há|que|quem|quando|enquanto|e|ou|mas|sobre|morreu|morreram|morrem|morre|matou|mataram|mata|matam|matando|feriu|feriram|deixou|deixaram|deixa|disse|poderiam?|podem|pode|será|serão|seria[m]?|mort[ao]s?|ferid[ao]s?|desaparecid[ao]s?|detid[ao]s?|pres[ao]s|sobreviveram|seguem|continuam|continua|sofreram|tiveram|tentaram|parentes|familiares|dos|das|procuram|combatem|perderam|perdeu|faleceram|faleceu|condenad[ao]s?|hospitalizad[ao]s?|internad[ao]s?|sem`,
  joiner: 'e|além de|bem como|e mais',
  between: 'que|também|já|todos|todas|ainda|depois',
  agent: 'pai de|mãe de|por|pelos?|pelas?',
  moved: `(?:${RISES}|elevou|aumentado|subir|chegar)(?:\\s+(?:já|agora|hoje|\\p{L}+-feira|n[ao]\\s+\\p{L}+(?:-feira)?))*(?:\\s+de\\s+${OLD_NUMBER})?(?:\\s+(?:para|a|aos))?`,
  account: 'balanço|saldo',
  confirmed:
    'pessoas|civis|novos|novas|confirmados|confirmadas|outros|outras|soldados|policiais|jornalistas|crianças|homens|mulheres|\\p{L}+[oae]s(?=\\s+(?:mort|ferid|desaparecid|detid)[ao]s(?![\\p{L}]))',
  partBefore:
    '(?:incluindo|inclusive|entre (?:elas|eles|os mortos|os feridos|as vítimas)(?: estão)?|d[oa]s quais|sendo|del[ea]s)(?:\\s+(?:pelo menos|ao menos))?',
  partAfter: '(?:del[ea]s|dos (?:mortos|feridos|desaparecidos)|das vítimas|desses|destes)',
  unreal:
    'poderiam?|podem?|podia[m]?|devia[m]?|deveria[m]?|planejava[m]?|planeava[m]?|pretendia[m]?|queria[m]?|ameaçou|ameaçaram|ameaçava|tentou|tentaram|tentava|tentativa de|ameaça de|plano de|planos de|intenção de|se|evitar|evitou|capaz de|capazes de|não|ninguém|nem|nenhum|sem|faria[m]?|risco de',
  further: 'também',
  background: `(?:em|de|desde)\\s+(?:\\d{1,2}\\s+de\\s+)?(?:(?:${MONTHS})\\s+(?:de\\s+)?)?(?<!desde\\s+)(?<!mais de\\s+)(?:1[89]|20)\\d\\d(?!\\d|\\s+(?:pessoas|mortos|feridos|soldados|civis|casas))|há (?:\\p{L}+|\\d+)(?:\\s+\\p{L}+)? (?:anos?|meses|mês|semanas?)|(?:\\p{L}+|\\d+) (?:anos|meses|semanas) (?:atrás|antes|depois)|(?:no ano|no mês|na semana) passad[ao]|tod[ao]s? os anos|a cada ano|por ano|anualmente|aniversário|(?:outro|anterior(?:es)?) (?:atentado|ataque|acidente|terremoto)|desde o início`,
  reporting: {
    expressions: [
      /(?:^|[,\s(])(?:segundo|de acordo com|conforme)\s+(?<who>[^,;:—–()]{2,90})/iu,
      /,\s+(?:disse|disseram|informou|informaram|afirmou|declarou|anunciou|confirmou|confirmaram|relatou|indicou|adiantou|revelou|diz|informa)\s+(?<who>[^,;:—–()“"]{2,90})/iu,
      /^(?<who>[^,;:—–()“"\d]{2,80}?)\s+(?:disse|disseram|informou|informaram|afirmou|declarou|anunciou|confirmou|confirmaram|relatou|indicou)(?![\p{L}])/iu,
    ],
    office:
      /(?<!\p{L})(?:polícia|policia|ministério|ministr|president|governador|governo|prefeit|câmara|bombeiros|autoridade|procurador|promotor|porta-voz|exército|defesa civil|proteção civil|hospital|secretaria|secretári|embaixad|onu|marinha|corpo de|guarda|senador|deputad|militar|cruz vermelha|delegad)/iu,
    article: /^(?:o|a|os|as|um|uma)\s+/iu,
    end: /\s+(?:n[ao] (?:segunda|terça|quarta|quinta|sexta|sábado|domingo)|nesta|neste|hoje|ontem|à imprensa|à agência|em (?:nota|comunicado|entrevista)|que|ao )/u,
  },
});
