const SAYING =
  'called for|calls for|calling for|called on|calls on|calling on|called upon|rejected|rejects|rejecting|dismissed|dismisses|dismissing|criticized|criticised|criticizes|criticises|denounced|denounces|denouncing|deplored|advised|advises|advising|appealed|appeals|said|says|say|saying|told|tells|telling|added|adds|adding|wrote|writes|writing|asked|asks|asking|noted|notes|noting|announced|announces|announcing|argued|argues|arguing|explained|explains|explaining|continued|continues|claimed|claims|claiming|insisted|insists|insisting|warned|warns|warning|declared|declares|declaring|stated|stating|tweeted|tweets|tweeting|acknowledged|acknowledges|acknowledging|admitted|admits|admitting|denied|denies|denying|recalled|recalls|recalling|replied|replies|responded|responds|reported|reports|suggested|suggests|suggesting|concluded|concludes|promised|promises|vowed|vows|vowing|stressed|stresses|stressing|emphasized|emphasised|predicted|predicts|complained|complains|confirmed|confirms|confirming|testified|testifies|joked|quipped|posted|shouted|yelled|answered|answers|remarked|observed|commented|repeated|reiterated|maintained|maintains|asserted|asserts|alleged|alleges|pledged|urged|urges|urging|conceded|contended|contends|cautioned|countered|lamented|revealed|reveals|opined|pointed out|points out|pointing out|went on|thundered|exclaimed|intoned|tweeting|retorted|mused|boasted|bragged|condemned|condemns|blamed|blames|accused|accuses|demanded|demands|expressed|thanked|thanks';
const CALLING =
  'called|calls|calling|described|describes|describing|dubbed|labeled|labelled|deemed|characterized|characterised|denounced|denounces|denouncing|blasted|blasts|slammed|slams|praised|praises|praising|criticized|criticised|criticizing|mocked|attacked|dismissed|dismisses|dismissing|ridiculed|referred to|refers to|referring to|spoke of|speaks of|talked about|railed against|hailed|decried|cited|citing|read|reads|sings|sang|believes|believe|believed|thinks|thought|hopes|hoped|feels|felt|wants|wanted|touted|defended|apologized|questioned|quoted|quoting|concluding|chanted|chanting|yelled|naming|assures|assured|answered|repeating|mentioned|mentioning|screamed|responding to|predicting|declares|likened|compared|teased|advised|encouraged|rejected|vowing|promising|proposed|implied|agreed|signaled|signalled|recounted|wondered|decried|hinted|boasting|apologised';

/** A verb of saying, or one of calling or judging, which counts only beside a quotation. */
export const ENGLISH_SPEECH = new RegExp(`\\b(?:(?<saying>${SAYING})|(?<calling>${CALLING}))\\b(?!-)`, 'giu');

/** What may not follow a verb that brings in what is said without quotation marks: "added a victory", "claimed the lives", "continued to grow". */
export const ENGLISH_OTHER_SENSE =
  /^(?:add(?:ed|s|ing)|continue[sd]?|continuing|claim(?:ed|s|ing)|posted|report(?:ed|s|ing)?|reveal(?:ed|s|ing)|maintain(?:ed|s|ing)?|observed|repeated|write|wrote|writes|writing|suggest(?:ed|s|ing)|read|reads)\s+(?:an?|the|to|some|his|her|their|its|another|more|no|above|as|on|from|for|in|this|\w+day|\d)\b/i;

/** What makes of a verb of saying one of being told: "staff were told". */
export const ENGLISH_PASSIVE = /\b(?:was|were|is|are|been|be|being|am|get|got|gets)\s+(?:\w+ly\s+|also\s+|not\s+)?$/i;

/** What may stand behind a verb when all that is said stands before it: "told reporters", "said on Twitter", "said in a statement on Monday". */
export const ENGLISH_NOTHING_SAID =
  /^(?:\s+(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}|(?:the )?(?:\w+ )?(?:reporters|journalists|agency|newspaper|radio|television|crowd|audience|conference)))?(?:,?\s+(?:on|in|at|to|during|after|late|early|earlier|via|yesterday|today|this|last|by|from|\w+day)\b[^,;:“"]{0,60})?\s*[.!?]?[”"]?\s*$/;

/** "According to the ministry". */
export const ENGLISH_ACCORDING = /\b(?:according to|in the words of|as reported by)\s+/gi;

/** Words between a subject and its verb. */
export const ENGLISH_BETWEEN =
  /(?:\s*\b(?:has|have|had|was|were|is|are|be|been|also|then|later|earlier|further|however|reportedly|repeatedly|recently|previously|subsequently|once|again|first|simply|even|still|now|already|always|often|never|only|just|did|does|do|not|would|will|could|may|might|[a-z]+ly|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|went on to|goes on to|to)\b)+\s*$/i;

/** Where a subject can begin no earlier: the conjunction before it. */
export const ENGLISH_BOUNDARY =
  /\b(?:and|but|as|that|when|while|because|although|though|if|after|before|since|until|so|or|which|where|whether|what|how|why|than|then|yet|for example|like|instead)\s+/gi;

/** Pronouns that stand for a speaker named before. */
export const ENGLISH_PRONOUN = /^(?:he|she|they|who|it|his|her|their)$/i;

/** Who is no speaker of a statement, whatever the sentence says. */
export const ENGLISH_NO_SPEAKER =
  /^(?:i|we|you|it|this|that|these|those|there|what|which|no one|nobody|everyone|everybody|anyone|someone|somebody|one|some|many|others|people|most|few|all|both|none|nothing|here|here['’]s|as|so|or|to|not|let|don['’]t|to be|will|would|may|can)$/i;
