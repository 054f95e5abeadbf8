import { IsOptional, Validate, ValidatorConstraint } from 'class-validator';
import fc from 'fast-check';
import type { Command } from '@coop/shared/commands';
import { refuse, problem } from '@coop/shared/problems';
import { describeDatabases, disturbed, fuzzCommand, fuzzValidation } from '.';
import { Account, accountOpen, AccountOpenInput, LEDGER } from './ledger';

@ValidatorConstraint()
class Trims {
  validate(value: string): boolean {
    return value.trim() !== '';
  }
}

class Careless {
  @IsOptional()
  @Validate(Trims)
  name!: string;
}

test('a check that takes every value for text is found out', () => {
  expect(() => fuzzValidation(Careless, fc.constant({ name: 'x' }))).toThrow(/trim is not a function/);
});

test('sound inputs reach the other side of the checks, awkward ones do not', () => {
  const { accepted, refused } = fuzzValidation(
    AccountOpenInput,
    fc.record({ name: fc.string({ maxLength: 20 }), pence: fc.nat() }),
    { runs: 1000 },
  );
  expect(accepted).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

test('disturbing leaves the sound input as it was', () => {
  const input = Object.freeze({ a: Object.freeze({ b: Object.freeze([1, 2]) }) });
  fc.assert(fc.property(disturbed(fc.constant(input)), () => expect(input).toEqual({ a: { b: [1, 2] } })));
});

describeDatabases('random inputs to a command', LEDGER, (world) => {
  const sound = fc.record({ name: fc.constant('Rent'), pence: fc.nat({ max: 1_000_000 }) });

  test('find nothing in a sound one', async () => {
    const { accepted, refused } = await fuzzCommand(world, accountOpen, sound);
    expect(Math.min(accepted, refused)).toBeGreaterThan(10);
  });

  test('find one that throws', async () => {
    const throwing: Command<{ name: string; pence: number }> = {
      name: 'throwing',
      run: (_context, { name }) => Promise.resolve({ ok: true, subject: name.toUpperCase() }),
    };
    await expect(fuzzCommand(world, throwing, sound)).rejects.toThrow();
  });

  test('find one that refuses and has written all the same', async () => {
    const halfway: Command<{ name: string; pence: number }> = {
      name: 'halfway',
      async run(context) {
        await context.database.transaction((manager) =>
          manager.insert(Account, {
            id: `account_${Math.random()}`,
            council: 'E08000004',
            name: 'x',
            nameSort: 'x',
            balance: 1,
            openedAt: context.now,
            moves: 0,
            closed: false,
            version: 1,
          }),
        );
        return refuse(problem.ineligible('No.'));
      },
    };
    await expect(fuzzCommand(world, halfway, sound)).rejects.toThrow(/account went from \d+ to \d+ rows/);
  });

  test('find one that refuses and says nothing', async () => {
    const silent: Command<{ name: string; pence: number }> = {
      name: 'silent',
      run: () => Promise.resolve({ ok: false, problems: [problem.invalidInput('  ')] }),
    };
    await expect(fuzzCommand(world, silent, sound)).rejects.toThrow(/says nothing/);
  });
});
