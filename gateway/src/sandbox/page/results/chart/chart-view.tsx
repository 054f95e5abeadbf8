import { useMemo } from 'react';
import { drawingOf, settledChoice, textOf, type ChartChoice, type Table } from '../../../results';
import { ChartControls } from './chart-controls';
import { ChartFigures } from './chart-figures';
import { ChartPicture } from './chart-picture';

interface ChartViewProps {
  readonly table: Table;
  /** What was chosen; null for what the table suggests. */
  readonly choice: ChartChoice | null;
  readonly onChoose: (choice: ChartChoice) => void;
}

/** A list as a picture, with the choice of what is drawn, and the same in words and figures below it. */
export default function ChartView({ table, choice, onChoose }: ChartViewProps) {
  const settled = useMemo(() => settledChoice(table, choice), [table, choice]);
  const drawing = useMemo(() => drawingOf(table, settled), [table, settled]);
  const text = textOf(drawing);
  if (settled.values.length === 0) {
    return (
      <p className="result-none">
        No column of this list holds numbers to draw. Ask for a sum, a count or a share as well.
      </p>
    );
  }
  return (
    <div className="chart-view">
      <ChartControls table={table} choice={settled} onChoose={onChoose} />
      <figure>
        {drawing.labels.length > 0 && <ChartPicture drawing={drawing} text={text} />}
        <figcaption>
          {drawing.notes.map((note) => (
            <p key={note} className="hint">
              {note}
            </p>
          ))}
          <ChartFigures drawing={drawing} text={text} />
        </figcaption>
      </figure>
    </div>
  );
}
