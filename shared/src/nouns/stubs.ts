import { Directive, Field, ID, ObjectType, type ClassType } from 'type-graphql';
import { isGssCode } from './gss';

/** What a subgraph knows of a council or ward that the directory owns: its code. */
export interface AreaReference {
  gssCode: string;
}

/** What a subgraph knows of a neighbourhood or organisation that the directory owns: its id. */
export interface IdReference {
  id: string;
}

/**
 * What the four nouns are, in the words that every subgraph uses for them: the graph shows one description of a
 * type, so theirs must agree.
 */
export const NOUN_DESCRIPTIONS = {
  Council:
    'A local authority, present or abolished. Found by its code, and on a day by `area(gssCode:, on:)`; one that was abolished answers with what followed it.',
  Ward: 'An electoral ward or division, present or abolished. The published tables give the year in which a code was first seen, not its first and last day: what is unknown stays null.',
  Neighbourhood:
    'An area that its people name: a set of wards or parts of wards, since such areas do not follow official lines.',
  Organisation:
    'A body with a name that is not a person: a council, charity, company, society, group. Found by its id or by any of its numbers in public registers; a record that was merged into another answers with that one.',
} as const;

/**
 * The stub of `Council` for one subgraph. Each subgraph makes its own, since the fields that it contributes
 * are bound to the class.
 */
export function councilStub(): ClassType<AreaReference> {
  return areaStub('Council');
}

/** The stub of `Ward` for one subgraph. */
export function wardStub(): ClassType<AreaReference> {
  return areaStub('Ward');
}

/** The stub of `Neighbourhood` for one subgraph. */
export function neighbourhoodStub(): ClassType<IdReference> {
  return idStub('Neighbourhood');
}

/** The stub of `Organisation` for one subgraph. */
export function organisationStub(): ClassType<IdReference> {
  return idStub('Organisation');
}

function areaStub(name: 'Council' | 'Ward'): ClassType<AreaReference> {
  @Directive('@key(fields: "gssCode")')
  @ObjectType(name, { description: NOUN_DESCRIPTIONS[name] })
  class AreaStub implements AreaReference {
    @Field(() => ID, { description: 'Code of the Government Statistical Service: `E08000004`.' })
    gssCode!: string;
  }
  return AreaStub;
}

function idStub(name: 'Neighbourhood' | 'Organisation'): ClassType<IdReference> {
  @Directive('@key(fields: "id")')
  @ObjectType(name, { description: NOUN_DESCRIPTIONS[name] })
  class IdStub implements IdReference {
    @Field(() => ID, { description: 'Globally unique and opaque; the same for as long as the thing exists.' })
    id!: string;
  }
  return IdStub;
}

/** Resolves a reference to an area by its code alone, as a stub can: null for a code of no proper form. */
export const areaReference = (reference: Readonly<Record<string, unknown>>): AreaReference | null =>
  isGssCode(reference['gssCode']) ? { gssCode: reference['gssCode'] } : null;

/** Resolves a reference by id alone, as a stub can: null for anything but a text. */
export const idReference = (reference: Readonly<Record<string, unknown>>): IdReference | null =>
  typeof reference['id'] === 'string' && reference['id'] !== '' ? { id: reference['id'] } : null;
