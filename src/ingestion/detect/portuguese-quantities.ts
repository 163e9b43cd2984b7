import { quantityReader } from './counted-quantities';
import { spelledNumbers } from './spelled-numbers';

const hundreds = (stems: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(stems).flatMap(([stem, value]) => ['os', 'as'].map(end => [stem + end, value])));

const numbers = spelledNumbers({
  words: {
    ...{
      um: 1,
      uma: 1,
      dois: 2,
      duas: 2,
      três: 3,
      quatro: 4,
      cinco: 5,
      seis: 6,
      sete: 7,
      oito: 8,
      nove: 9,
      dez: 10,
      onze: 11,
      doze: 12,
      treze: 13,
    },
    ...{
      catorze: 14,
      quatorze: 14,
      quinze: 15,
      dezesseis: 16,
      dezasseis: 16,
      dezessete: 17,
      dezassete: 17,
      dezoito: 18,
      dezenove: 19,
      dezanove: 19,
    },
    ...{ vinte: 20, trinta: 30, quarenta: 40, cinquenta: 50, sessenta: 60, setenta: 70, oitenta: 80, noventa: 90, cem: 100, cento: 100 },
    ...hundreds({ duzent: 200, trezent: 300, quatrocent: 400, quinhent: 500, seiscent: 600, setecent: 700, oitocent: 800, novecent: 900 }),
  },
  powers: { mil: 1_000, milhão: 1e6, milhões: 1e6, bilhão: 1e9, bilhões: 1e9 },
  between: '\\s+(?:e\\s+)?',
  separator: '[. \\u00a0\\u202f]',
});

const MONTHS = 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro';

/** The quantities of people that a Portuguese sentence may hold. */
export const portugueseQuantities = quantityReader({
  numbers,
  least: 'pelo menos|ao menos|no mínimo|mais de|não menos de|um mínimo de',
  most: 'até|no máximo|menos de|um máximo de',
  about: 'cerca de|quase|aproximadamente|perto de|em torno de|por volta de|uns|umas|os|as|seus|suas',
  further: 'outr[ao]s|mais',
  furtherAfter: 'outr[ao]s',
  ranges: (low, high) => [
    `entre\\s+${low}\\s+e\\s+${high}`,
    `(?:de\\s+)?(?<!(?:subiu|passou|caiu|aumentou|subir|passar)\\s+de\\s+)${low}\\s+a\\s+${high}`,
    `${low}\\s?[-–]\\s?(?=\\d)${high}`,
  ],
  vague: { '(?:algumas\\s+)?dezenas': 20, '(?:algumas\\s+)?centenas': 200, milhares: 2_000, 'vári[ao]s|divers[ao]s': 3 },
  fixed: { 'uma\\s+dezena': 10, 'uma\\s+dúzia': 12, 'meia\\s+dúzia': 6, 'uma\\s+centena': 100, 'uma\\s+vintena': 20 },
  alone: '(?:mort|ferid|desaparecid|detid)[ao]|óbito',
  article: 'uma?',
  people: 'pessoas|mortos|feridos|habitantes|civis|soldados|moradores',
  namedBefore: 'voo|rua|rota|estrada|número|nº|artigo|página|capítulo|canal|magnitude|boeing|airbus|categoria|grupo|desde|ano|dia|às|n[ao]',
  otherAfter:
    '(?:de\\s+)?(?:(?:nov[ao]s|grandes|outr[ao]s)\\s+)?(?:' +
    `${MONTHS}|anos?|mês|meses|semanas?|dias?|noites?|horas?|minutos?|segundos?|séculos?|vezes|vez|por cento|` +
    'quil[ôo]metros?|quilómetros?|km|metros?|milhas|hectares?|toneladas?|quilos?|kg|litros?|graus?|reais|real|euros?|dólares?|libras|pontos?|' +
    'casas?|prédios?|edifícios?|imóveis|apartamentos?|residências?|armazéns?|escolas?|hospitais|lojas?|' +
    'carros?|veículos?|viaturas?|ônibus|autocarros?|caminhões|camiões|trens?|comboios?|vagões|aviões|helicópteros?|barcos?|navios?|embarcações|tanques?|motos|' +
    'ovelhas?|vacas?|cães|cavalos?|animais|bois|aves|cabeças|' +
    'tiros?|disparos?|balas?|facadas?|ataques?|atentados?|explosões|mísseis|foguetes?|drones?|fuzis|espingardas|armas?|celulares|telemóveis|telefones?|' +
    'países|cidades?|municípios?|vilas?|aldeias?|regiões|estados?|províncias?|bairros?|distritos?|' +
    'leitos?|camas?|jogos?|gols?|golos?|livros?|páginas?|fotografias?|fotos?|filmes?|famílias?|votos?|assentos?|queixas|grupos?|equipes?|equipas?|andares?|incêndios?|em cada|milhões de (?:reais|euros|dólares)|casos?)',
  onePerson:
    '(?:uma?|(?:outr[oa])|mais uma?)\\s+(?:(?:jovem|outr[oa])\\s+)?(?:homem|mulher|criança|menin[oa]|rapaz|moça|rapariga|jovem|adolescente|bebê|bebé|pessoa|policial|polícia|agente|militar|soldado|guarda|civil|jornalista|trabalhador|trabalhadora|operári[oa]|bombeiro|' +
    'motorista|condutor|condutora|passageir[oa]|pedestre|peão|ciclista|motociclista|estudante|alun[oa]|turista|manifestante|morador|moradora|idos[oa]|vigilante|segurança|piloto|professor|professora|médic[oa]|enfermeir[oa]|pai|mãe|pescador)',
});
