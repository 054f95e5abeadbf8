import { ValidateBy, ValidateNested } from 'class-validator';

type InputClass = new () => object;

const nested = new WeakMap<object, Map<string, () => InputClass>>();

/** A list has no gaps and no lists in it: they would pass unchecked as inputs. */
const NoGaps = ValidateBy({
  name: 'noGaps',
  validator: {
    validate: (value) =>
      !Array.isArray(value) ||
      value.every((item) => item !== undefined && item !== null && !Array.isArray(item)),
    defaultMessage: () => 'each value in $property must be an input',
  },
});

/**
 * The value of this field is an input of its own, or a list of them: it is checked by its own class, and its
 * problems carry the whole path. `@Nested(() => Address)`.
 */
export function Nested(type: () => InputClass): PropertyDecorator {
  return (prototype, property) => {
    const known = nested.get(prototype) ?? new Map<string, () => InputClass>();
    nested.set(prototype, known.set(String(property), type));
    ValidateNested()(prototype, property);
    NoGaps(prototype, property);
  };
}

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
    const of = typeOf(prototype, property);
    instance[property] = of ? instanceOf(of, value) : value;
  }
  return instance;
}
