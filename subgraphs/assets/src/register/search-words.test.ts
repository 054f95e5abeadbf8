import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchText, wordsOf } from './search-words';

const NOTHING = { uprn: null, streetNumber: null, streetName: null, postTown: null, postcode: null };

describe('the words of a text', () => {
  it.each([
    ["St Mary's Hall, King's Road", ['st', 'marys', 'hall', 'kings', 'road']],
    ['St Mary’s Hall', ['st', 'marys', 'hall']],
    ['CAFÉ Straße ﬁeld', ['cafe', 'straße', 'field']],
    ['Unit 3-4/b', ['unit', '3', '4', 'b']],
    ['hall Hall HALL', ['hall']],
    ['Neuadd y Dref (Tŷ)', ['neuadd', 'y', 'dref', 'ty']],
    ['مكتبة 图书馆', ['مكتبة', '图书馆']],
    ['  —  ', []],
  ])('%j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are the same when read again, and none is longer than its column', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const words = wordsOf(text);
        expect(wordsOf(words.join(' '))).toEqual(words);
        for (const word of words) expect([...word].length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('of an asset fit their column, each after a space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (name) => {
        const text = searchText({ ...NOTHING, name });
        expect(text.length).toBeLessThanOrEqual(1000);
        expect(text === '' || text.startsWith(' ')).toBe(true);
        for (const word of wordsOf(text)) expect(text).toContain(` ${word}`);
      }),
    );
  });
});
