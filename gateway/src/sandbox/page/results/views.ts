import { FIRST_VIEW, type ResultView } from '../../results';
import { createTabStore } from './tab-store';

const views = createTabStore<ResultView>();

/** How the answer of a tab is shown. */
export function viewOf(tab: string): ResultView {
  return views.get(tab) ?? FIRST_VIEW;
}

/** How the answer of a tab is shown, for the screen. */
export function useView(tab: string): ResultView {
  return views.use(tab) ?? FIRST_VIEW;
}

/** Shows the answer of a tab otherwise; what is not said stays as it is. */
export function changeView(tab: string, change: Partial<ResultView>): void {
  views.set(tab, { ...viewOf(tab), ...change });
}
