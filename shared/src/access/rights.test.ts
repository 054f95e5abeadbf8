import { ANONYMOUS, demand, right, viewerCan, type Actor } from '.';

interface Nomination {
  council: string;
}
const officerOf = (actor: Actor, { council }: Nomination) =>
  actor.role === 'officer' && actor.council === council;
const decide = right<Nomination>('decide nomination', 'an officer of the council', officerOf);
const see = right<Nomination>('see nomination', 'anybody', () => true);
const officer: Actor = { ...ANONYMOUS, kind: 'token', subject: 'u1', role: 'officer', council: 'E08000004' };

test('who has the right meets no problem', () => {
  expect(demand(decide, officer, { council: 'E08000004' })).toEqual([]);
});

test('who has not is told who would have it', () => {
  expect(demand(decide, officer, { council: 'E08000005' })).toEqual([
    {
      kind: 'NotAllowed',
      needs: 'an officer of the council',
      message: 'Only an officer of the council may do this.',
    },
  ]);
  expect(demand(decide, ANONYMOUS, { council: 'E08000004' })[0]?.message).toContain('Sign in first.');
});

test('what a viewer may do is a record of truths, one for each right', () => {
  expect(viewerCan({ decide, see }, officer, { council: 'E08000005' })).toEqual({ decide: false, see: true });
});
