import { createStore } from '../store';

/** A value for each tab of the workbench, for as long as the page is open. */
export interface TabStore<T> {
  get(tab: string): T | undefined;
  set(tab: string, value: T | undefined): void;
  use(tab: string): T | undefined;
}

export function createTabStore<T>(): TabStore<T> {
  const store = createStore<ReadonlyMap<string, T>>(new Map());
  return {
    get: (tab) => store.get().get(tab),
    set(tab, value) {
      const next = new Map(store.get());
      if (value === undefined) next.delete(tab);
      else next.set(tab, value);
      store.set(next);
    },
    use: (tab) => store.use().get(tab),
  };
}
