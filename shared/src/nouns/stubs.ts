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

const COUNCIL = 'A local authority. The directory owns it; other subgraphs add what it holds and does.';
const WARD = 'An electoral ward or division. The directory owns it.';
const NEIGHBOURHOOD = 'An area that its people name. The directory owns it.';
const ORGANISATION = 'A body with a name that is not a person. The directory owns it.';

/**
 * The stub of `Council` for one subgraph. Each subgraph makes its own, since the fields that it contributes
 * are bound to the class.
 */
export function councilStub(): ClassType<AreaReference> {
  return areaStub('Council', COUNCIL);
}

/** The stub of `Ward` for one subgraph. */
export function wardStub(): ClassType<AreaReference> {
  return areaStub('Ward', WARD);
}

/** The stub of `Neighbourhood` for one subgraph. */
export function neighbourhoodStub(): ClassType<IdReference> {
  return idStub('Neighbourhood', NEIGHBOURHOOD);
}

/** The stub of `Organisation` for one subgraph. */
export function organisationStub(): ClassType<IdReference> {
  return idStub('Organisation', ORGANISATION);
}

function areaStub(name: string, description: string): ClassType<AreaReference> {
  @Directive('@key(fields: "gssCode")')
  @ObjectType(name, { description })
  class AreaStub implements AreaReference {
    @Field(() => ID, { description: 'Code of the Government Statistical Service: `E08000004`.' })
    gssCode!: string;
  }
  return AreaStub;
}

function idStub(name: string, description: string): ClassType<IdReference> {
  @Directive('@key(fields: "id")')
  @ObjectType(name, { description })
  class IdStub implements IdReference {
    @Field(() => ID, { description: 'Globally unique and opaque.' })
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
