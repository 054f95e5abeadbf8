import { DocumentBuilder } from './documents.rules';
import { findDuplicates, type DuplicateFinding } from './duplicates.rules';
import { plantedLedger, PLANTED, type PlantedLedger } from './planted.fixture';
import { POLICY } from './published.fixture';
import { profileOf } from './source-profile.rules';
import { supplierFamilies } from './supplier-families.rules';

function search({ lines, suppliers }: PlantedLedger): readonly DuplicateFinding[] {
  const profile = profileOf(lines, POLICY.batchSuppliers);
  const builder = new DocumentBuilder();
  for (const line of lines) builder.add(line, profile);
  return findDuplicates(builder.documents(), supplierFamilies(suppliers), POLICY).findings;
}

/** The two lines of a finding, in either order: on one day nothing says which of them was first. */
const pairsOf = ({ originals, suspect }: DuplicateFinding): string[] =>
  originals.flatMap(({ lines }) =>
    lines.flatMap((a) => suspect.lines.flatMap((b) => [`${a} ${b}`, `${b} ${a}`])),
  );

describe('of 200 payments made twice, hidden among 20,000 lines with as many decoys', () => {
  const ledgers = [1, 2, 3].map((seed) => plantedLedger(20_000, seed));

  test.each(ledgers.map((ledger, index) => [index + 1, ledger] as const))(
    'nearly all are found, and little else (ledger %i)',
    (_seed, ledger) => {
      const findings = search(ledger).filter(({ tier }) => tier !== 'POSSIBLE');
      const found = new Set(findings.flatMap(pairsOf));
      const missed = ledger.planted.filter(({ original, again }) => !found.has(`${original} ${again}`));
      const planted = new Set(ledger.planted.flatMap(({ original, again }) => [`${original} ${again}`]));
      const wrong = findings.filter((finding) => !pairsOf(finding).some((pair) => planted.has(pair)));
      const recall = 1 - missed.length / ledger.planted.length;
      const precision = 1 - wrong.length / findings.length;
      expect(recall).toBeGreaterThanOrEqual(0.99);
      expect(precision).toBeGreaterThanOrEqual(0.9);
    },
  );

  test('every kind of slip is found in the tier that it belongs to', () => {
    const tiers = new Map<string, Set<string>>(PLANTED.map((how) => [how, new Set()]));
    for (const ledger of ledgers) {
      const byPair = new Map(
        search(ledger).flatMap((finding) => pairsOf(finding).map((pair) => [pair, finding.tier])),
      );
      for (const { original, again, how } of ledger.planted)
        tiers.get(how)!.add(byPair.get(`${original} ${again}`) ?? 'missed');
    }
    expect(Object.fromEntries([...tiers].map(([how, found]) => [how, [...found]]))).toEqual({
      exact: ['STRONG'],
      'other day': ['STRONG'],
      transposed: ['LIKELY'],
      'O for 0': ['LIKELY'],
      're-billed': ['LIKELY'],
      'other record': ['LIKELY'],
    });
  });
});
