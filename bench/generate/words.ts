/** A language that articles are written in: how often, of a hundred, and its words, the frequent ones first. */
export interface Language {
  code: string;
  share: number;
  words: readonly string[];
}

/** The languages of the generated articles. */
export const languages: readonly Language[] = [
  {
    code: 'en',
    share: 44,
    words:
      `the of to in and a said for on that at after by with from has was were as officials people government police security attack forces
      minister president killed city capital hospital wounded investigation authorities reported statement spokesperson emergency rescue border army
      region country international talks ceasefire strike protest court election parliament economy energy prices market earthquake flood storm fire
      explosion train station airport concert hall theatre school bridge dam reactor pipeline port ship vessel drone missile convoy hostage suspect
      detained arrested charged trial verdict sentence appeal witness evidence survivor victims families mourning memorial flowers candle condemned
      condolences solidarity accused denied warned urged demanded offered promised confirmed rejected announced responsibility network cell militant
      insurgent separatist opposition coalition cabinet ambassador embassy consulate sanctions treaty summit council assembly union alliance inquiry
      commission report document footage video photograph satellite intelligence agency bureau ministry department governor mayor district province
      village river mountain coast island harbour refugee camp shelter aid convoy medicine blood donor surgeon ambulance firefighter volunteer`.split(
        /\s+/,
      ),
  },
  {
    code: 'ru',
    share: 14,
    words:
      `в и на что по с из не о для после как к за от власти сообщил заявил погибли пострадавшие теракт взрыв пожар город область министр президент полиция
      следствие суд арест задержан больница врачи спасатели граница армия переговоры санкции посольство концерт зал вокзал аэропорт мост школа жители
      семьи траур цветы соболезнования осудил обвинил опроверг ответственность расследование доклад комиссия правительство парламент выборы цены рынок`.split(
        /\s+/,
      ),
  },
  {
    code: 'es',
    share: 10,
    words:
      `de la el en y a los las por con para que tras un una según autoridades gobierno policía ataque muertos heridos ciudad ministro presidente hospital
      investigación tribunal detenidos frontera ejército negociaciones sanciones embajada explosión incendio terremoto inundación estación aeropuerto puente
      escuela víctimas familias duelo condena solidaridad acusó negó advirtió responsabilidad informe comisión parlamento elecciones precios mercado`.split(
        /\s+/,
      ),
  },
  {
    code: 'de',
    share: 9,
    words:
      `der die und in den von zu mit nach auf für bei im dem Behörden Regierung Polizei Angriff Tote Verletzte Stadt Minister Präsident Krankenhaus Ermittlungen
      Gericht festgenommen Grenze Armee Verhandlungen Sanktionen Botschaft Explosion Feuer Erdbeben Überschwemmung Bahnhof Flughafen Brücke Schule Opfer
      Familien Trauer verurteilte Solidarität beschuldigte bestritt warnte Verantwortung Bericht Kommission Parlament Wahl Preise Markt`.split(
        /\s+/,
      ),
  },
  {
    code: 'fr',
    share: 9,
    words:
      `de la le les des et en à du un une dans pour par sur après selon autorités gouvernement police attaque morts blessés ville ministre président hôpital enquête
      tribunal interpellés frontière armée négociations sanctions ambassade explosion incendie séisme inondation gare aéroport pont école victimes familles deuil
      condamne solidarité accuse dément avertit responsabilité rapport commission parlement élection prix marché`.split(/\s+/),
  },
  {
    code: 'tr',
    share: 7,
    words:
      `ve bir bu için ile sonra olarak hükümet polis saldırı ölü yaralı şehir bakan başkan hastane soruşturma mahkeme gözaltı sınır ordu görüşmeler yaptırım
      büyükelçilik patlama yangın deprem sel istasyon havalimanı köprü okul kurbanlar aileler yas kınadı dayanışma suçladı yalanladı uyardı sorumluluk rapor`.split(
        /\s+/,
      ),
  },
  {
    code: 'ar',
    share: 7,
    words:
      `في من على إلى عن أن بعد مع قال الحكومة الشرطة هجوم قتلى جرحى مدينة وزير رئيس مستشفى تحقيق محكمة اعتقال حدود جيش مفاوضات عقوبات سفارة انفجار حريق زلزال
      فيضان محطة مطار جسر مدرسة ضحايا عائلات حداد أدان تضامن اتهم نفى حذر مسؤولية تقرير لجنة برلمان انتخابات أسعار سوق`.split(/\s+/),
  },
];
