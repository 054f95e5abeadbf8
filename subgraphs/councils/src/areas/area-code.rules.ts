import { accept, problem, refuse, type Decision } from '@coop/shared/problems';
import { ENTITIES, type CouncilKind, type EntityMeaning, type WardKind } from './area-kinds.law';

/** True for text in the form of a nine-character area code: `E08000004`. Says nothing of whether it was issued. */
export function isAreaCode(text: string): boolean {
  return /^[EKJLMNSW]\d{8}$/.test(text);
}

/** What the code says of its area; null when its entity is none that is known here. */
export function meaningOf(gssCode: string): EntityMeaning | null {
  const entity = gssCode.slice(0, 3);
  return isAreaCode(gssCode) && Object.hasOwn(ENTITIES, entity) ? ENTITIES[entity]! : null;
}

/** The kind of council a code stands for, or null when it stands for none. */
export function councilKindOf(gssCode: string): CouncilKind | null {
  const meaning = meaningOf(gssCode);
  return meaning?.area === 'COUNCIL' ? meaning.kind : null;
}

/** The kind of ward a code stands for, or null when it stands for none. */
export function wardKindOf(gssCode: string): WardKind | null {
  const meaning = meaningOf(gssCode);
  return meaning?.area === 'WARD' ? meaning.kind : null;
}

/**
 * Checks that a code stands for an area of the kind wanted, and brings it to its written form.
 * @returns InvalidInput at `path` saying what the code stands for instead.
 */
export function readAreaCode(
  text: string,
  wanted: 'COUNCIL' | 'WARD',
  path: readonly string[] = ['gssCode'],
): Decision<{ readonly gssCode: string }> {
  const gssCode = text.trim().toUpperCase();
  const name = wanted === 'COUNCIL' ? 'council' : 'ward';
  if (!isAreaCode(gssCode))
    return refuse(
      problem.invalidInput(
        `“${text}” is no area code; one is a letter and eight figures, such as E08000004.`,
        { path },
      ),
    );
  const meaning = meaningOf(gssCode);
  if (meaning?.area === wanted) return accept({ gssCode });
  const stands = !meaning
    ? 'an area of another kind'
    : meaning.area === 'OTHER'
      ? meaning.meaning
      : `a ${meaning.area.toLowerCase()}`;
  return refuse(problem.invalidInput(`${gssCode} stands for ${stands}, not for a ${name}.`, { path }));
}
