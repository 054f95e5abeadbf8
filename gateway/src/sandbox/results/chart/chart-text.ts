import { formatValue, titleOf, type Drawing } from './drawing';

const KINDS = { bars: 'Bar chart', lines: 'Line chart', shares: 'Shares of a whole' } as const;

/** What a chart shows, in a few sentences: for whoever hears the page, and as the name of the picture. */
export function textOf(drawing: Drawing): string {
  const { choice, labels, series } = drawing;
  const names = series.map(({ name }) => inSentence(titleOf(drawing, name))).join(', ');
  const head = `${KINDS[choice.kind]} of ${names} by ${inSentence(titleOf(drawing, choice.label))}, ${labels.length} ${
    labels.length === 1 ? 'value' : 'values'
  }.`;
  return [head, ...series.map((each) => extremes(drawing, each))].filter(Boolean).join(' ');
}

/** A title within a sentence; an abbreviation keeps its capitals. */
const inSentence = (title: string): string =>
  /^.[A-Z]/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);

function extremes(drawing: Drawing, { name, values }: Drawing['series'][number]): string {
  let most: number | null = null;
  let least: number | null = null;
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    if (most === null || value > (values[most] ?? 0)) most = index;
    if (least === null || value < (values[least] ?? 0)) least = index;
  }
  if (most === null || least === null) return '';
  const said = (index: number) => `${drawing.labels[index]} (${formatValue(drawing, values[index] ?? null)})`;
  const of = drawing.series.length > 1 ? ` of ${inSentence(titleOf(drawing, name))}` : '';
  return most === least
    ? `The value${of} is ${said(most)}.`
    : `Largest${of}: ${said(most)}; smallest: ${said(least)}.`;
}

/** The part that one value is of all that is drawn, as a fraction; for shares. */
export function partOf(values: readonly (number | null)[], index: number): number {
  const whole = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return whole === 0 ? 0 : (values[index] ?? 0) / whole;
}
