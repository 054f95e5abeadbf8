import { ValidateBy, ValidateNested } from 'class-validator';

type InputClass = new () => object;

const nested = new WeakMap<object, Map<string, () => InputClass>>();

/**
 * The value of this field is an input of its own, which is checked by its own class, and its problems carry the
 * whole path: `@Nested(() => Address)`. With `each` it is a list of them.
 */
export function Nested(
  type: () => InputClass,
  { each = false }: { readonly each?: boolean } = {},
): PropertyDecorator {
  return (prototype, property) => {
    const known = nested.get(prototype) ?? new Map<string, () => InputClass>();
    nested.set(prototype, known.set(String(property), type));
    ValidateNested()(prototype, property);
    // Left to itself the library lets nothing at all pass, and an empty list, of which it asks each member.
    ValidateBy({
      name: 'isNested',
      validator: {
        // Copied first: a list with holes would pass, since `every` leaves holes out.
        validate: (value) => (each ? Array.isArray(value) && [...value].every(isInput) : isInput(value)),
        defaultMessage: () =>
          each ? '$property must be a list of inputs' : '$property must be one input with fields of its own',
      },
    })(prototype, property);
  };
}

const isInput = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOf(prototype: object | null, property: string): InputClass | undefined {
  for (let each = prototype; each; each = Object.getPrototypeOf(each) as object | null) {
    const type = nested.get(each)?.get(property);
    if (type) return type();
  }
  return undefined;
}

/** The input, and the inputs in it, as instances of their classes, by which class-validator knows them. */
export function instanceOf(type: InputClass, input: unknown): unknown {
  if (Array.isArray(input)) return input.map((item) => instanceOf(type, item));
  if (typeof input !== 'object' || input === null) return input;
  const prototype = (input instanceof type ? Object.getPrototypeOf(input) : type.prototype) as object;
  const instance = Object.create(prototype) as Record<string, unknown>;
  for (const [property, value] of Object.entries(input)) {
    // No field is called so, and setting it would take the class away from the instance.
    if (property === '__proto__') continue;
    const of = typeOf(prototype, property);
    instance[property] = of ? instanceOf(of, value) : value;
  }
  return instance;
}
