import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';
import { formatCell, formatValue, partOf, titleOf, type Drawing } from '../../../results';
import { axisText } from './axis-text';
import type { ChartColours } from './chart-colours';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController);
Chart.register(Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

/** Beyond this many characters labels are read lying down beside their bars. */
const LONG_LABEL = 10;
/** Beyond this many bars even short labels stand too close. */
const MANY_BARS = 16;
/** Points that are still drawn each by itself. */
const MANY_POINTS = 60;
/** Pixels below which a legend takes too much of the width. */
const NARROW = 480;
/** A second way to tell lines apart, beside their colours. */
const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 5]];
const POINTS = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'cross'] as const;

/** Whether bars lie, so that there is room for their labels. */
export function isSideways({ choice, labels }: Drawing): boolean {
  if (choice.kind !== 'bars') return false;
  return labels.length > MANY_BARS || labels.some((label) => label.length > LONG_LABEL);
}

/** Draws into a canvas; the chart that comes back is to be destroyed. */
export function draw(canvas: HTMLCanvasElement, drawing: Drawing, colours: ChartColours): Chart {
  if (drawing.choice.kind !== 'shares') return new Chart(canvas, axes(drawing, colours));
  const narrow = (canvas.parentElement?.clientWidth ?? 0) < NARROW;
  return new Chart(canvas, shares(drawing, colours, narrow));
}

const COMMON = { responsive: true, maintainAspectRatio: false, animation: false } as const;

function axes(drawing: Drawing, colours: ChartColours): ChartConfiguration {
  const { choice, labels, series, unit } = drawing;
  const bars = choice.kind === 'bars';
  const sideways = isSideways(drawing);
  const titled = (text: string) => ({ display: true, text, color: colours.ink });
  const named = {
    grid: { display: false },
    ticks: { color: colours.ink, autoSkip: !sideways },
    border: { color: colours.line },
    title: titled(titleOf(drawing, choice.label)),
  };
  const measured = {
    grid: {
      // The line of nothing stands out: values may lie on either side of it.
      color: ({ tick }: { tick?: { value: number } }) => (tick?.value === 0 ? colours.ink : colours.line),
    },
    ticks: { color: colours.ink, callback: (value: string | number) => axisText(Number(value), unit) },
    ...(bars ? { beginAtZero: true } : {}),
    title: titled(series.length === 1 && series[0] ? titleOf(drawing, series[0].name) : ''),
  };
  return {
    type: bars ? 'bar' : 'line',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, values }, index) => {
        const colour = colours.series[index % colours.series.length] ?? colours.ink;
        return {
          label: titleOf(drawing, name),
          data: [...values],
          backgroundColor: colour,
          borderColor: bars ? colours.paper : colour,
          borderWidth: bars ? 1 : 2,
          borderDash: bars ? [] : (DASHES[index % DASHES.length] ?? []),
          pointStyle: POINTS[index % POINTS.length] ?? 'circle',
          pointRadius: values.length > MANY_POINTS ? 0 : 4,
        };
      }),
    },
    options: {
      ...COMMON,
      indexAxis: sideways ? 'y' : 'x',
      interaction: { mode: 'index', intersect: false, axis: sideways ? 'y' : 'x' },
      scales: sideways ? { x: measured, y: named } : { x: named, y: measured },
      plugins: {
        legend: { display: series.length > 1, labels: { color: colours.ink, usePointStyle: !bars } },
        tooltip: {
          callbacks: {
            label: ({ dataset, raw }) => `${dataset.label}: ${formatValue(drawing, raw as number | null)}`,
          },
        },
      },
    },
  };
}

function shares(drawing: Drawing, colours: ChartColours, narrow: boolean): ChartConfiguration {
  const values = drawing.series[0]?.values ?? [];
  const part = (index: number) => formatCell(partOf(values, index), 'share');
  return {
    type: 'doughnut',
    data: {
      // The legend says each part in figures: no one has to judge an angle, or a colour alone.
      labels: drawing.labels.map((label, index) => `${label}: ${part(index)}`),
      datasets: [
        {
          data: [...values],
          backgroundColor: values.map(
            (_value, index) => colours.series[index % colours.series.length] ?? colours.ink,
          ),
          borderColor: colours.paper,
          borderWidth: 2,
        },
      ],
    },
    options: {
      ...COMMON,
      plugins: {
        legend: { position: narrow ? 'bottom' : 'right', labels: { color: colours.ink } },
        tooltip: { callbacks: { label: ({ raw }) => formatValue(drawing, raw as number | null) } },
      },
    },
  };
}
