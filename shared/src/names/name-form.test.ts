import fc from 'fast-check';
import { legalFormsConflict, nameForm, nameReadings } from './name-form';

describe('the normal form of a name', () => {
  test.each([
    ['Foster Care Associates Ltd', 'FOSTER CARE ASSOCIATES LIMITED'],
    ['Servoca Nursing & Care Ltd', 'Servoca Nursing and Care Limited'],
    ['The Unity Partnership Limited', 'UNITY PARTNERSHIP'],
    ['L.S. Systems Limited', 'LS Systems Ltd'],
    ['L W T Contractors', 'LWT CONTRACTORS LIMITED'],
    ['Compass Services (U.K.) Limited', 'Compass Services (UK) Ltd.'],
    ['Cumbria Clock Co Ltd', 'CUMBRIA CLOCK COMPANY LIMITED'],
    ['MioCare Group CIC', 'MIOCARE GROUP COMMUNITY INTEREST COMPANY'],
    ["Salford Women's Aid", 'SALFORD WOMENS AID'],
    ['Children´s Trust', 'CHILDREN’S TRUST'],
    ['Raise the Youth Foundation Cic Ltd', 'Raise The Youth Foundation C.I.C.'],
    ['Café Ñandú Cyfyngedig', 'CAFE NANDU CYF'],
    ['Saint Mary’s Brothers Association', 'St. Marys Bros Assoc'],
  ])('%s and %s are alike', (one, other) => {
    expect(nameForm(one).text).toBe(nameForm(other).text);
  });

  test.each([
    ['J & D Construction', 'JD Construction'],
    ['Parkside School', 'Parkside 2 School'],
    ['Limited Edition Prints', 'Edition'],
  ])('%s and %s are not', (one, other) => {
    expect(nameForm(one).text).not.toBe(nameForm(other).text);
  });

  test.each([
    ['Ninian Solutions Limited', 'LIMITED'],
    ['Unity Partnership LLP', 'LLP'],
    ['Raise the Youth Foundation Cic Ltd', 'CIC'],
    ['British Telecommunications plc', 'PLC'],
    ['West Grove Group LP', 'LP'],
    ['LP Gas Supplies', null],
    ['Oldham Coliseum', null],
  ] as const)('%s states %s', (name, form) => {
    expect(nameForm(name).legalForm).toBe(form);
  });

  test('a name of legal words alone keeps them, and nothing has an empty form', () => {
    expect(nameForm('The Limited').text).toBe('limited');
    expect(nameForm(' … ').text).toBe('');
  });

  test('the form of a form is the form', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Oldham', 'The', 'J.', 'B', '&', 'Co', '(UK)', 'Café', '21', "Women's")),
        (parts) => {
          const form = nameForm(parts.join(' '));
          fc.pre(form.tokens.length > 1);
          expect(nameForm(form.text).text).toBe(form.text);
        },
      ),
    );
  });

  test('any text has a form, in lower case and without double spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const form = nameForm(text);
        expect(form.text).toBe(form.tokens.join(' '));
        expect(form.text).not.toMatch(/\s\s|^\s|\s$/);
      }),
    );
  });
});

describe('the readings of a name', () => {
  const read = (name: string) => nameReadings(name).map(({ part, form }) => [part, form.text]);

  test.each([
    [
      'CLES European Research Network Ltd TA CLES Consulting',
      ['UP_TO_LEGAL_FORM', 'cles european research network'],
    ],
    ['Ninian Solutions Limited Trading as Huddle Works', ['UP_TO_LEGAL_FORM', 'ninian solutions']],
    ['Consultaprint T/A Hatters Promotions', ['BEFORE_TRADING_AS', 'consultaprint']],
    ['Consultaprint T/A Hatters Promotions', ['TRADING_NAME', 'hatters promotions']],
    ['Keys Group (Liverpool Progressive)', ['OUTSIDE_BRACKETS', 'keys group']],
    ['Greenhill Academy  (The Harmony Trust )', ['INSIDE_BRACKETS', 'harmony trust']],
    ['Pontville School (Part of Witherslack Group)', ['INSIDE_BRACKETS', 'witherslack group']],
    ['Community Integrated Care - Cheshire', ['BEFORE_DASH', 'community integrated care']],
  ])('%s can be read as %s', (name, reading) => {
    expect(read(name)).toContainEqual(reading);
  });

  test('a bracket before the legal form belongs to the registered name', () => {
    expect(read('Proactive Care (Manchester) Ltd')).toEqual([['WHOLE', 'proactive care manchester']]);
  });

  test('a part of one short word is no reading', () => {
    expect(read('Q20 T/A Best')).toEqual([['WHOLE', 'q20 ta best']]);
  });

  test('long hostile text is read in no time', () => {
    const hostile = `${'('.repeat(5000)}${' ltd'.repeat(5000)}${' - '.repeat(3000)}${' t/a '.repeat(3000)}`;
    expect(nameReadings(hostile).length).toBeGreaterThan(0);
  });
});

test('a partnership is no company, but a company may change between limited, PLC and CIC', () => {
  expect(legalFormsConflict('LLP', 'LIMITED')).toBe(true);
  expect(legalFormsConflict('CIO', 'CIC')).toBe(true);
  expect(legalFormsConflict('PLC', 'LIMITED')).toBe(false);
  expect(legalFormsConflict('LIMITED', 'CIC')).toBe(false);
  expect(legalFormsConflict(null, 'LLP')).toBe(false);
});
