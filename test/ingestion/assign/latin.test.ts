import { describe, expect, it } from '@jest/globals';
import { latin } from '../../../src/ingestion/assign/latin';
import { placeOf } from '../../../src/ingestion/assign/places';
import { soundKey } from '../../../src/ingestion/assign/sound';

describe('a name is the same in all spellings', () => {
  it.each([
    ['Tokyo', 'Tóquio', 'Tokio', 'Токио'],
    ['Basketball', 'basquete', 'баскетбол'],
    ['Medvedev', 'Medwedew', 'Медведев'],
    ['Zelensky', 'Selenskyj', 'Зеленский'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map(spelling => soundKey(latin(spelling))))).toHaveProperty('size', 1);
  });

  it('and another name is another', () => {
    expect(soundKey(latin('Tokyo'))).not.toBe(soundKey(latin('Toronto')));
    expect(soundKey('a')).toBeNull();
  });

  it('without accents, in lower case', () => {
    expect(['São Paulo', 'Łódź', 'Straße', 'Αθήνα', 'Київ'].map(latin)).toEqual(['sao paulo', 'lodz', 'strasse', 'athina', 'kiiv']);
  });
});

describe('a country is found by its name and by words made of it', () => {
  it.each([
    ['en', 'Serbian', 'RS'],
    ['pt', 'sérvio', 'RS'],
    ['ru', 'Сербия', 'RS'],
    ['ru', 'бразильский', 'BR'],
    ['pt', 'brasileira', 'BR'],
    ['ar', 'البرازيلي', 'BR'],
    ['es', 'japonesa', 'JP'],
    ['en', 'Austria', 'AT'],
    ['en', 'Australian', 'AU'],
    ['en', 'US', 'US'],
    ['ru', 'США', 'US'],
    ['en', 'table', null],
    ['en', 'not', null],
    ['es', 'ganar', null],
    ['es', 'como', null],
    ['pt', 'grande', null],
    ['ru', 'российские', 'RU'],
    ['en', 'Live', null],
  ])('%s %s: %s', (language, word, code) => {
    expect(placeOf(latin(word), language, word[0] !== word[0]?.toLowerCase() || language === 'ar')).toBe(code);
  });
});
