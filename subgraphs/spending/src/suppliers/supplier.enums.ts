import { graphqlEnum } from '@coop/shared/graphql';

/** The sector of a supplier. */
export const SupplierSector = graphqlEnum(
  'SupplierSector',
  'The sector of a supplier: a partition, every supplier is in exactly one. Being small (`isSme`) or local (`isLocal`) is beside it.',
  {
    PUBLIC_BODY:
      'A body under public control: a council, an NHS trust, a school, a department, a company they own.',
    VCSE: 'A voluntary or community sector organisation or social enterprise.',
    PRIVATE: 'A business run for the profit of its owners.',
    INDIVIDUAL: 'A natural person: a carer, a landlord, a sole trader under their own name.',
    UNKNOWN: 'Not known: nobody said, and the directory does not know the supplier.',
  },
);
export type SupplierSector = keyof typeof SupplierSector;

/** Who says so. */
export const SupplierFactSource = graphqlEnum(
  'SupplierFactSource',
  'Who says what a supplier is: the surest comes first.',
  {
    PERSON: 'An officer of the council set it, with evidence.',
    DIRECTORY: 'The directory of organisations says so; a dated copy.',
    FILE: 'A file of the council said so, such as a marked grant or a redacted name.',
    NAME: 'Its name says so: `… Council`, `NHS … Trust`.',
    NONE: 'Nobody.',
  },
);
export type SupplierFactSource = keyof typeof SupplierFactSource;

/** Where the match of a supplier to an organisation of the directory stands. */
export const SupplierMatchState = graphqlEnum(
  'SupplierMatchState',
  'Where the match of a supplier to an organisation of the directory stands.',
  {
    OPEN: 'Nobody has looked for it in the directory yet.',
    MATCHED: 'Matched by a number or by name; a person may confirm it.',
    AMBIGUOUS: 'Several organisations could be meant alike: a person has to choose.',
    NONE: 'The directory knows none that is surely meant.',
    CONFIRMED: 'A person said which organisation it is. No matching changes it.',
    DECLINED: 'A person said that it is none of the directory. No matching changes it.',
  },
);
export type SupplierMatchState = keyof typeof SupplierMatchState;

/** How a supplier was matched. */
export const SupplierMatchMethod = graphqlEnum(
  'SupplierMatchMethod',
  'How a supplier was matched to an organisation.',
  {
    NUMBER: 'A number in a public register that the file gives.',
    NORMAL_FORM: 'The normal forms of the names are the same.',
    SPACING: 'They are the same but for spaces.',
    PART_OF_NAME: 'A part of the name has the same normal form.',
    WORDS: 'The words that count are the same.',
    PERSON: 'A person chose it.',
  },
);
export type SupplierMatchMethod = keyof typeof SupplierMatchMethod;

/** The orders of a list of suppliers. */
export const SupplierOrder = graphqlEnum('SupplierOrder', 'The order of a list of suppliers.', {
  NAME: 'By name, whatever the case and accents.',
  NAME_DESCENDING: 'By name, backwards.',
});
export type SupplierOrder = keyof typeof SupplierOrder;
