import { useGraphiQL } from '@graphiql/react';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Drawing } from '../../../results';
import { coloursOf } from './chart-colours';
import { draw, isSideways } from './draw';

/** Pixels that a bar lying down takes, so that its label can be read. */
const BAR = 26;
const ROOM = 60;
const DARK = '(prefers-color-scheme: dark)';

/** The drawing itself. A picture to a screen reader, named by what it shows. */
export function ChartPicture({ drawing, text }: { drawing: Drawing; text: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const theme = useGraphiQL((state) => state.theme);
  const dark = useSyncExternalStore(subscribeDark, () => window.matchMedia(DARK).matches);
  useEffect(() => {
    if (!canvas.current || !frame.current) return;
    const chart = draw(canvas.current, drawing, coloursOf(frame.current));
    return () => chart.destroy();
  }, [drawing, theme, dark]);
  const height = isSideways(drawing)
    ? Math.max(280, drawing.labels.length * BAR * Math.max(1, drawing.series.length / 2) + ROOM)
    : 340;
  return (
    <div ref={frame} className="chart-frame" style={{ height }}>
      <canvas ref={canvas} role="img" aria-label={text} />
    </div>
  );
}

function subscribeDark(listener: () => void): () => void {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
