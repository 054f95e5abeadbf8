import { ROLES, type Role } from '../nouns/roles';
import { ANONYMOUS, holds, inCouncil, type Actor } from '.';

const ALL = Object.keys(ROLES) as Role[];
const ONE = 'E08000004';
const OTHER = 'E08000005';
/** Within what a token can be: a council, an organisation, or both. */
const WITHIN = [
  { council: ONE, organisation: null },
  { council: OTHER, organisation: null },
  { council: null, organisation: 'organisation_1' },
  { council: ONE, organisation: 'organisation_1' },
  { council: OTHER, organisation: 'organisation_1' },
];
const actors = ALL.flatMap((role) =>
  WITHIN.map((within): Actor => ({ ...ANONYMOUS, kind: 'token', subject: 'u1', role, ...within })),
);

describe.each(ALL)('the role %s', (asked) => {
  test('is held by those whose token says so, within whatever it is', () => {
    for (const actor of actors) expect(holds(actor, [asked])).toBe(actor.role === asked);
  });

  test('is held in a council by those whose token says so for that council', () => {
    for (const actor of actors) {
      expect(inCouncil(actor, ONE, [asked])).toBe(actor.role === asked && actor.council === ONE);
      expect(inCouncil(actor, OTHER, [asked])).toBe(actor.role === asked && actor.council === OTHER);
    }
  });

  test('is one of several that are asked for, or none of them', () => {
    const others = ALL.filter((role) => role !== asked);
    for (const actor of actors) {
      expect(holds(actor, [asked, others[0]!])).toBe(actor.role === asked || actor.role === others[0]);
      expect(holds(actor, others)).toBe(actor.role !== asked);
      expect(inCouncil(actor, ONE, others)).toBe(actor.role !== asked && actor.council === ONE);
    }
  });

  test('is not held by somebody who is not signed in', () => {
    expect(holds(ANONYMOUS, [asked])).toBe(false);
    expect(inCouncil(ANONYMOUS, ONE, [asked])).toBe(false);
    expect(inCouncil(ANONYMOUS, '', [asked])).toBe(false);
  });
});

test('where no role is asked for, nobody has it', () => {
  for (const actor of [ANONYMOUS, ...actors]) {
    expect(holds(actor, [])).toBe(false);
    expect(inCouncil(actor, actor.council ?? '', [])).toBe(false);
  }
});
