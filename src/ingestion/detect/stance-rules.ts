import { Stance } from '../../statement/stance';
import { FRENCH_STANCES } from './french-stances';
import { RUSSIAN_STANCES } from './russian-stances';
import type { StanceRule } from './stance-rule';

const rule = (stance: Stance, expression: RegExp): StanceRule => ({ stance, expression });

/** English: the words by which a statement does what it does. The order is that of the answer; COMMENT stands where none applies. */
const ENGLISH_STANCES: readonly StanceRule[] = [
  rule(
    Stance.CALL_FOR_CONDEMNATION,
    /\b(?:call(?:s|ed|ing)?(?: on| for| upon)?|urg(?:e|es|ed|ing)|ask(?:s|ed)?|appeal(?:s|ed)?|demand(?:s|ed)?)\b[^.]{0,80}\bto (?:\w+ly )?(?:condemn|denounce)\b|\b(?:should|must) (?:\w+ly )?(?:condemn|denounce)\b/i,
  ),
  rule(
    Stance.CONDEMNATION,
    /(?<!\b(?:to|not|refus\w+ to|should|must|declin\w+ to|fail\w+ to)\s(?:\w+ly\s)?)\b(?:condemn(?:s|ed|ing|ation)?|denounc(?:e|es|ed|ing)|deplor(?:e|es|ed|ing))\b|\b(?:heinous|cowardly|barbaric|despicable|abhorrent|vile|monstrous|atrocious)\b[^.]{0,40}\b(?:attack|act|crime|bombing|killing|murder|violence|assault)s?\b|\bact of (?:terror|terrorism|barbarity)\b/i,
  ),
  rule(
    Stance.CONDOLENCES,
    /\b(?:condolences?|deepest sympath(?:y|ies)|our (?:thoughts|hearts?|prayers) (?:\w+ ){0,3}(?:are|is|go(?:es)? out|goes|with)|thoughts and prayers|deeply saddened|mourn(?:s|ed|ing)? (?:\w+ ){0,4}(?:loss|victims|dead|lives)|grie(?:ve|f) (?:\w+ ){0,4}(?:famil|loss)|sympath(?:y|ies) (?:to|with|for))\b/i,
  ),
  rule(
    Stance.SOLIDARITY,
    /\b(?:in solidarity|solidarity with|stand(?:s|ing)? (?:together )?(?:with|by|alongside|beside|shoulder to shoulder)|stand united|support(?:s|ing)? the people of)\b/i,
  ),
  rule(
    Stance.OFFER_OF_ASSISTANCE,
    /\b(?:(?:ready|prepared|willing|stands? ready) to (?:\w+ )?(?:help|assist|provide|offer|send|support)|offer(?:s|ed|ing)? (?:\w+ ){0,3}(?:help|assistance|aid|support|medical|rescue)|(?:will|would) (?:send|provide|dispatch) (?:\w+ ){0,4}(?:aid|help|assistance|rescuers|rescue teams?|supplies|doctors|relief)|pledg(?:e|es|ed|ing) (?:[$€£\w.,]+ ){0,4}(?:aid|help|assistance|relief))\b/i,
  ),
  rule(
    Stance.GRATITUDE,
    /\b(?:thank(?:s|ed|ing)?(?! to)|grateful|gratitude|appreciat(?:e|es|ed|ion) (?:\w+ ){0,3}(?:help|support|assistance|efforts?|solidarity|work))\b/i,
  ),
  rule(
    Stance.CLAIM_OF_RESPONSIBILITY,
    /\b(?:claim(?:s|ed|ing)? (?:\w+ )?responsibility|(?:we|our (?:fighters|men|brothers|mujahideen|martyrs?)) (?:\w+ )?(?:carried out|were behind|are behind)|admitted (?:\w+ )?(?:carrying out|being behind))\b/i,
  ),
  rule(
    Stance.DENIAL,
    /\b(?:den(?:y|ies|ied|ying)(?! (?:entry|access|bail|visas?|permission))|denial|reject(?:s|ed|ing)? (?:the |any |all |these |those |such )?(?:accusations?|allegations?|claims?|charges?|suggestions?|reports?)|had (?:nothing|no part) (?:to do with|in)|(?:was|were|is|are) not (?:involved|behind|responsible)|no involvement)\b/i,
  ),
  rule(
    Stance.DISMISSAL,
    /\b(?:dismiss(?:es|ed|ing)? (?:\w+ ){0,6}(?:as|claims?|reports?|allegations?|suggestions?|accusations?|criticism|concerns?)|nonsense|laughable|absurd|ridiculous|baseless|brushed (?:aside|off)|shrugged off)\b/i,
  ),
  rule(
    Stance.ACCUSATION,
    /\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)(?!ly)|(?:is|are|was|were) (?:\w+ )?(?:to blame|responsible for|behind)|held? (?:\w+ ){1,4}responsible)\b/i,
  ),
  rule(
    Stance.ATTRIBUTION,
    /\b(?:(?:evidence|intelligence|investigation|investigators|inquiry|footage|data|analysis)\b[^.]{0,80}\b(?:shows?|showed|points?|pointed|indicat(?:es|ed)|suggests?|suggested|establish(?:es|ed)|conclud(?:es|ed))\b[^.]{0,80}\b(?:behind|responsible|carried out|was fired|were fired|by)|was carried out by)\b/i,
  ),
  rule(
    Stance.CALL_FOR_INVESTIGATION,
    /\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)|need|should be|must be|want(?:s|ed)?|order(?:s|ed)?)\b[^.]{0,60}\b(?:investigation|inquiry|probe|investigated|investigate)\b/i,
  ),
  rule(
    Stance.CALL_FOR_RESTRAINT,
    /\b(?:restraint|(?:call(?:s|ed|ing)? for|appeal(?:s|ed|ing)? for|urg(?:e|es|ed|ing)) (?:\w+ ){0,4}(?:calm|ceasefire|cease-fire|de-escalation|peace)|remain calm|stay calm|(?:end|halt|stop|cease) (?:to )?(?:the )?(?:violence|hostilities|bloodshed|fighting)|avoid (?:\w+ ){0,2}escalation|de-escalat\w+)\b/i,
  ),
  rule(
    Stance.CALL_FOR_COOPERATION,
    /\b(?:(?:call(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|need(?:s|ed)?|strengthen(?:ing)?) (?:\w+ ){0,6}(?:cooperation|co-operation|unity|joint (?:action|effort)s?|international (?:response|action))|(?:must|should|need to) (?:\w+ )?(?:work together|unite|join forces|cooperate))\b/i,
  ),
  rule(
    Stance.DEMAND,
    /\b(?:demand(?:s|ed|ing)?|insist(?:s|ed)? that .{0,60}\bmust|ultimatum|must (?:immediately |now |at once )?(?:stop|end|release|withdraw|resign|leave|apologi[sz]e|answer|hand over|return|be (?:released|punished|held|brought|removed))|call(?:s|ed)? (?:on|upon|for) .{0,80}\b(?:resign|release|withdraw|withdrawal|resignation|immediate))\b/i,
  ),
  rule(
    Stance.INCITEMENT,
    /\b(?:(?:call(?:s|ed)? (?:on|for)|urg(?:e|es|ed)) .{0,60}\b(?:jihad|holy war|uprising|revenge|to (?:attack|kill|rise up|take up arms|fight))|death to|take up arms|kill them all)\b/i,
  ),
  rule(
    Stance.WARNING,
    /\b(?:warn(?:s|ed|ing)?|caution(?:s|ed|ing)?|(?:could|may|might) (?:yet )?(?:rise|climb|worsen|strike again)|serious consequences|pay a (?:heavy |high )?price|beware)\b/i,
  ),
  rule(
    Stance.TRAVEL_ADVICE,
    /\b(?:(?:advis(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|warn(?:s|ed|ing)?|told) (?:\w+ ){0,5}(?:citizens|nationals|travell?ers|tourists|people|residents|motorists|the public)\b[^.]{0,60}\b(?:avoid|leave|travel|stay away|not to|against)|travel (?:advice|advisory|warning)|avoid (?:all )?(?:non-essential )?travel|avoid the area)\b/i,
  ),
  rule(
    Stance.SECURITY_MEASURE,
    /\b(?:(?:security|police presence|patrols?|border controls?|alert level|threat level) (?:\w+ ){0,4}(?:has been|have been|had been|was|were|will be|would be) (?:\w+ )?(?:raised|tightened|increased|stepped up|strengthened|heightened|boosted|deployed)|(?:tighten|step|stepp|beef|strengthen|increas|boost|heighten)(?:ed|ing|s)? (?:up )?(?:\w+ )?security|state of emergency|curfew|lockdown|on high alert|deploy(?:ed|ing|s)? (?:\w+ ){0,4}(?:troops|police|officers|soldiers|forces))\b/i,
  ),
  rule(
    Stance.CASUALTY_UPDATE,
    /\b(?:death toll|toll|(?:\d[\d,]*|no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|hundreds|scores)(?: [\w-]+){0,5} (?:was|were|had been|have been|has been|are|is)? ?(?:\w+ )?(?:killed|dead|died|injured|wounded|hurt|missing|hospitali[sz]ed|unaccounted)|(?:killed|injured|wounded|wounding|killing|injuring) (?:at least |about |some |more than |up to )?(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|several|hundreds|scores)\b|(?:bodies|body) (?:\w+ )?(?:was|were|had been|have been) (?:\w+ )?(?:found|recovered)|no one (?:else )?was (?:hurt|injured|killed)|pronounced dead)\b/i,
  ),
  rule(
    Stance.CRITICISM,
    /\b(?:critici[sz](?:e|es|ed|ing)|criticism|slam(?:s|med)|blast(?:s|ed)(?! (?:off|out))|shameful|disgrace(?:ful)?|unacceptable|outrageous|irresponsible|incompeten(?:t|ce)|fail(?:ed|ure) to (?:protect|act|prevent)|wrong(?:ly)?|reckless|inexcusable)\b/i,
  ),
  rule(
    Stance.ANNOUNCEMENT,
    /\b(?:announc(?:e|es|ed|ing|ement)|(?:will|would|to) (?:hold|launch|begin|open|close|visit|meet|sign|introduce|resume|suspend|declare|release|convene)\b|declar(?:e|es|ed|ing) (?:\w+ ){0,3}(?:mourning|emergency|holiday)|(?:has|have|had) been (?:arrested|charged|detained|appointed|suspended|released|identified))\b/i,
  ),
];

const STANCES: Record<string, readonly StanceRule[]> = { en: ENGLISH_STANCES, fr: FRENCH_STANCES, ru: RUSSIAN_STANCES };

/** What a statement does, by documented rules over its words and the sentence that brings it in. Never empty; COMMENT in a language without rules. */
export function stancesOf(words: string, language = 'en'): Stance[] {
  const stances = (STANCES[language] ?? []).filter(({ expression }) => expression.test(words)).map(({ stance }) => stance);
  const withoutDouble = stances.filter(
    stance => !(stance === Stance.CONDEMNATION && stances.includes(Stance.CALL_FOR_CONDEMNATION) && !/\bcondemned\b/i.test(words)),
  );
  return withoutDouble.length > 0 ? withoutDouble : [Stance.COMMENT];
}
