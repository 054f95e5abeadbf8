import { ExampleError, loadExamples, parseExample } from './examples';

const FILE = '01-welcome.graphql';

describe('an example file', () => {
  it('has its title and explanation in the leading comments and its variables on a line of their own', () => {
    const text =
      '# Wards\n# All of them.\n# Then more.\n# variables: {"code": "E08000004"}\nquery Wards { a }\n';
    expect(parseExample(FILE, text)).toEqual({
      name: '01-welcome',
      title: 'Wards',
      explanation: 'All of them. Then more.',
      query: '# Wards\n# All of them.\n# Then more.\nquery Wards { a }\n',
      variables: '{\n  "code": "E08000004"\n}',
    });
  });

  it('needs no explanation and no variables, and may end its lines as Windows does', () => {
    expect(parseExample(FILE, '# Wards\r\n\r\nquery Wards {\r\n  a\r\n}\r\n')).toEqual({
      name: '01-welcome',
      title: 'Wards',
      explanation: '',
      query: '# Wards\nquery Wards {\n  a\n}\n',
      variables: '',
    });
  });

  it('keeps comments that stand inside the operation', () => {
    expect(parseExample(FILE, '# Wards\nquery Wards {\n  # by name\n  a\n}').query).toContain('# by name');
  });

  it.each([
    ['no title', 'query Wards { a }', /title/],
    ['nothing but comments', '# Wards\n# Nothing follows', /Syntax Error/],
    ['an operation that does not parse', '# Wards\nquery Wards { a', /Syntax Error/],
    ['an operation without a name', '# Wards\n{ a }', /name/],
    ['variables that are no JSON', '# Wards\n# variables: {code}\nquery Wards { a }', /JSON/],
    ['variables that are no object', '# Wards\n# variables: [1]\nquery Wards { a }', /JSON/],
  ])('is refused by name with %s', (_case, text, reason) => {
    expect(() => parseExample(FILE, text)).toThrow(ExampleError);
    expect(() => parseExample(FILE, text)).toThrow(reason);
    expect(() => parseExample(FILE, text)).toThrow(/^01-welcome\.graphql: /);
  });
});

describe('the committed examples', () => {
  it('begin with the welcome and differ in title and in operation', async () => {
    const examples = await loadExamples();
    expect(examples[0]?.title).toBe('Welcome');
    expect(new Set(examples.map(({ title }) => title)).size).toBe(examples.length);
    const operations = examples.map(({ query }) => /^query (\w+)/m.exec(query)?.[1]);
    expect(new Set(operations).size).toBe(examples.length);
    expect(operations).not.toContain(undefined);
  });

  it('explain themselves', async () => {
    for (const { explanation } of await loadExamples()) expect(explanation).not.toBe('');
  });
});
