import { useState } from 'react';
import { formatCell, formatValue, partOf, titleOf, type Drawing } from '../../../results';

/** The drawing in words and figures, for whoever cannot see it or wants to read the exact values. */
export function ChartFigures({ drawing, text }: { drawing: Drawing; text: string }) {
  const { choice, labels, series } = drawing;
  const shares = choice.kind === 'shares';
  const [open, setOpen] = useState(false);
  return (
    <details className="chart-figures" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>In words and figures</summary>
      <p>{text}</p>
      <div className="table-window short" role="region" aria-label="Figures of the chart" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{titleOf(drawing, choice.label)}</th>
              {series.map(({ name }) => (
                <th key={name} scope="col" className="figure">
                  {titleOf(drawing, name)}
                </th>
              ))}
              {shares && (
                <th scope="col" className="figure">
                  part
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {(open ? labels : []).map((label, index) => (
              // Labels can recur, and the drawing is made anew as a whole: places are all the identity there is.
              <tr key={index}>
                <th scope="row">{label}</th>
                {series.map(({ name, values }) => (
                  <td key={name} className="figure">
                    {formatValue(drawing, values[index] ?? null)}
                  </td>
                ))}
                {shares && (
                  <td className="figure">{formatCell(partOf(series[0]?.values ?? [], index), 'share')}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
