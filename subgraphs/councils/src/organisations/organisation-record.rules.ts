import type { LocalDate } from '@coop/shared/time';
import type { Identifier } from './identifiers.rules';
import type { OrganisationKind } from './organisation-kinds.law';
import type { OrganisationStanding } from './organisation-standing.law';

/** Where another name of a body comes from. */
export const OTHER_NAME_KINDS = {
  OTHER: 'A name that it goes by as well.',
  FORMER: 'A name that it had before.',
  REGISTERED: 'Its name in a register, where that is not the name it is listed by.',
} as const;

/** Code of where another name comes from. */
export type OtherNameKind = keyof typeof OTHER_NAME_KINDS;

/** What a register says about one of its entries. */
export interface EntryFacts {
  readonly registeredName: string | null;
  readonly status: string | null;
  readonly standing: OrganisationStanding;
  readonly registeredOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
}

/** Nothing has been read from the register. */
export const UNREAD_ENTRY: EntryFacts = {
  registeredName: null,
  status: null,
  standing: 'UNKNOWN',
  registeredOn: null,
  endedOn: null,
};

/** A number with what its register says. */
export interface NumberedEntry extends EntryFacts {
  readonly identifier: Identifier;
}

/** Another name and where it comes from. */
export interface OtherName {
  readonly name: string;
  readonly kind: OtherNameKind;
}

/** All that is kept of an organisation, apart from what follows from it. */
export interface OrganisationRecord {
  readonly name: string;
  readonly otherNames: readonly OtherName[];
  readonly kind: OrganisationKind;
  readonly entries: readonly NumberedEntry[];
  readonly declaredVcse: boolean | null;
  readonly declaredSme: boolean | null;
  /** Code of the council in whose area it is registered or mainly works. */
  readonly councilGssCode: string | null;
  /** Code of the council that it is. */
  readonly localAuthorityGssCode: string | null;
  readonly postcode: string | null;
  readonly illustrative: boolean;
}
