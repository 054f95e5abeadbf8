import fc from 'fast-check';
import { coresOf, withoutCutQuotation, withoutNames, type HiddenNames } from './names-in-texts';

/** What hides some names. */
function hiding(...names: readonly string[]): HiddenNames {
  const cores = names.flatMap(coresOf);
  const known = new Set(cores.map(({ core }) => core));
  return {
    sizes: [...new Set(cores.map(({ words }) => words))].sort((a, b) => b - a),
    has: (core) => known.has(core),
  };
}

const clean = (text: string, ...names: readonly string[]) => withoutNames(text, hiding(...names), '*');

test.each([
  ['Fees for Jane Example, March', 'Fees for *, March'],
  ['EXAMPLE, JANE', '*'],
  ['Mrs Jane Q. Example (Jane Example)', 'Mrs * (*)'],
  ['jané  éxample', '*'],
  ['Jane\u00a0Example/Jane Example', '*/*'],
  ['JANE EXAMPLE1', '*1'],
  ['Jane & Mr Example', '*'],
  // Words that stand elsewhere too, or not side by side.
  ['Example Road', 'Example Road'],
  ['Jane Fell, of Example Road', 'Jane Fell, of Example Road'],
  ['Janet Example', 'Janet Example'],
  ['Jane Examples', 'Jane Examples'],
  ['12345', '12345'],
  ['', ''],
])('of “%s” is left “%s”', (text, left) => expect(clean(text, 'Jane Example')).toBe(left));

test.each([
  ['Jane Mary Ann Example', 'Rent: Example, Jane', 'Rent: *'],
  ['Jane Mary Ann Example', 'Ann Mary Jane Example', '*'],
  ['Jane Mary Ann Example', 'Mary Ann', 'Mary Ann'],
  ['Mr J. Example', 'Mr Example', '*'],
  ['Mr J. Example', 'Rent of Example Road', 'Rent of Example Road'],
  ['Jane Example Ltd', 'Jane Example', 'Jane Example'],
  ['O’Brien Siobhán', "Siobhan O'Brien's roof", '* roof'],
  ['O’Brien Siobhán', "Siobhan O'Brien – roof", '* – roof'],
  ['...', '...', '...'],
])('%s is known in “%s”', (name, text, left) => expect(clean(text, name)).toBe(left));

test('whatever stands around a name, the name is gone and the rest stays', () => {
  const around = fc.string({ unit: fc.constantFrom(...'ab1 ,.-/()£é'.split('')), maxLength: 30 });
  fc.assert(
    fc.property(
      around,
      around,
      fc.constantFrom('Jane Example', 'EXAMPLE  Jane', 'jane q example'),
      (before, after, name) => {
        const text = `${before} ${name} ${after}`;
        expect(clean(text, 'Jane Example')).toBe(`${before} * ${after}`);
      },
    ),
    { numRuns: 1000 },
  );
});

test('any text is taken, and nothing is lost but names', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect(clean(text, 'Jane Example')).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test('a quotation that may hold half of a name is not kept', () => {
  const cut = `It is not a day. (“${'Payment for the roof to Mrs Jane Example'.slice(0, 40)}”)`;
  expect(withoutCutQuotation(cut)).toBe('It is not a day.');
  const whole = 'It is not a day. (“Mrs Jane Example”)';
  expect(withoutCutQuotation(whole)).toBe(whole);
  const number = `It is too large an amount. (“${'9'.repeat(40)}”)`;
  expect(withoutCutQuotation(number)).toBe(number);
});
