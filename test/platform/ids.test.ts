import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeNodeId, encodeNodeId, uuidV5, uuidV7 } from '../../src/platform/ids';

const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const url = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

describe('a key derived from a name', () => {
  it('is the one that RFC 9562 and other makers derive', () => {
    expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
    expect(uuidV5(dns, 'python.org')).toBe('886313e1-3b8a-5372-9b90-0c9aee199e5d');
    expect(uuidV5(url, 'http://python.org/')).toBe('4c565f0d-3f5a-5890-b41b-20cf47701c5e');
  });

  it('is the same whenever it is asked for, and of version 5', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (namespace, name) => {
        expect(uuidV5(namespace, name)).toBe(uuidV5(namespace, name));
        expect(uuidV5(namespace, name)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }),
    );
  });

  it('is refused under a namespace that is no uuid', () => {
    expect(() => uuidV5('articles', 'x')).toThrow('The namespace "articles" is not a uuid.');
  });
});

describe('a key for a new row', () => {
  it('begins with its time in milliseconds, as in the example of RFC 9562', () => {
    const key = uuidV7(Date.parse('2022-02-22T14:22:22-05:00'));
    expect(key).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('sorts by time, as text and in an index alike', () => {
    const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(time, time, (one, other) => {
        fc.pre(one !== other);
        expect(uuidV7(one) < uuidV7(other)).toBe(one < other);
      }),
    );
  });

  it('never comes twice', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => uuidV7(0))).size).toBe(10_000);
  });
});

describe('a global id', () => {
  const uuid = '0190163d-8694-739b-aea5-966c26f8ad91';

  it('carries the type and the uuid of its row', () => {
    expect(encodeNodeId('StoryArticle', uuid)).toBe(`story_article_${uuid}`);
    expect(decodeNodeId(`story_article_${uuid}`)).toEqual({ type: 'StoryArticle', uuid });
  });

  it('reads back whatever type and row it was made for', () => {
    const type = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,20}$/);
    fc.assert(fc.property(type, fc.uuid(), (type, uuid) => expect(decodeNodeId(encodeNodeId(type, uuid))).toEqual({ type, uuid })));
  });

  it('has one spelling only: what is read encodes to the same text', () => {
    const near = fc.tuple(fc.stringMatching(/^[a-zA-Z0-9_]{0,12}$/), fc.uuid()).map(([type, uuid]) => `${type}_${uuid}`);
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), id => {
        const read = decodeNodeId(id);
        if (read) expect(encodeNodeId(read.type, read.uuid)).toBe(id);
      }),
    );
  });

  it.each([
    '',
    'story',
    uuid,
    `_${uuid}`,
    `Story_${uuid}`,
    `story_${uuid.toUpperCase()}`,
    `story_${uuid} `,
    `story__article_${uuid}`,
    'story_1',
  ])('is not %j', id => expect(decodeNodeId(id)).toBeNull());
});
