import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildNameIndex } from './name-index';
import { matchName } from './name-matching';

/**
 * A council's payments of 2019 with the companies and charities that another matcher found for them: a silver
 * standard. The register is made of its labels; every distinct name of a payee is matched against it.
 */
const FILE = resolve(__dirname, '../../../../shared/data/spending/oldham_2019_matched.csv');
const whereTheFileIs = existsSync(FILE) ? describe : describe.skip;

interface Payee {
  readonly name: string;
  /** The number that the label gives; '' for none. */
  readonly label: string;
  readonly registered: string;
}

function readPayees(): Payee[] {
  const payees = new Map<string, Payee>();
  for (const line of readFileSync(FILE, 'utf8').split(/\r?\n/).slice(1)) {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      (match) => match[1]?.replace(/""/g, '"') ?? match[2] ?? '',
    );
    const [, , , name, , , , , registered, company, charity] = cells;
    if (name)
      payees.set(name, {
        name,
        label: company?.trim() || charity?.trim() || '',
        registered: registered ?? '',
      });
  }
  return [...payees.values()];
}

whereTheFileIs('names on a real ledger (shared/data/spending/oldham_2019_matched.csv)', () => {
  const payees = existsSync(FILE) ? readPayees() : [];
  const labelled = payees.filter((payee) => payee.label !== '');
  const register = [...new Map(labelled.map((one) => [one.label, one.registered]))].map(([key, name]) => ({
    key,
    name,
  }));

  test('are matched with recall of at least 0.96 at a precision of at least 0.99', () => {
    const index = buildNameIndex(register);
    let right = 0;
    let wrong = 0;
    for (const { name, label } of payees) {
      const match = matchName(index, name);
      if (match.outcome !== 'MATCHED') continue;
      if (match.key === label) right += 1;
      else wrong += 1;
    }
    expect(payees.length).toBe(1848);
    expect(right / labelled.length).toBeGreaterThanOrEqual(0.96);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.99);
  });

  test('are hardly ever matched with another body when their own is not in the register', () => {
    let wrong = 0;
    for (const half of [0, 1]) {
      const known = register.filter((_, at) => at % 2 === half);
      const keys = new Set(known.map((one) => one.key));
      const index = buildNameIndex(known);
      for (const { name, label } of labelled)
        if (!keys.has(label) && matchName(index, name).outcome === 'MATCHED') wrong += 1;
    }
    expect(wrong / labelled.length).toBeLessThanOrEqual(0.003);
  });
});
