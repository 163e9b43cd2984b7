import { Stance } from '../../statement/stance';
import { stanceRule as rule, type StanceRule } from './stance-rule';

/** French: the words by which a statement does what it does. */
export const FRENCH_STANCES: readonly StanceRule[] = [
  rule(Stance.CALL_FOR_CONDEMNATION, 'appel\\p{L}+ [^.]{0,60}à condamner|doi(?:t|vent) condamner'),
  rule(
    Stance.CONDEMNATION,
    '(?<!à )condamn(?:e|ent|ons|é|ée|ation)(?! à (?:\\p{L}+|\\d+) (?:ans|mois))|(?:odieux|lâche|barbare|abject|ignoble|monstrueux)|acte de terrorisme',
  ),
  rule(Stance.CONDOLENCES, 'condoléances|(?:nos|mes) pensées (?:vont|sont)|pensées aux (?:familles|victimes)|attristée?s?|en deuil'),
  rule(Stance.SOLIDARITY, 'solidarité|aux côtés (?:de|du|des)|solidaires?|soutien (?:au peuple|aux victimes|aux sinistrés)'),
  rule(
    Stance.OFFER_OF_ASSISTANCE,
    '(?:prêt|prête|prêts|disposé|disposée) à (?:aider|fournir|envoyer|apporter)|(?:enverr\\p{L}+|fournir\\p{L}+) [^.]{0,30}(?:secours|aide|médecins|matériel|équipes)|propos\\p{L}+ (?:son|leur|notre) aide|offert (?:son|leur) aide',
  ),
  rule(Stance.GRATITUDE, 'remerci(?:e|é|ons|ent|er)|reconnaissants?|gratitude'),
  rule(Stance.CLAIM_OF_RESPONSIBILITY, "revendiqu(?:e|é|ons)|nous avons mené (?:cette|l[’']) ?attaque"),
  rule(
    Stance.DENIAL,
    "démen(?:ti|t|tons|tent)|nié|nie(?![\\p{L}])|(?:rejet(?:te|é|ons)) (?:ces|les|toute|toutes|l[’']|catégoriquement)\\s?(?:accusations?|allégations?|responsabilité|affirmations?)|rien à voir avec|aucune implication|n[’'](?:est|était|a) pas (?:impliqué|responsable)",
  ),
  rule(Stance.DISMISSAL, 'ridicules?|absurdes?|sans fondement|infondée?s?|grotesques?|balayé'),
  rule(Stance.ACCUSATION, "accus(?:e|é|ons|ent)|responsable de l[’']attaque|imput(?:e|é) "),
  rule(
    Stance.CALL_FOR_INVESTIGATION,
    '(?:réclam|demand|exig|appel|ordonn|souhait)\\p{L}*[^.]{0,50}(?:enquête|investigation)|enquête (?:indépendante|internationale) (?:est|doit)',
  ),
  rule(
    Stance.CALL_FOR_RESTRAINT,
    "retenue|appel\\p{L}*[^.]{0,30}(?:au calme|à la paix|au cessez-le-feu|à la désescalade|à cesser)|j[’']appelle au calme|désescalade|arrêt des (?:combats|hostilités)",
  ),
  rule(Stance.CALL_FOR_COOPERATION, 'appel\\p{L}*[^.]{0,40}(?:unité|coopération|union)|travailler ensemble|coopération internationale'),
  rule(Stance.DEMAND, 'exig(?:e|é|eons|ent)|réclam(?:e|é|ons)|ultimatum|doi(?:t|vent) (?:immédiatement|cesser|libérer|se retirer)'),
  rule(Stance.INCITEMENT, 'mort à |prendre les armes|djihad|soulèvement'),
  rule(
    Stance.WARNING,
    "avert(?:i|it|issons)|mis en garde|met en garde|(?<!été )préven(?:u|ons)|conséquences graves|pourrait encore (?:monter|s[’']aggraver)",
  ),
  rule(
    Stance.TRAVEL_ADVICE,
    '(?:conseill|recommand|déconseill|appel)\\p{L}*[^.]{0,60}(?:ressortissants|voyageurs|touristes|éviter|quitter le)|conseils aux voyageurs',
  ),
  rule(
    Stance.SECURITY_MEASURE,
    "couvre-feu|état d[’']urgence|sécurité (?:a été|sera|est|avait été) renforcée|renforc\\p{L}+ (?:la|de la|les) (?:sécurité|contrôles)|déploi\\p{L}* [^.]{0,30}(?:soldats|policiers|gendarmes|troupes)|plan vigipirate",
  ),
  rule(
    Stance.CASUALTY_UPDATE,
    "bilan (?:est|s[’']élève|s[’']alourdit|provisoire|de)|(?:\\d+|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|cent|plusieurs|dizaines?|centaines?|\\p{L}+aine) (?:de |d[’'])?(?:\\p{L}+ )?(?:morts?|blessés?|disparus?)(?![\\p{L}])|(?:\\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:\\p{L}+ ){0,3}(?:ont|avaient|a|avait) été (?:tuée?s?|blessée?s?)|sont morte?s?",
  ),
  rule(
    Stance.CRITICISM,
    'critiqu(?:e|é|ons)|honte|honteux|inacceptable|scandaleux|irresponsable|fustig(?:e|é)|indigne|déplor(?:e|é|ons|ent)',
  ),
  rule(
    Stance.ANNOUNCEMENT,
    "(?<!»,?\\s(?:a|ont)\\s)annonc(?:e|é|ons|ent)(?![\\p{L}]|\\s+(?:le |la |les |l[’']|un |une )(?:préf|ministr|porte-parole|président|premi|gouverneur|maire|police|procureur|parquet|chef|gendarm|pompier|autorit))|ont été (?:interpellée?s?|arrêtée?s?)|avaient été (?:interpellée?s?|arrêtée?s?)|deuil national|décrét(?:e|é)",
  ),
];
