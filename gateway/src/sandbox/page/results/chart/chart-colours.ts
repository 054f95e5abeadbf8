/** Colours of a drawing on the page's present ground. */
export interface ChartColours {
  readonly ink: string;
  readonly line: string;
  readonly paper: string;
  /** Told apart with any kind of colour vision, and from the ground; in the order of use. */
  readonly series: readonly string[];
}

/** After Okabe and Ito, the paler ones darkened until they stand out from white by three to one. */
const ON_LIGHT = ['#0072b2', '#d55e00', '#008564', '#b8608f', '#8a6d00', '#4a4a4a', '#2f8fc4', '#a3480f'];
const ON_DARK = ['#56b4e9', '#e69f00', '#3dc9a0', '#f0a6cb', '#f0e442', '#ff8a5c', '#c9d3da', '#8fa8ff'];

/** Reads the page's colours off the chart's frame, where the style sheet has settled light or dark. */
export function coloursOf(frame: HTMLElement): ChartColours {
  const { color, borderTopColor, backgroundColor } = getComputedStyle(frame);
  return {
    ink: color,
    line: borderTopColor,
    paper: backgroundColor,
    series: isDark(backgroundColor) ? ON_DARK : ON_LIGHT,
  };
}

function isDark(colour: string): boolean {
  const [red = 255, green = 255, blue = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
