import { registerEnumType } from 'type-graphql';

/** What a statement does. */
export enum Stance {
  CONDEMNATION = 'CONDEMNATION',
  CONDOLENCES = 'CONDOLENCES',
  SOLIDARITY = 'SOLIDARITY',
  OFFER_OF_ASSISTANCE = 'OFFER_OF_ASSISTANCE',
  GRATITUDE = 'GRATITUDE',
  CLAIM_OF_RESPONSIBILITY = 'CLAIM_OF_RESPONSIBILITY',
  ATTRIBUTION = 'ATTRIBUTION',
  ACCUSATION = 'ACCUSATION',
  DENIAL = 'DENIAL',
  DISMISSAL = 'DISMISSAL',
  CRITICISM = 'CRITICISM',
  DEMAND = 'DEMAND',
  INCITEMENT = 'INCITEMENT',
  CALL_FOR_CONDEMNATION = 'CALL_FOR_CONDEMNATION',
  CALL_FOR_COOPERATION = 'CALL_FOR_COOPERATION',
  CALL_FOR_INVESTIGATION = 'CALL_FOR_INVESTIGATION',
  CALL_FOR_RESTRAINT = 'CALL_FOR_RESTRAINT',
  WARNING = 'WARNING',
  TRAVEL_ADVICE = 'TRAVEL_ADVICE',
  SECURITY_MEASURE = 'SECURITY_MEASURE',
  CASUALTY_UPDATE = 'CASUALTY_UPDATE',
  ANNOUNCEMENT = 'ANNOUNCEMENT',
  COMMENT = 'COMMENT',
}
registerEnumType(Stance, {
  name: 'Stance',
  description: 'What a statement does.',
  valuesConfig: {
    ATTRIBUTION: { description: 'Names who it holds responsible, from evidence of its own.' },
    ACCUSATION: { description: 'Accuses someone.' },
    DENIAL: { description: 'Rejects an accusation.' },
    DISMISSAL: { description: 'Waves something away without denying it.' },
  },
});

/** Through what a statement was made. */
export enum Channel {
  PRESS_RELEASE = 'PRESS_RELEASE',
  PRESS_BRIEFING = 'PRESS_BRIEFING',
  SOCIAL_MEDIA = 'SOCIAL_MEDIA',
  INTERVIEW = 'INTERVIEW',
  SPEECH = 'SPEECH',
  TELEVISED_ADDRESS = 'TELEVISED_ADDRESS',
  VIDEO_ADDRESS = 'VIDEO_ADDRESS',
  AUDIO_RECORDING = 'AUDIO_RECORDING',
  TELEGRAM_TO_LEADER = 'TELEGRAM_TO_LEADER',
  LETTER = 'LETTER',
  PHONE_CALL = 'PHONE_CALL',
  MEETING = 'MEETING',
  SECURITY_ALERT = 'SECURITY_ALERT',
  COURT_FILING = 'COURT_FILING',
  COURT_RULING = 'COURT_RULING',
  NOT_STATED = 'NOT_STATED',
}
registerEnumType(Channel, {
  name: 'Channel',
  description: 'Through what a statement was made.',
  valuesConfig: {
    TELEGRAM_TO_LEADER: { description: 'A message from one head of state or government to another.' },
    NOT_STATED: { description: 'The document that quotes it does not say.' },
  },
});

/** How the date of a statement is known. */
export enum StatementDateBasis {
  STATED = 'STATED',
  REPORT_DATE = 'REPORT_DATE',
}
registerEnumType(StatementDateBasis, {
  name: 'StatementDateBasis',
  description: 'How the date of a statement is known.',
  valuesConfig: {
    STATED: { description: 'The page dates the statement.' },
    REPORT_DATE: { description: 'Only the date of the report is known.' },
  },
});

/** Whether the wording of a statement was seen. */
export enum StatementDetail {
  FULL = 'FULL',
  LISTED_ONLY = 'LISTED_ONLY',
}
registerEnumType(StatementDetail, {
  name: 'StatementDetail',
  description: 'Whether the wording of a statement was seen.',
  valuesConfig: {
    FULL: { description: 'It was.' },
    LISTED_ONLY: { description: 'A page only lists the issuer as having reacted.' },
  },
});
